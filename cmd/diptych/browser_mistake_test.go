package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Where the preview shows problems: JavaScript expressions.
const (
	layer     = `document.querySelector('diptych-preview')?.shadowRoot`
	panel     = layer + `?.querySelector('.panel')`
	count     = layer + `?.querySelector('.count')`
	panelText = `(` + panel + `?.innerText ?? '')`
	countText = `(` + count + `?.textContent ?? '').replace(/\s+/g, ' ')`
)

// notice is what the panel shows of its first problem.
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

// said is what the panel says of its first problem, in the language that it names.
type said struct{ Lang, Message, Hint string }

func (w *window) said() said {
	w.t.Helper()
	return value[said](w, `(() => {
		const panel = `+panel+`;
		const [message, hint] = ['.message', '.hint'].map((name) => panel.querySelector(name + ' > span'));
		return { Lang: message.closest('[lang]').lang, Message: message.textContent, Hint: hint.textContent };
	})()`)
}

// expectSaid holds that the panel says a sentence of the tool, and what to do, in a language. Code stands in backquotes
// in a sentence, and without them in the panel.
func (w *window) expectSaid(lang source.Lang, message, hint wording.Phrase) {
	w.t.Helper()
	in := func(phrase wording.Phrase) string {
		sentence := wording.Sprintf(phrase)
		if sentence.French == sentence.English {
			w.t.Fatalf("%q has no French", phrase)
		}
		if lang == source.French {
			return strings.ReplaceAll(sentence.French, "`", "")
		}
		return strings.ReplaceAll(sentence.English, "`", "")
	}
	if diff := cmp.Diff(said{string(lang), in(message), in(hint)}, w.said()); diff != "" {
		w.t.Errorf("the panel says something else (-want +got):\n%s", diff)
	}
}

func breakLayout(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	french, english := p.open("fr/a-propos/"), p.open("en/about/")
	french.mark()
	english.mark()
	broken := edit{"layouts/page.html", "<h1>{{.Title}}</h1>", "<h1>{{.Titel}}</h1>"}
	p.save(broken)
	french.expectNotice(notice{"alertdialog", "1 erreur", "Erreur :", "layouts/page.html:4:7", broken.new, ".", "Que faire :"})
	english.expectNotice(notice{"alertdialog", "1 error", "Error:", "layouts/page.html:4:7", broken.new, ".", "What to do:"})
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
	french, english := p.open("fr/objectifs-et-resultats/"), p.open("en/objectives-and-outcomes/")
	elsewhere := p.open("fr/a-propos/")
	for _, w := range []*window{french, english, elsewhere} {
		w.mark()
	}
	broken := edit{"content/objectives.fr.md", "+++\ntitle", "++\ntitle"}
	p.save(broken)
	const place, message = "content/objectives.fr.md:1:1", "the page has no front matter"
	const hint = `begin the file with a line of +++, then title = "…", then a second line of +++`
	want := notice{"alertdialog", "1 erreur", "Erreur :", place, "++", "+", "Que faire :"}
	french.expectNotice(want)
	french.expectSaid(source.French, message, hint)
	english.expectNotice(notice{"alertdialog", "1 error", "Error:", place, "++", "+", "What to do:"})
	english.expectSaid(source.English, message, hint)
	elsewhere.until("the count shows", countText+" === '1 problème ailleurs'")
	for _, w := range []*window{french, english, elsewhere} {
		w.isUntouched() // nor do menus and lists show anything else
	}
	late := p.open("en/announcement/")
	late.until("a page that is opened now has the whole menu", shows("Objectives and outcomes"))

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
		w.until("a panel comes", panelText+".includes('layouts/page.html:14:3')")
	}
	p.save(broken.undo())
	french.until("the page comes", shows("S.E. Mme Shirley Ayorkor Botchwey")+" && "+panelText+" === ''")
	english.until("the page comes", shows("H.E. Ms. Shirley Ayorkor Botchwey")+" && "+panelText+" === ''")
}

// breakBoth breaks pages in both languages at once: what is wrong with them is told in the one that comes first.
func breakBoth(t *testing.T, browser context.Context) {
	for _, test := range []struct{ languages, title string }{
		{`languages = ["fr", "en"]`, "1 erreur"}, {`languages = ["en", "fr"]`, "1 error"},
	} {
		p := startPreview(t, browser, edit{"config.toml", `languages = ["fr", "en"]`, test.languages})
		w := p.open("")
		p.save(edit{"layouts/chooser.html", "{{.Site.Title}}", "{{.Site.Titel}}"})
		w.until("a panel comes", plainText(panelText)+".startsWith("+quote(test.title)+")")
	}
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
	w.press(count)
	w.expectNotice(notice{"dialog", "Problèmes", "Avertissement :", "content/about.fr.md:8:4",
		"Ce <em>petit</em> site présente la Conférence ministérielle des Nations Unies sur le maintien de la paix de 2023 en français et en anglais. Les deux langues disent la même chose et paraissent en même temps.",
		"<", "Que faire :"})
	w.stays()
}

// warnOften has more warnings than are shown.
func warnOften(t *testing.T, browser context.Context) {
	lines := strings.Repeat("Un mot <b>gras\n", 1234)
	p := startPreview(t, browser, edit{"content/about.fr.md", "## Sources", lines + "\n## Sources"})
	w := p.open("fr/a-propos/")
	w.until("the count shows", countText+".startsWith('1 234 avertissements')")
	w.press(count)
	const group = panel + ".querySelector('section')" // that of warnings comes first
	w.until("a hundred show, and how many more there are", group+".querySelectorAll('li').length === 100 && "+
		plainText(group+".querySelector('.more').textContent")+" === 'Et 1 134 autres : voir le terminal.'")
}

// warnFarRight has a warning far to the right in a line, as the paragraphs of those who don't break lines have.
func warnFarRight(t *testing.T, browser context.Context) {
	p := startPreview(t, browser,
		edit{"content/about.fr.md", "Ce site présente", strings.Repeat("très ", 150) + "<em>petit " + strings.Repeat("très ", 150)})
	w := p.open("fr/a-propos/")
	w.until("the count shows", countText+".startsWith('1 avertissement, ')") // such a line is found too long as well
	w.press(count)
	w.until("the panel shows", panel+"?.offsetHeight > 0")
	got := w.notice()
	if got.Place != "content/about.fr.md:8:751" || got.Marked != "<" ||
		!strings.HasPrefix(got.Line, "…") || !strings.Contains(got.Line, "très <em>petit très") || !strings.HasSuffix(got.Line, "…") {
		t.Errorf("the panel shows %+v", got)
	}
}
