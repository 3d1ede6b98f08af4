package main

import (
	"fmt"
)

// axeRun has axe judge the page by all its rules but those that it no longer stands by, and those of level AAA, which the
// site does not claim. Rules that are off by default, such as target-size, are on. Nothing is loaded for it. In forced colours
// the browser itself chooses colours, save for elements that refuse; what axe reads of the others is not what it paints.
const axeRun = `(() => {
	const left = ['deprecated', 'wcag2aaa'];
	const isForced = (element) => matchMedia('(forced-colors: active)').matches && getComputedStyle(element).forcedColorAdjust !== 'none';
	const rules = axe.getRules().filter((rule) => !rule.tags.some((tag) => left.includes(tag)));
	return axe.run(document, {
		preload: false,
		elementRef: true,
		resultTypes: ['violations'],
		runOnly: {type: 'rule', values: rules.map((rule) => rule.ruleId)},
	}).then((result) => result.violations.flatMap((violation) => violation.nodes
		.filter((node) => !violation.tags.includes('cat.color') || !isForced(node.element)).map((node) => ({
		rule: violation.id,
		help: violation.help,
		target: node.target.join(' '),
		why: node.failureSummary.split('\n').slice(1).map((line) => line.trim()).join('; '),
	}))));
})()`

// accessible holds that axe finds nothing, however readers look at the page.
func accessible(v *visit) []string {
	var findings []string
	v.run(v.axe)
	for _, m := range []mode{bright, dark, contrast, narrow} {
		v.show(m)
		for _, found := range awaited[[]struct{ Rule, Help, Target, Why string }](v, axeRun) {
			findings = append(findings, fmt.Sprintf("%s: %s at %s: %s (%s)", m.name, found.Rule, found.Target, found.Help, found.Why))
		}
	}
	return findings
}
