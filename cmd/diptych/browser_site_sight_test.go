package main

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/chromedp/chromedp"
)

// watchShifts notes each shift of the layout from the page's beginning.
const watchShifts = `window.shifts = [];
window.shiftObserver = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
shiftObserver.observe({type: 'layout-shift', buffered: true});`

const shifted = `(() => {` + elementName + `
	shifts.push(...shiftObserver.takeRecords());
	const where = (node) => node ? nameOf(node.parentElement && node.nodeType === 3 ? node.parentElement : node) : 'what went';
	return shifts.flatMap((shift) => shift.sources.map((source) => shift.value.toFixed(4) + ' at ' + where(source.node)));
})()`

// stable holds that nothing shifts while the page loads, on a large screen and on a small one.
func stable(v *visit) []string {
	findings := v.shifts(desktop)
	v.show(phone)
	v.load()
	return append(findings, v.shifts(phone)...)
}

// shifts gives each shift of the layout since the page was loaded in a mode.
func (v *visit) shifts(m mode) []string {
	v.settle() // a shift of the last frame is told in the next
	findings := value[[]string](v.window, shifted)
	for i := range findings {
		findings[i] = m.name + ": " + findings[i]
	}
	return findings
}

// elementName names an element in a message, as short as it can be told apart.
const elementName = `const nameOf = (element) => element.nodeName.toLowerCase() +
	(element.id ? '#' + element.id : '') + [...element.classList ?? []].map((name) => '.' + name).join('') +
	(element.textContent.trim() ? ' “' + element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30) + '”' : '');`

// wide gives what stands out of a page that is wider than its window.
const wide = `(() => {` + elementName + `
	if (document.scrollingElement.scrollWidth <= innerWidth) return [];
	return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth)
		.slice(-3).map((element) => nameOf(element) + ' ends at ' + Math.round(element.getBoundingClientRect().right))
		.concat('the page is ' + document.scrollingElement.scrollWidth + ' pixels wide');
})()`

// reflowing holds WCAG 1.4.10: in a window of 320 pixels, which is one of 1280 at 400 %, nobody has to scroll sideways.
func reflowing(v *visit) []string {
	v.show(narrow)
	return value[[]string](v.window, wide)
}

// moving gives what moves although the reader asked for no motion.
const moving = `(() => {` + elementName + `
	const isLong = (durations) => durations.split(',').some((duration) => parseFloat(duration) > 0.01);
	const found = document.getAnimations().filter((animation) => animation.playState === 'running' &&
		animation.effect.getComputedTiming().endTime > 10).map((animation) => 'an animation runs: ' + nameOf(animation.effect.target));
	for (const element of document.querySelectorAll('*')) for (const part of [null, '::before', '::after']) {
		const style = getComputedStyle(element, part), name = nameOf(element) + (part ?? '');
		if (style.animationName !== 'none' && isLong(style.animationDuration)) found.push(name + ' is animated');
		if (isLong(style.transitionDuration)) found.push(name + ' has a transition of ' + style.transitionDuration);
		if (!part && style.scrollBehavior === 'smooth') found.push(name + ' scrolls smoothly');
	}
	return found;
})()`

// motionless holds that for readers who ask for less motion nothing moves.
func motionless(v *visit) []string {
	v.show(bright)
	return value[[]string](v.window, moving)
}

// unprintable gives what should not be on paper and is, and what should and is not.
const unprintable = `[...document.querySelectorAll('header nav, .menu, .switch, .skip')].filter((element) => element.checkVisibility())
	.map((element) => 'the ' + (element.className || element.nodeName) + ' is printed')
	.concat([...document.querySelectorAll('main, article, h1')].filter((element) => !element.checkVisibility())
	.map((element) => 'the ' + element.nodeName + ' is not printed'))`

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// printable holds that a page can be printed: what it says is on a few sheets of paper, and what one would click is not.
func printable(v *visit) []string {
	v.show(paper)
	findings := value[[]string](v.window, unprintable)
	pdf, err := chromedp.Run(v.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return append(findings, fmt.Sprintf("no PDF, but %.20q, %v", pdf, err))
	}
	if sheets := len(pdfPage.FindAll(pdf, -1)); sheets < 1 || sheets > mostSheets {
		findings = append(findings, fmt.Sprintf("the page takes %d sheets of paper, want 1 to %d", sheets, mostSheets))
	}
	return findings
}

const mostSheets = 6
