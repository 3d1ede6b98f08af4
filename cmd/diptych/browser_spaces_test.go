package main

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"
)

// The switch that marks no-break spaces: JavaScript expressions.
const (
	spaces  = layer + `?.querySelector('.spaces button')`
	pressed = spaces + `?.ariaPressed`
	legend  = layer + `.querySelector('.spaces p')`
)

// Edits of a page with a known number of no-break spaces, ordinary and narrow ones, where nothing but they themselves asks
// for any: two and one, of which code has one each; then one and two more.
var (
	twoAndOne = edit{"content/about.fr.md", "Ce site présente", "L’été\u00a0venu, `a\u00a0b\u202fc`. Ce site présente"}
	threeMore = edit{"content/about.fr.md", "L’été\u00a0venu", "L’été\u00a0déjà\u202fvenu\u202fà\u00a0Accra"}
)

// marks is how many spaces are marked, and how many there are.
type marks struct{ Ordinary, Narrow int }

// marked counts the marks that stand on a space of their kind in the page.
func (w *window) marked() marks {
	w.t.Helper()
	return value[marks](w, `(() => {
		const on = (name, space) => [...CSS.highlights.get(name) ?? []].filter((range) =>
			document.body.contains(range.startContainer) && range.startContainer === range.endContainer &&
			range.startContainer.data.slice(range.startOffset, range.endOffset) === space).length;
		return { Ordinary: on('diptych-ordinary', '\u00a0'), Narrow: on('diptych-narrow', '\u202f') };
	})()`)
}

// present counts the spaces in the page's text, with no regard to elements.
func (w *window) present() marks {
	w.t.Helper()
	return value[marks](w, `(() => {
		const number = (space) => document.body.textContent.split(space).length - 1;
		return { Ordinary: number('\u00a0'), Narrow: number('\u202f') };
	})()`)
}

// expectMarks holds that all the spaces of the page are marked, that no other mark is there, and that the legend tells
// their numbers.
func (w *window) expectMarks() marks {
	w.t.Helper()
	want := w.present()
	if diff := cmp.Diff(want, w.marked()); diff != "" {
		w.t.Errorf("the marks differ from the spaces (-spaces +marks):\n%s", diff)
	}
	all := value[int](w, "[...CSS.highlights.values()].reduce((n, { size }) => n + size, 0)")
	if all != want.Ordinary+want.Narrow {
		w.t.Errorf("%d things are marked, there are %+v", all, want)
	}
	told := value[marks](w, `(() => {
		const [ordinary, narrow] = [...`+legend+`.children].map((part) => parseInt(part.textContent));
		return { Ordinary: ordinary, Narrow: narrow };
	})()`)
	if told != want {
		w.t.Errorf("the legend tells %+v, there are %+v", told, want)
	}
	return want
}

// expectNoMarks holds that nothing is marked.
func (w *window) expectNoMarks() {
	w.t.Helper()
	if n := value[int](w, "CSS.highlights.size"); n != 0 {
		w.t.Errorf("%d kinds of marks are left", n)
	}
}

// look is a property of the marks of one kind as the page has it now.
func look(kind, property string) string {
	return "getComputedStyle(document.body, '::highlight(diptych-" + kind + ")')." + property
}

func markSpaces(t *testing.T, browser context.Context) {
	p := startPreview(t, browser, twoAndOne)
	w := p.open("fr/a-propos/")
	w.until("the switch is there, and off", pressed+" === 'false' && "+spaces+".textContent === 'Espaces insécables'")
	w.expectNoMarks()
	w.mark()

	w.press(spaces)
	w.until("the marks have their look", look("narrow", "backgroundColor")+" === 'rgb(214, 90, 20)' && "+
		look("ordinary", "textDecorationLine")+" === 'underline'")
	before := w.expectMarks()
	if before.Ordinary < 2 || before.Narrow < 1 {
		t.Fatalf("the page has only %+v", before)
	}
	w.isUntouched()

	p.save(threeMore)
	w.until("the edit shows", shows("L’été déjà venu à Accra"))
	if diff := cmp.Diff(marks{before.Ordinary + 1, before.Narrow + 2}, w.expectMarks()); diff != "" {
		t.Errorf("the marks do not follow (-want +got):\n%s", diff)
	}
	w.press(spaces)
	w.until("the switch is off", pressed+" === 'false' && "+legend+".offsetHeight === 0")
	w.expectNoMarks()
	p.save(threeMore.undo())
	w.until("the next edit shows", shows("L’été venu"))
	w.expectNoMarks()
	w.stays()
}

// keepMarks has the choice hold for the window, on every page and through the browser's history, and for it alone.
func keepMarks(t *testing.T, browser context.Context) {
	p := startPreview(t, browser, twoAndOne)
	w := p.open("fr/a-propos/")
	w.until("the switch is there", pressed+" === 'false'")
	w.tabToButton("Espaces insécables")
	w.do(chromedp.KeyEvent(kb.Enter))
	w.until("it is pressed", pressed+" === 'true'")

	w.mark()
	w.run("location.reload()")
	w.until("the page is loaded anew, and marked", "!('changes' in window) && "+pressed+" === 'true'")
	w.expectMarks()
	w.press(find(".switch"))
	w.until("the other half is marked", "location.pathname === '/en/about/'"+" && "+pressed+" === 'true'")
	w.expectMarks()
	if text := value[string](w, spaces+".textContent + ', ' + "+legend+".lastChild.textContent"); text !=
		"No-break spaces, 0\u00a0narrow (U+202F)" {
		t.Errorf("in English it says %q", text)
	}
	other := p.open("en/about/")
	other.until("another window has a choice of its own", pressed+" === 'false'")
	other.expectNoMarks()

	w.press(spaces)
	w.run("history.back()")
	w.until("the page before is marked no longer", at("fr/a-propos/")+" && "+pressed+" === 'false'")
	w.expectNoMarks()
	w.run(spaces + ".click()")
	w.until("the switch works there", pressed+" === 'true'")
	w.expectMarks()
}

// printMarks holds that paper shows neither the switch nor the marks.
func printMarks(t *testing.T, browser context.Context) {
	w := startPreview(t, browser, twoAndOne).open("fr/a-propos/")
	w.until("the switch is there", pressed+" === 'false'")
	w.press(spaces)
	w.until("the marks have their look", look("narrow", "backgroundColor")+" === 'rgb(214, 90, 20)'")
	for _, width := range []int64{600, 800, 1200} {
		w.resize(width)
		call(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		w.until("the switch is not printed", spaces+".getClientRects().length === 0")
		w.until("the marks are not printed", look("narrow", "backgroundColor")+" === 'rgba(0, 0, 0, 0)' && "+
			look("ordinary", "textDecorationLine")+" === 'none'")
		call(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{})
	}
}

// markOnPhone holds that the switch hides nothing: on a phone it stands below the page, also beside the count, and in a
// wider window the end of the page can be scrolled clear of it.
func markOnPhone(t *testing.T, browser context.Context) {
	w := startPreview(t, browser, edit{"content/about.fr.md", "Ce site présente", "Ce <em>petit</em> site présente"}).open("fr/a-propos/")
	w.until("the switch and the count show", spaces+"?.offsetHeight > 0 && "+countText+" === '1 avertissement'")
	const bounds = `const box = (part) => part.getBoundingClientRect();
		const [button, key, number, body] = [` + spaces + `, ` + legend + `, ` + count + `, document.body].map(box);`
	for _, width := range []int64{320, 360, 700} {
		w.resize(width)
		for range 2 {
			w.run("scrollTo(0, 1e6)")
			if text := value[string](w, `(() => { `+bounds+`
				const clear = button.top >= body.bottom && key.bottom <= innerHeight && button.bottom <= innerHeight;
				const apart = innerWidth >= 640 || Math.max(button.bottom, key.bottom) <= number.top;
				const inside = document.documentElement.scrollWidth === innerWidth && button.left >= 0 && key.left >= 0;
				return clear && apart && inside ? '' : JSON.stringify({ button, key, number, body, innerWidth, innerHeight });
			})()`); text != "" {
				t.Errorf("at %d pixels something is hidden: %s", width, text)
			}
			w.press(spaces)
		}
	}
}

// markNothing has a browser that can't mark anything.
func markNothing(t *testing.T, browser context.Context) {
	p := startPreview(t, browser, deadLink)
	w := p.blank()
	call(w, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: "delete window.Highlight"})
	w.visit("fr/a-propos/")
	w.until("problems show as ever", panel+"?.offsetHeight > 0")
	if value[bool](w, "Boolean("+spaces+")") {
		t.Error("there is a switch")
	}
}

// tabToButton presses Tab until the preview's own button of a name has the focus.
func (w *window) tabToButton(name string) {
	w.t.Helper()
	for range 100 {
		w.do(chromedp.KeyEvent(kb.Tab))
		if value[bool](w, layer+".activeElement?.textContent === "+quote(name)) {
			return
		}
	}
	w.t.Fatalf("Tab does not lead to %q", name)
}

// resize gives the window another width.
func (w *window) resize(width int64) {
	w.t.Helper()
	call(w, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: 640, DeviceScaleFactor: 1,
	})
}
