package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// TestRandomLayoutsFolded makes small layouts of all that there is to fold, and of what keeps from it, right and wrong ones, and
// compares the pages of the sample both ways.
func TestRandomLayoutsFolded(t *testing.T) {
	for _, base := range addresses() {
		_, model, _ := readSite(t, base, nil)
		random := rand.New(rand.NewPCG(2023, uint64(len(base))))
		shown, failed := 0, 0
		for range 40 {
			text := randomLayout(random)
			shelf := readShelf(source.NewTree(map[string]string{"layouts/page.html": text}).Below("layouts"))
			if len(shelf.problems) > 0 || len(shelf.layouts[0].faults) > 0 {
				continue
			}
			set := &Set{frame: model.Frame, shelf: shelf, layouts: map[string]*layout{"page": shelf.layouts[0]}}
			c := newComparison(set, model)
			c.all(t, "page")
			if t.Failed() {
				t.Fatalf("of the layout\n%s", text)
			}
			shown, failed = shown+c.shown, failed+c.failed
		}
		if shown < 150 || failed < 80 {
			t.Errorf("base %q: %d pages were shown, %d failed: too few to say anything", base, shown, failed)
		}
	}
}

// layoutWriter writes a random layout.
type layoutWriter struct {
	*rand.Rand
	strings.Builder
	variables []string
	looping   bool
}

func randomLayout(random *rand.Rand) string {
	w := &layoutWriter{Rand: random, variables: []string{"$"}}
	w.list(3)
	for _, name := range []string{"a", "b"} {
		w.variables = []string{"$"}
		w.text(`{{define "%s"}}`, name)
		w.list(1)
		w.text(`{{end}}`)
	}
	return w.String()
}

func (w *layoutWriter) text(format string, args ...any) { fmt.Fprintf(w, format, args...) }

func (w *layoutWriter) one(words ...string) string { return words[w.IntN(len(words))] }

func (w *layoutWriter) list(depth int) {
	before := len(w.variables)
	for range 1 + w.IntN(4) {
		w.node(depth)
	}
	w.variables = w.variables[:before]
}

func (w *layoutWriter) node(depth int) {
	kind := w.IntN(14)
	switch {
	case kind < 2:
		w.text("%s", w.one("é", "<b>x</b>", " ", "<p>"))
	case kind < 5 || depth == 0:
		w.text(w.one("{{%s}}", "{{%s}}", "<a href=\"{{%s}}\">", "<i title='{{%s}}'>", "<title>{{%s}}</title>"), w.pipe(2))
	case kind == 5:
		w.text(w.one(`{{template "%s" %s}}`), w.one("a", "b"), w.one(".", ".", "$", "$.Other", w.pipe(1)))
	case kind == 6:
		name := w.one("$a", "$b", "$b", "$")
		w.text("{{%s := %s}}", name, w.pipe(1))
		w.variables = append(w.variables, name)
	case kind == 7:
		w.text("{{%s = %s}}", w.one(w.variables...), w.pipe(1))
	case kind == 8 && w.looping:
		w.text("{{if %s}}{{%s}}{{end}}", w.pipe(1), w.one("break", "continue"))
	case kind < 11:
		w.branch("if", w.pipe(2), depth)
	case kind < 12:
		w.branch("with", w.one(".Other", "$.Other", ".Site", "index .Halves 0", "asset \"css/site.css\"", w.pipe(2)), depth)
	default:
		looping := w.looping
		w.looping = true
		w.branch("range", w.one(".Halves", "$.Halves", ".Feeds", ".Calendars", "$.Menu", ".Alternates", "3", w.pipe(1)), depth)
		w.looping = looping
	}
}

// branch writes a branch, whose pipeline may declare variables.
func (w *layoutWriter) branch(word, pipe string, depth int) {
	before := len(w.variables)
	switch kind := w.IntN(6); {
	case kind == 0 && word == "range":
		w.variables = append(w.variables, "$i", "$b")
		pipe = "$i, $b := " + pipe
	case kind < 2:
		w.variables = append(w.variables, "$b")
		pipe = "$b := " + pipe
	}
	w.text("{{%s %s}}", word, pipe)
	w.list(depth - 1)
	if w.IntN(3) == 0 {
		w.looping = false
		w.text("{{else}}")
		w.list(depth - 1)
	}
	w.text("{{end}}")
	w.variables = w.variables[:before]
}

func (w *layoutWriter) pipe(depth int) string {
	switch {
	case depth == 0 || w.IntN(3) == 0:
		return w.operand()
	case w.IntN(5) == 0:
		return w.pipe(depth-1) + " | " + w.one("print", "len", "printf \"%v!\"", "html", "not")
	}
	x, y := w.operand(), w.operand()
	if w.IntN(3) == 0 {
		x = "(" + w.pipe(depth-1) + ")"
	}
	return fmt.Sprintf(w.one("eq %s %s", "ne %s %s", "and %s %s", "or %s %s", "print %s %s", "index %s %s", "printf \"%%v\" %s %s"), x, y)
}

func (w *layoutWriter) operand() string {
	name := w.one(w.variables...)
	return w.one(
		".", "$", name, name, name+".Lang", ".Lang", "$.Lang", ".Tag", "$.Tag", ".Kind", "$.Kind", "$.Home", ".Home", ".Draft", "$.Alone",
		".Title", "$.Title", "$.Description", "$.Canonical", ".Href", ".Site.Title", "$.Site.Title", "$.Site.Notice", ".Site", "$.Other",
		"$.Other.Lang", ".Name", "$.Feeds", "$.Halves", "(index $.Halves 1).Tag", "(index $.Halves 0).Site.Title", "$.Menu", "$.Event",
		`"é"`, `"<"`, "0", "1", "true", "nil", `(T "nav.menu")`, `(T "news.count" "Count" 2)`, `(T "news.count" "Count" (len $.Menu))`,
		`(T "bad")`, `(.T "nav.menu")`, `(asset "css/site.css").URL`, `(asset (print "css/" "site.css")).Integrity`,
	)
}
