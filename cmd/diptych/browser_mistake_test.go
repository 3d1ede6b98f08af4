package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"
)

// Where the preview shows problems: JavaScript expressions.
const (
	layer     = `document.querySelector('diptych-preview')?.shadowRoot`
	panel     = layer + `?.querySelector('.panel')`
	count     = layer + `?.querySelector('.count')`
	panelText = `(` + panel + `?.innerText ?? '')`
	countText = `(` + count + `?.textContent ?? '').replace(/\s+/g, ' ')`
)

// notice is what the panel says of its first problem.
type notice struct {
	Role, Title, Severity, Place, Line, Marked, Hint string
}

func (w *window) notice() notice {
	w.t.Helper()
	return value[notice](w, `(() => {
		const panel = `+panel+`;
		const text = (name) => panel.querySelector(name).innerText.replace(/\s+/g, ' ').trim();
		return {
			Role: panel.getAttribute('role'), Title: text('h2'), Severity: text('.message strong'), Place: text('.place'),
			Line: text('pre code'), Marked: text('pre mark'), Hint: text('.hint strong'),
		};
	})()`)
}

func (w *window) expectNotice(want notice) {
	w.t.Helper()
	w.until("a panel comes", panel+"?.offsetHeight > 0")
	if diff := cmp.Diff(want, w.notice()); diff != "" {
		w.t.Errorf("the panel differs (-want +got):\n%s", diff)
	}
}

func breakLayout(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	french, english := p.open("fr/a-propos/"), p.open("en/about/")
	french.mark()
	english.mark()
	broken := edit{"layouts/page.html", "<h1>{{.Title}}</h1>", "<h1>{{.Titel}}</h1>"}
	p.save(broken)
	french.expectNotice(notice{"alertdialog", "1 erreur", "Erreur :", "layouts/page.html:3:7", broken.new, ".", "Quoi faire :"})
	english.expectNotice(notice{"alertdialog", "1 error", "Error:", "layouts/page.html:3:7", broken.new, ".", "What to do:"})
	french.isUntouched()
	english.isUntouched()

	p.save(broken.undo())
	for _, w := range []*window{french, english} {
		w.until("the panel goes", panelText+" === '' && "+countText+" === ''")
		w.isUntouched()
	}
}

func breakFrontMatter(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	french, elsewhere := p.open("fr/objectifs-et-resultats/"), p.open("fr/a-propos/")
	french.mark()
	elsewhere.mark()
	broken := edit{"content/objectives.fr.md", "+++\ntitle", "++\ntitle"}
	p.save(broken)
	want := notice{"alertdialog", "1 erreur", "Erreur :", "content/objectives.fr.md:1:1", "++", "+", "Quoi faire :"}
	french.expectNotice(want)
	french.isUntouched()
	elsewhere.until("the count shows", countText+" === '1 problème ailleurs'")
	elsewhere.stays()

	french.do(chromedp.KeyEvent(kb.Escape))
	french.until("the panel goes, and a count stays", panelText+" === '' && "+countText+" === '1 erreur'")
	p.save(edit{"content/objectives.fr.md", "Jamais les missions", "Les missions"})
	french.expectNotice(want)

	p.save(broken.undo())
	french.until("the mended page shows", shows("Les missions n’ont eu")+" && "+panelText+" === ''")
	french.stays()
}

func startBroken(t *testing.T, browser context.Context) {
	broken := edit{"layouts/page.html", "{{.Body}}", "{{.Boddy}}"}
	p := startPreview(t, browser, broken)
	french, english := p.open("fr/annonce/"), p.open("en/announcement/")
	for _, w := range []*window{french, english} {
		w.until("a page stands in", shows("Elle viendra d’elle-même.")+" && "+shows("It will come by itself."))
		w.until("a panel comes", panelText+".includes('layouts/page.html:7:3')")
	}
	p.save(broken.undo())
	french.until("the page comes", shows("S.E. Mme Shirley Ayorkor Botchwey")+" && "+panelText+" === ''")
	english.until("the page comes", shows("H.E. Ms. Shirley Ayorkor Botchwey")+" && "+panelText+" === ''")
}

func warn(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("fr/a-propos/")
	w.mark()
	p.save(edit{"content/about.fr.md", "Ce site présente", "Ce <em>petit</em> site présente"})
	w.until("the page shows", shows("Ce <em>petit</em> site"))
	w.until("the count shows", countText+" === '1 avertissement'")
	if text := value[string](w, panelText); text != "" || value[string](w, "document.activeElement.localName") != "body" {
		t.Errorf("a warning is not quiet: %q", text)
	}
	w.do(chromedp.Click(chromedp.JSPath(strings.ReplaceAll(count, "?.", "."))))
	w.expectNotice(notice{"dialog", "Problèmes", "Avertissement :", "content/about.fr.md:8:4",
		"Ce <em>petit</em> site présente la Conférence ministérielle des Nations Unies sur le maintien de la paix de 2023 en français et en anglais. Les deux langues disent la même chose et paraissent en même temps.",
		"<", "Quoi faire :"})
	w.stays()
}
