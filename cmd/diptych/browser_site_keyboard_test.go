package main

import (
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// watchFocus remembers how everything looks without the focus, and what the keyboard has to reach.
const watchFocus = `window.focusWatch = (() => {` + elementName + `
	const look = (element) => getComputedStyle(element).boxShadow;
	const plain = new Map([...document.querySelectorAll('*')].map((element) => [element, look(element)]));
	const unreached = new Set([...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
		.filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.disabled));
	const seen = new Set();
	return {
		most: unreached.size + document.querySelectorAll('[tabindex], pre, .table').length + 1,
		missed: () => [...unreached].map((element) => 'the keyboard does not reach ' + nameOf(element)),
		step: () => {
			const element = document.activeElement;
			if (element === document.body || seen.has(element)) return {done: true, findings: []};
			seen.add(element);
			unreached.delete(element);
			const style = getComputedStyle(element), box = element.getClientRects()[0], findings = [];
			const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
			if (!isOutlined && look(element) === plain.get(element)) findings.push('the focus does not show at ' + nameOf(element));
			const over = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
			if (!over) findings.push('the focus is out of sight at ' + nameOf(element));
			else if (!element.contains(over)) findings.push(nameOf(over) + ' lies over the focus at ' + nameOf(element));
			return {done: false, findings, isSkip: element.matches('.skip'), isMain: document.querySelector('main').contains(element)};
		},
	};
})()`

// focusStep is one press of Tab, and where it leads.
type focusStep struct {
	Done, IsSkip, IsMain bool
	Findings             []string
}

// focusable holds that the keyboard alone reaches all that can be clicked, that its place shows at each step (WCAG 2.4.7,
// 2.4.11), and that the first step skips what stands before the main part.
func focusable(v *visit) []string {
	v.show(bright)
	v.load() // the focus is at the top again
	v.run(watchFocus + "; undefined")
	var findings []string
	for step := range value[int](v.window, `focusWatch.most`) {
		v.do(chromedp.KeyEvent(kb.Tab))
		focus := value[focusStep](v.window, `focusWatch.step()`)
		if step == 0 && !focus.IsSkip && !(focus.IsMain && !v.hasNavigation()) {
			findings = append(findings, "the first Tab leads neither to the skip link nor to a main part with nothing before it")
		}
		findings = append(findings, focus.Findings...)
		if focus.Done {
			break
		}
	}
	return append(findings, value[[]string](v.window, `focusWatch.missed()`)...)
}

// hasNavigation tells whether there is something to skip.
func (v *visit) hasNavigation() bool {
	return value[bool](v.window, `document.querySelector('body > header, nav') !== null`)
}
