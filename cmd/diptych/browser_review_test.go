package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"diptych/cmd/diptych/internal/cli"
)

// What a review shows: JavaScript expressions.
const (
	changedRow = `document.querySelector('.row[data-state="french-changed"]')`
	followRow  = `document.querySelector('.row[data-state="english-changed"]')`
	allSame    = `document.querySelector('.act .done') !== null && document.querySelector('.act button') === null`
	told       = `document.querySelector('.told').textContent`
)

// newWords changes one sentence of the French half alone, and newEnglish its answer.
var (
	newWords   = edit{"content/about.fr.md", "Ce site présente", "Le présent site montre"}
	newEnglish = edit{"content/about.en.md", "This site presents", "The present site shows"}
)

// command runs another command over the preview's site, and gives what it prints.
func (p *preview) command(args ...string) string {
	p.t.Helper()
	var out bytes.Buffer
	code := cli.Run(append(args, "--source", p.root, "--date", "2023-10-01"), cli.World{
		Cache:   mustCache(p.t),
		Context: context.Background(), Stdout: &out, Stderr: &out, Now: time.Now, Getenv: func(string) string { return "" },
	})
	if code != 0 {
		p.t.Fatalf("%v ends with %d:\n%s", args, code, out.String())
	}
	return out.String()
}

// lock gives the text of a page's lock.
func (p *preview) lock(key string) string {
	p.t.Helper()
	text, err := os.ReadFile(filepath.Join(p.root, "i18n/lock", key+".toml"))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}

// review opens the review of a page all of whose blocks are confirmed.
func (p *preview) review(key, lang string) *window {
	p.t.Helper()
	p.command("confirm", "--all")
	w := p.blank()
	w.visit("_diptych/review/" + key + "?lang=" + lang)
	w.until("all is confirmed", allSame)
	return w
}

// reviewLive edits one half while its review is open: the block shows as changed, with its new words marked, and nothing
// else moves. A click confirms it.
func reviewLive(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.review("about", "fr")
	w.run("window.changes = 0; scrollTo(0, 120)")
	p.save(newWords)
	w.until("the block shows as changed", changedRow+" !== null")
	w.stays()
	if got := value[string](w, `[...document.querySelectorAll('ins')].map((part) => part.textContent).join('|')`); got != "Le présent|montre" {
		t.Errorf("%q is marked as new", got)
	}
	if got := value[int](w, "scrollY"); got < 100 {
		t.Errorf("the page was scrolled to %d", got)
	}
	if got := value[string](w, changedRow+`.querySelector('.half:nth-child(2) .remark').textContent`); got != "doit suivre" {
		t.Errorf("of the other half it says %q", got)
	}

	before := p.lock("about")
	w.press(changedRow + `.querySelector('.do button')`)
	w.until("it says so", told+" === 'Le bloc est confirmé'")
	w.until("all is confirmed again", allSame)
	if after := p.lock("about"); after == before || !strings.Contains(after, "Le présent site montre") {
		t.Errorf("the lock is\n%s", after)
	}
	if got := value[string](w, focus+".id"); got != "title" {
		t.Errorf("the focus is at %q", got)
	}
	if status := p.command("status", "about"); !strings.HasPrefix(status, "confirmed") {
		t.Errorf("the status is\n%s", status)
	}
	w.stays()
}

// reviewByKeyboard confirms a page as a minor change without a mouse.
func reviewByKeyboard(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.review("about", "en")
	p.save(newEnglish)
	w.until("the block shows as changed", followRow+" !== null")
	w.tabTo("whole", 20)
	w.do(chromedp.KeyEvent(kb.Tab))
	w.until("the focus is at the choice", focus+".id === 'minor'")
	w.do(chromedp.KeyEvent(" "))
	p.save(newWords)
	w.until("both have changed", `document.querySelector('.row[data-state="both-changed"]') !== null`)
	w.until("the choice stays, and the focus", focus+".id === 'minor' && "+focus+".checked")
	w.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(8)), chromedp.KeyEvent(kb.Enter)) // 8 is Shift
	w.until("it says so", told+" === 'The page is confirmed'")
	w.until("all is confirmed again", allSame)
	if lock := p.lock("about"); strings.Contains(lock, "2023-11-01") || !strings.Contains(lock, "2023-10-01") {
		t.Errorf("the page does not keep its day:\n%s", lock)
	}
}

// reviewRefused has an error in the page, which can't be confirmed before it is mended.
func reviewRefused(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.review("announcement", "en")
	mistake := edit{"content/announcement.fr.md", "accueille à Accra les 5", "accueille à Accra les 4"}
	p.save(mistake)
	w.until("the mistake shows at its block", changedRow+`?.querySelector('.problems [data-severity="error"] .rule')?.textContent === 'date-mismatch'`)
	if n := value[int](w, `document.querySelectorAll('[data-seen]').length`); n != 0 {
		t.Errorf("%d things can be confirmed", n)
	}
	if !value[bool](w, shows("The page can be confirmed once its errors are mended")) {
		t.Error("it does not say why")
	}
	p.save(mistake.undo())
	w.until("all is confirmed again", allSame)
}

// markFinding marks the block of a page that a finding concerns. The mark is reached by the keyboard, and tells what was
// found; the page itself stays as it is published.
func markFinding(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("fr/annonce/")
	const dot, note = layer + `?.querySelector('.dot')`, layer + `?.querySelector('.note')`
	published := value[string](w, "document.body.outerHTML")
	w.until("nothing is marked", dot+" === null || "+dot+" === undefined")
	p.save(edit{"content/announcement.en.md", "in Accra on 5", "in Accra on 4"})
	w.until("a block is marked", dot+"?.offsetHeight > 0")
	if got := value[string](w, dot+`.ariaLabel.replace(/\s+/g, ' ')`); got != "1 constat : Erreur" {
		t.Errorf("the mark is called %q", got)
	}
	beside := value[bool](w, `(() => {
		const block = [...document.querySelectorAll('main p')].find((part) => part.textContent.includes('Une ministre du Ghana'));
		const [box, mark] = [block, `+dot+`].map((part) => part.getBoundingClientRect());
		return Math.abs(box.top - mark.top) < 2 && mark.right <= box.left;
	})()`)
	if !beside {
		t.Error("the mark does not stand beside its block")
	}
	if value[string](w, "document.body.outerHTML") != published {
		t.Error("the page itself is another one")
	}
	w.tabToMark()
	w.until("it tells what was found", note+"?.offsetHeight > 0 && "+plainText(note+".textContent")+".includes('le français dit « 5 », et l’anglais « 4 »')")
	w.do(chromedp.KeyEvent(kb.Escape))
	w.until("Escape shuts it", note+"?.hidden && "+layer+".activeElement === "+dot)
	w.press(dot)
	w.until("a click opens it", note+"?.offsetHeight > 0")
	p.save(edit{"content/announcement.en.md", "in Accra on 4", "in Accra on 5"})
	w.until("the mark goes", dot+" === null")
}

// tabToMark presses Tab until the mark of a finding has the focus.
func (w *window) tabToMark() {
	w.t.Helper()
	for range 60 {
		w.do(chromedp.KeyEvent(kb.Tab))
		if value[bool](w, layer+`.activeElement?.className === 'dot'`) {
			return
		}
	}
	w.t.Fatal("Tab does not lead to the mark")
}

// listPairs opens the list of all pages, which follows the site and leads to a review.
func listPairs(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	p.command("confirm", "--all")
	w := p.blank()
	w.visit("_diptych/?lang=fr")
	state := func(key string) string {
		return `[...document.querySelectorAll('tbody tr')].find((row) => row.querySelector('.key').textContent.trim() === ` +
			quote(key) + `)?.querySelector('.mark')?.dataset.state`
	}
	w.until("a page is confirmed", state("about")+" === 'confirmed'")
	w.run("window.changes = 0")
	p.save(newWords)
	w.until("it has changed", state("about")+" === 'french-changed'")
	w.until("the findings are counted", `document.querySelectorAll('.tally[data-severity="warning"]').length > 0`)
	w.stays()
	w.press(find(`a[href*="show=todo"]`))
	w.until("it alone is shown", `document.querySelectorAll('tbody tr').length === 1`)
	w.press(find(`.titles`))
	w.until("its review is shown", at("_diptych/review/about?lang=fr")+" && "+changedRow+" !== null")
}
