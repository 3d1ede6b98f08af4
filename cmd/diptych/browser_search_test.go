package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"diptych/cmd/diptych/internal/search"
	"diptych/cmd/diptych/internal/source"
)

// searchStage is where the stories of search are played.
type searchStage struct{ browser context.Context }

// TestBrowserSearch searches as readers do, with the script and the index that they have.
func TestBrowserSearch(t *testing.T) {
	s := &searchStage{startBrowser(t, findBrowser(t))}
	for _, story := range []struct {
		name string
		play func(t *testing.T, s *searchStage)
	}{
		{"all queries find what they must", findAll},
		{"script and tool read the same words", cutAlike},
		{"script and tool know the same nouns", sameNouns},
		{"results come with each key", typeAndFind},
		{"the keyboard leads to the results and back", walkResults},
		{"an address says what is looked for", searchByAddress},
		{"the number of pages has its form", countPages},
		{"an index that comes late is for what stands in the field then", waitForIndex},
		{"without an index titles are searched", searchList},
		{"without script there is the list", listWithoutScript},
		{"a thousand pages are searched at once", searchMany},
	} {
		t.Run(story.name, func(t *testing.T) { story.play(t, s) })
	}
}

// What the page shows: the texts of the results, and what stands in the field.
const (
	results   = `[...document.querySelectorAll('#_found a')].map((a) => a.textContent).join(' / ')`
	isFound   = `(!_found.hidden && _pages.hidden)`
	isList    = `(_found.hidden && !_pages.hidden)`
	saidCount = `document.querySelector('output').textContent`
	focused   = `document.activeElement.textContent`
	inField   = `(document.activeElement === _query)`
	searchFor = `document.querySelector('.switch').search`
)

// typed goes to the field and types.
func (w *window) typed(text string) {
	w.t.Helper()
	w.run(`_query.focus()`)
	w.do(chromedp.KeyEvent(text))
}

func typeAndFind(t *testing.T, s *searchStage) {
	w := openSearch(t, s, "fr", nil)
	w.until("the list is shown", isList+` && `+saidCount+` === ''`)
	w.typed("eclair")
	w.until("the page is found by its part", isFound+" && "+results+` === 'L’atelier des vitraux / Éclairage et couleurs'`)
	w.until("what was looked for is marked", `document.querySelector('#_found mark')?.textContent === 'Éclairage'`)
	w.until("the part has its address", `document.querySelector('#_found ul a').pathname.endsWith('/site/fr/vitraux/')
		&& document.querySelector('#_found ul a').hash === '#lumiere'`)
	w.until("the number is said", saidCount+` === '1 one'`)
	w.until("the address says it", `location.search === '?q=eclair' && `+searchFor+` === '?q=eclair'`)
	w.typed("zz")
	w.until("nothing is found", isFound+` && `+results+` === '' && `+saidCount+` === 'search.none'`)
	w.do(chromedp.KeyEvent(kb.Escape))
	w.until("the list is back", isList+` && _query.value === '' && `+saidCount+` === ''`)
	w.until("the address is bare", `location.search === '' && `+searchFor+` === ''`)
}

func walkResults(t *testing.T, s *searchStage) {
	w := openSearch(t, s, "en", nil)
	w.typed("the horses")
	w.until("a page is found", results+`.startsWith('The fair of horses')`)
	w.do(chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowDown))
	w.until("the first result has the focus", focused+` === 'The fair of horses'`)
	w.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowUp))
	w.until("the field has it again", inField+` && _query.value === 'the horses'`)
	w.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Escape))
	w.until("Escape leads back to an empty field", inField+` && _query.value === ''`)
	w.do(chromedp.KeyEvent("light/"), chromedp.KeyEvent(kb.Enter))
	w.until("the first result opens", `location.pathname === '/site/en/glass/'`)
	w.run(`history.back()`)
	w.until("the results are there again", `location.search === '?q=light%2F' && _query.value === 'light/' && `+
		results+`.startsWith('The stained-glass workshop / Lighting')`)
}

func searchByAddress(t *testing.T, s *searchStage) {
	w := openSearch(t, s, "fr", nil)
	w.visit("site/fr/search/?q=presqu%E2%80%99%C3%AEle&x=1")
	w.until("what the address asks for is found", results+`.startsWith('Promenade sur la presqu’île') && _query.value === 'presqu’île'`)
	w.until("the switch takes it along", `new URLSearchParams(`+searchFor+`).get('q') === 'presqu’île'`)
	w.run(`_query.value = ''; _query.dispatchEvent(new Event('input'))`)
	w.until("what else the address says stays", `location.search === '?x=1'`)
}

func countPages(t *testing.T, s *searchStage) {
	w := openSearch(t, s, "fr", nil)
	for _, test := range []struct {
		count int
		said  string
	}{{0, "search.none"}, {1, "1 one"}, {2, "2 other"}, {1500, "1\u202f500 other"}, {2_000_000, "2\u202f000\u202f000 many"}} {
		if got := value[string](w, fmt.Sprintf(`(announce(%d), %s)`, test.count, saidCount)); got != test.said {
			t.Errorf("%d pages are %q, want %q", test.count, got, test.said)
		}
	}
}

func waitForIndex(t *testing.T, s *searchStage) {
	open := make(chan struct{})
	w := openSearch(t, s, "fr", func(h *searchHost) { h.gate = func() { <-open } })
	w.typed("cheval")
	w.do(chromedp.KeyEvent(kb.Escape))
	close(open)
	promised[bool](w, `load().then(() => new Promise((done) => setTimeout(done, 50, true)))`)
	if !value[bool](w, isList) {
		t.Error("what was given up is found")
	}
	w.typed("phare")
	w.until("what stands in the field is found", isFound+` && `+results+` === 'Promenade sur la presqu’île'`)
}

func searchList(t *testing.T, s *searchStage) {
	w := openSearch(t, s, "fr", func(h *searchHost) { h.status = http.StatusServiceUnavailable })
	w.typed("eclairages")
	w.until("a heading is found", isFound+" && "+results+` === 'L’atelier des vitraux / Éclairage et couleurs'`)
	w.until("it leads to its part", `document.querySelector('#_found ul a').href.endsWith('/site/fr/vitraux/#lumiere')`)
}

func listWithoutScript(t *testing.T, s *searchStage) {
	w := openSearch(t, s, "en", nil)
	call(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.visit("site/en/search/")
	if !value[bool](w, isList+` && document.querySelectorAll('#_pages > li').length === 6`) {
		t.Error("the list is not there")
	}
	if !value[bool](w, `!document.querySelector('.finder').checkVisibility({ visibilityProperty: true })`) {
		t.Error("there is a form that does nothing")
	}
}

// searchMany says how long a key takes in an index of a thousand pages. It depends on the machine, and holds up nothing.
func searchMany(t *testing.T, s *searchStage) {
	var pages []search.Page
	for i := range 1000 {
		page := search.Page{Title: fmt.Sprint("Échange n° ", i), Href: fmt.Sprint("p", i, "/")}
		for part := range 7 {
			text := readSearchLines(t, "corpus.fr.txt")
			words := search.Gather(text[(7*i+part)%len(text)], text[(3*i+5*part)%len(text)], fmt.Sprint("mot", i%97, " lot", i*part%1009))
			page.Parts = append(page.Parts, search.Part{ID: fmt.Sprint("s", part), Title: "Règles", Words: words})
		}
		pages = append(pages, page)
	}
	var index strings.Builder
	if err := search.Encode(&index, source.French, pages); err != nil {
		t.Fatal(err)
	}
	w := openSearch(t, s, "fr", func(h *searchHost) { h.index = []byte(index.String()) })
	times := promised[[][]float64](w, `load().then((index) => [1, 2, 3, 4, 5].map(() =>
		[...'les échanges de la presqu’île 15 000'].map((_, i, letters) => {
			const start = performance.now();
			const query = letters.slice(0, i + 1).join('');
			showResults(findPages(index, query), query);
			return performance.now() - start;
		})))`)
	first, best := slices.Clone(times[0]), times[0]
	for _, round := range times {
		for i, ms := range round {
			best[i] = min(best[i], ms)
		}
	}
	t.Logf("a key takes at most %.1f ms the first time, and %.1f ms at best", slices.Max(first), slices.Max(best))
}
