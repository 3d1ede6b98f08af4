package main

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// reading is what a reader did to a page, and sees of it.
type reading struct {
	Top      float64 // of the heading that is looked at, in pixels below the window's upper edge
	Open     bool    // the details
	Focus    string  // the name of the element that has it
	Typed    string  // in the field
	Selected string  // in the field if it has the focus, else in the text
}

func (w *window) reading() reading {
	w.t.Helper()
	return value[reading](w, `(() => {
		const field = document.querySelector('input');
		const focus = document.activeElement;
		return {
			Top: document.querySelector('#partnerships').getBoundingClientRect().top,
			Open: document.querySelector('details').open,
			Focus: focus.name ?? focus.localName,
			Typed: field.value,
			Selected: focus === field
				? field.value.slice(field.selectionStart, field.selectionEnd) : String(getSelection()),
		};
	})()`)
}

// keeps holds that a reader is where they were.
func (w *window) keeps(before reading) {
	w.t.Helper()
	// A browser scrolls by whole pixels, while lines of text have fractions of them.
	if diff := cmp.Diff(before, w.reading(), cmpopts.EquateApprox(0, 1)); diff != "" {
		w.t.Errorf("what the reader did has changed (-before +after):\n%s", diff)
	}
	w.stays()
}

// help gives the pages what a reader can open and type in, which this site does without.
var help = edit{"layouts/page.html", `<div class="prose">`,
	`<details><summary>Aide</summary><p>Tapez un mot.</p></details><p><input name="mot"></p><div class="prose">`}

func editOneHalf(t *testing.T, browser context.Context) {
	p := startPreview(t, browser, help)
	french, english := p.open("fr/objectifs-et-resultats/"), p.open("en/objectives-and-outcomes/")
	french.press(find("summary"))
	french.press(find("input"))
	french.do(chromedp.KeyEvent("désarmement"))
	french.run(`document.querySelector('input').setSelectionRange(2, 6);
		document.querySelector('#partnerships').scrollIntoView()`)
	french.mark()
	english.mark()

	before, scrolled := french.reading(), value[float64](french, "scrollY")
	if want := (reading{before.Top, true, "mot", "désarmement", "sarm"}); before != want || scrolled < 700 {
		t.Fatalf("scrolled by %v, the reader is at %+v", scrolled, before)
	}
	p.save(edit{"content/objectives.fr.md", "La réforme du", "« L’été à Accra », dit-on.\n\n## À l’étude\n\nLa réforme du"})
	french.until("the paragraph shows", shows("« L’été à Accra », dit-on."))
	french.keeps(before)
	if now := value[float64](french, "scrollY"); now <= scrolled {
		t.Errorf("nothing came in above: scrolled by %v, then by %v", scrolled, now)
	}
	english.untilAsked()
	english.isUntouched()
}

func editSelected(t *testing.T, browser context.Context) {
	p := startPreview(t, browser, help)
	w := p.open("fr/objectifs-et-resultats/")
	w.run(`const text = document.querySelector('.heading:has(#invitations) + p').firstChild;
		getSelection().setBaseAndExtent(text, 5, text, 12)`)
	w.mark()
	before := w.reading()
	if before.Selected != "invités" {
		t.Fatalf("the reader is at %+v", before)
	}
	p.save(edit{"content/objectives.fr.md", "qui sont représentés au Comité", "qui siègent au Comité"})
	w.until("the sentence shows", shows("tous les États Membres qui siègent au Comité spécial"))
	w.keeps(before)
}

func editFact(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	french, english := p.open("fr/processus-preparatoire/dacca/"), p.open("en/preparatory-process/dhaka/")
	french.mark()
	english.mark()
	p.save(edit{"content/preparatory-process/dhaka.toml", "end = 2023-06-26", "end = 2023-06-28"})
	french.until("the date shows", shows("25–28 juin 2023"))
	english.until("the date shows", shows("25–28 June 2023"))
	for _, w := range []*window{french, english} {
		w.until("the data for search engines follows",
			`JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent).endDate === '2023-06-28'`)
	}
	french.stays()
	english.stays()
}

func editStyle(t *testing.T, browser context.Context) {
	p := startPreview(t, browser, edit{"static/css/site.css", "background: var(--paper);", "background: rgb(0, 96, 143);"})
	french, english := p.open("fr/"), p.open("en/")
	for _, w := range []*window{french, english} {
		w.mark()
		w.watchColour()
	}
	p.save(edit{"static/css/site.css", "background: rgb(0, 96, 143);", "background: rgb(184, 134, 11);"})
	for _, w := range []*window{french, english} {
		w.untilAsked()
		w.until("the colour shows", "window.colours.includes('rgb(184, 134, 11)')")
		want := []string{"rgb(0, 96, 143)", "rgb(184, 134, 11)"}
		if diff := cmp.Diff(want, value[[]string](w, "window.colours")); diff != "" {
			t.Errorf("the colours seen are (-want +got):\n%s", diff)
		}
		if n := value[int](w, `document.querySelectorAll('link[rel=stylesheet]').length`); n != 1 {
			t.Errorf("the page has %d style sheets", n)
		}
		w.stays()
	}
}

// watchColour takes down each colour that the page is drawn on from now on. Style sheets take some time to come, so that
// a page without its style would be seen.
func (w *window) watchColour() {
	w.t.Helper()
	call(w, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{
			{URLPattern: w.origin + "css/*", Latency: 200, DownloadThroughput: -1, UploadThroughput: -1},
		},
	})
	w.run(`const colours = window.colours = [];
		(function look() {
			const colour = getComputedStyle(document.body).backgroundColor;
			if (colours.at(-1) !== colour) colours.push(colour);
			requestAnimationFrame(look);
		})()`)
}
