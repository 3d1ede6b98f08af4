package main

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// turnOf is the link from the heading of an id to the other half.
func turnOf(id string) string { return `#` + id + ` + .turn` }

// atTop tells whether the heading of an id stands at the top of the window, or as near as the end of the page lets it.
func atTop(id string) string {
	return `(() => {
		const { top } = document.getElementById(` + quote(id) + `).getBoundingClientRect();
		const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
		return top > -1 && (top < 130 || atEnd && top < innerHeight);
	})()`
}

// turnWithoutScript goes from a part to the same part in the other language, and back.
func turnWithoutScript(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.blank()
	call(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	for _, id := range []string{"strategic-communications", "invitations"} {
		w.visit("fr/objectifs-et-resultats/")
		w.press(find(turnOf(id)))
		w.untilWithoutScript("the part shows in English", at("en/objectives-and-outcomes/#"+id)+" && "+atTop(id))
		w.press(find(turnOf(id)))
		w.untilWithoutScript("the part shows in French", at("fr/objectifs-et-resultats/#"+id)+" && "+atTop(id))
	}
}

// untilWithoutScript waits until a condition holds in a page that has no timers, since it runs no scripts.
func (w *window) untilWithoutScript(what, condition string) {
	w.t.Helper()
	for deadline := time.Now().Add(patience); ; {
		switch holds, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](condition)); {
		case err == nil && holds:
			return
		case time.Now().After(deadline):
			w.t.Fatalf("not in time: %s; the page shows\n%s", what, value[string](w, "location.href + '\\n' + "+pageText))
		}
	}
}

// switchInPlace reads on, switches, and is at the same part; at the top, the switch leads to the page.
func switchInPlace(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("fr/objectifs-et-resultats/")
	w.until("at the top the switch leads to the page", switchTo+".hash === ''")
	for _, id := range []string{"questions", "women-in-peacekeeping", "documents"} {
		w.run(`document.getElementById(` + quote(id) + `).scrollIntoView()`)
		w.until("the switch follows", switchTo+".hash === "+quote("#"+id))
	}
	w.until("the contents show it", `document.querySelector('.contents [aria-current]')?.hash === '#documents'`)
	w.run(`location.hash = 'invitations'`)
	w.until("of the last parts it follows that which was asked for", switchTo+".hash === '#invitations'")
	w.run(`location.hash = 'documents'`)
	w.until("the switch follows back", switchTo+".hash === '#documents'")
	w.clickInPlace(switchTo)
	w.until("the part shows in English", at("en/objectives-and-outcomes/#documents")+" && "+atTop("documents"))
	w.until("the switch leads back to it", switchTo+".pathname === '/fr/objectifs-et-resultats/' && "+switchTo+".hash === '#documents'")
	w.run("scrollTo(0, 0)")
	w.until("at the top it leads to the page", switchTo+".hash === '' && document.querySelector('.contents [aria-current]') === null")
	w.press(find(".switch"))
	w.until("the page shows from its top", at("fr/objectifs-et-resultats/")+" && scrollY === 0")
}

// switchInLowWindow reads in a window that is too low for the switch to stay in sight: it follows all the same.
func switchInLowWindow(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("en/objectives-and-outcomes/")
	call(w, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 640, Height: 320, DeviceScaleFactor: 1})
	w.run(`document.getElementById('questions').scrollIntoView()`)
	w.until("the switch follows", switchTo+".hash === '#questions'")
}

// clickInPlace clicks what is at hand, as a reader does who does not scroll for it.
func (w *window) clickInPlace(element string) {
	w.t.Helper()
	const middle = `(({ left, top, width, height }) => [left + width / 2, top + height / 2])(%s.getBoundingClientRect())`
	at := value[[2]float64](w, fmt.Sprintf(middle, element))
	w.do(chromedp.MouseClickXY(at[0], at[1]))
}

// withoutKeys takes the keys from two headings of a page, so that each half has ids of its own.
func withoutKeys() []edit {
	return []edit{
		{"content/objectives.fr.md", "## Partenariats {#partnerships}", "## Partenariats"},
		{"content/objectives.en.md", "## Partnerships {#partnerships}", "## Partnerships"},
		{"content/objectives.fr.md", "## Invitations {#invitations}", "## Invités"},
		{"content/objectives.en.md", "## Invitations {#invitations}", "## Main"},
	}
}

// followForeignIDs opens addresses that carry the ids of the other half. One that the page has already is left alone.
func followForeignIDs(t *testing.T, browser context.Context) {
	p := startPreview(t, browser, withoutKeys()...)
	w := p.open("fr/objectifs-et-resultats/#partnerships")
	w.until("an English id leads to the French part", atTop("partenariats"))
	w.press(find(turnOf("partenariats")))
	w.until("the part shows in English", at("en/objectives-and-outcomes/#partnerships")+" && "+atTop("partnerships"))
	w.run(`location.hash = 'invites'`)
	w.until("a French id leads to the English part", `document.querySelector('#invites h2').textContent === 'Main' && `+atTop("invites"))
	w.run(`location = '/fr/objectifs-et-resultats/#main'`)
	w.until("the id of the layout is the layout's", `document.querySelectorAll('#main').length === 1 && document.getElementById('main').localName === 'main'`)
}

// turnByKeyboard finds the quiet link by Tab alone; it shows while it has the focus.
func turnByKeyboard(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("en/about/")
	w.tabTo("turn", 20)
	w.until("the link shows", `getComputedStyle(`+focus+`).opacity === '1' && `+focus+`.getBoundingClientRect().height >= 24`)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.until("the part shows in French", at("fr/a-propos/#sources"))
}

// turnWhereShapesDiffer shows a page whose halves differ in shape: the links lead to the other page as a whole.
func turnWhereShapesDiffer(t *testing.T, browser context.Context) {
	edits := append(withoutKeys(), edit{"content/objectives.en.md", "## Main\n", "## Main\n\nMore.\n\n## Other matters\n"})
	p := startPreview(t, browser, edits...)
	w := p.open("fr/objectifs-et-resultats/")
	w.until("the links lead to the page", `[...document.querySelectorAll('`+turnOf("partenariats")+`, `+turnOf("invites")+
		`')].map((link) => link.pathname + link.hash).join() === '/en/objectives-and-outcomes/,/en/objectives-and-outcomes/'`)
	w.until("those with keys lead to their parts", `document.querySelector('`+turnOf("documents")+`').hash === '#documents'`)
}

// readBothHalves goes to the page for printing that has both halves, and from there to one of them.
func readBothHalves(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("fr/processus-preparatoire/dacca/")
	w.press(find(`footer a[href="/fr-en/preparatory-process/dhaka/"]`))
	w.until("both halves show", shows("Documents")+" && "+shows("deals with women")+" && "+shows("porte sur les femmes"))
	w.until("their parts stand side by side", `(() => {
		const [fr, en] = ['fr-documents', 'en-documents'].map((id) => document.getElementById(id).getBoundingClientRect());
		return Math.abs(fr.top - en.top) < 2 && fr.right < en.left;
	})()`)
	w.press(find(`a.switch[hreflang="en"]`))
	w.until("one leads to its page", at("en/preparatory-process/dhaka/"))
}
