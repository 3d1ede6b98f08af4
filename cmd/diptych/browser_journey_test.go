package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func changeSlug(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	french, english := p.open("fr/a-propos/#documents"), p.open("en/about/")
	english.mark()
	steps := value[int](french, "history.length")
	p.save(edit{"content/about.fr.md", `slug = "a-propos"`, `slug = "ce-site"`})
	french.until("the window follows", at("fr/ce-site/#documents")+" && "+shows("À propos de ce site"))
	if got := value[int](french, "history.length"); got != steps {
		t.Errorf("the window's history has %d steps, and had %d", got, steps)
	}
	english.until("the switch leads to the new address", switchTo+".pathname === '/fr/ce-site/'")
	english.stays()
}

func restart(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	french, english := p.open("fr/a-propos/"), p.open("en/about/")
	for _, w := range []*window{french, english} {
		w.mark()
		w.bearLoss(true)
	}
	p.restart(edit{"content/about.fr.md", "paraissent en même temps", "paraissent ensemble"})
	french.until("what changed meanwhile shows", shows("disent la même chose et paraissent ensemble"))
	for _, w := range []*window{french, english} {
		w.untilAsked()
		w.bearLoss(false)
	}
	english.isUntouched()
	p.save(edit{"content/about.en.md", "appear at the same time", "appear together"})
	english.until("what changes afterwards shows", shows("appear together"))
	french.stays()
	english.stays()
}

func switchLanguage(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("fr/processus-preparatoire/dacca/")
	w.press(find(".switch"))
	w.until("the English half shows", at("en/preparatory-process/dhaka/")+" && document.documentElement.lang === 'en-GB' && "+
		shows("25–26 June 2023"))
	w.run("history.back()")
	w.until("the French half shows", at("fr/processus-preparatoire/dacca/")+" && document.documentElement.lang === 'fr' && "+
		shows("25–26 juin 2023"))
	p.save(edit{"content/preparatory-process/dhaka.fr.md", "qui se tient à Dacca", "qui a lieu à Dacca"})
	w.until("the page follows edits", shows("qui a lieu à Dacca"))
}

func useKeyboard(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("fr/objectifs-et-resultats/")
	w.do(chromedp.KeyEvent(kb.Tab))
	w.until("the skip link shows", focus+".className === 'skip' && "+focus+".getBoundingClientRect().top >= 0")
	w.do(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
	w.until("the focus is in the main part", "location.hash === '#main' && document.querySelector('main').contains("+focus+")")

	w.visit("fr/objectifs-et-resultats/")
	w.tabTo("switch", 10)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.until("the English half shows", at("en/objectives-and-outcomes/")+" && "+shows("Areas of focus"))
}

// tabTo presses Tab until an element of a class has the focus, at most so many times.
func (w *window) tabTo(class string, most int) {
	w.t.Helper()
	for range most {
		w.do(chromedp.KeyEvent(kb.Tab))
		if value[string](w, focus+".className") == class {
			return
		}
	}
	w.t.Fatalf("%d times Tab do not lead to %q", most, class)
}

func readWithoutScript(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.blank()
	call(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	for _, path := range conference(t).Paths() {
		if strings.HasSuffix(path, ".html") {
			w.visit(strings.TrimSuffix(path, "index.html"))
			w.isReadable(path)
		}
	}
	w.visit("fr/annonce/")
	w.press(find(".switch"))
	w.untilWithoutScript("the switch leads to the other half", at("en/announcement/"))
}

// isReadable holds that a page shows its whole main part, and ran no script.
func (w *window) isReadable(path string) {
	w.t.Helper()
	const all = `[document.querySelector('main').cloneNode(true)].map((main) => {
		main.querySelectorAll('[hidden], template').forEach((element) => element.remove()); // what waits for a script
		return main.textContent.replace(/\s+/g, '');
	})[0]`
	const seen = `document.querySelector('main').innerText.replace(/\s+/g, '')`
	if text := value[string](w, seen); len(text) < 50 || text != value[string](w, all) {
		w.t.Errorf("%s shows only %q", path, text)
	}
	if !value[bool](w, `document.querySelector('h1').offsetHeight > 0 && document.querySelector('script[data-etag]') !== null`) {
		w.t.Errorf("%s has no heading, or a script ran", path)
	}
}

// showDraft shows a page that is not published: it says so, in both languages, for as long as it is a draft.
func showDraft(t *testing.T, browser context.Context) {
	draft := edit{"content/about.toml", "menu = 40", "draft = true\nmenu = 40"}
	p := startPreviewWith(t, browser, []string{"--drafts"}, draft)
	french, english := p.open("fr/a-propos/"), p.open("en/about/")
	french.until("the page says so", shows("Brouillon : cette page n’est pas publiée."))
	english.until("the page says so", shows("Draft: this page is not published."))
	p.save(draft.undo())
	french.until("the page is no draft", "!"+shows("Brouillon"))
	english.until("the page is no draft", "!"+shows("Draft"))
}
