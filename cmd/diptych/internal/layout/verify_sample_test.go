package layout

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"text/template/parse"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// sampleView stands for the View: closed, and with all that a layout can meet.
type sampleView struct {
	Title    string
	Body     template.HTML
	Draft    bool
	Weight   int
	Count    uint8
	Ratio    float64
	Lang     sampleLang
	Other    *sampleLink
	Missing  *sampleLink
	Menu     []sampleLink
	Pairs    []*sampleLink
	Fixed    [2]sampleLink
	None     []sampleLink
	Texts    map[string]string
	Params   map[string]any
	Links    map[string]sampleLink
	ByLang   map[sampleLang]sampleLink
	ByNumber map[int]string
	Any      any
	Named    fmt.Stringer
	Join     func(a, b string) string
	Seq      iter.Seq[sampleLink]
	Seq2     iter.Seq2[int, sampleLink]
	hidden   string
	sampleFacts
	*samplePlace
}

type (
	sampleLang  string
	sampleFacts struct{ Year int }
	samplePlace struct{ City sampleLink }
)

type sampleLink struct {
	Label    string
	Address  string
	Children []sampleLink
}

func (sampleLink) String() string { return "lien" }

func (l sampleLink) Is(other sampleLink) bool { return l.Label == other.Label }

// At has a pointer receiver: it can be called only where the link has an address.
func (l *sampleLink) At(n int) string { return strings.Repeat(l.Label, n) }

func (l *sampleLink) Same(other *sampleLink) bool { return l == other }

func (v sampleView) T(id string, args ...any) string { return id + fmt.Sprint(args...) }

func (v sampleView) Find(path string) (sampleLink, error) {
	if path == "" {
		return sampleLink{}, errors.New("no path")
	}
	return sampleLink{Label: path}, nil
}

func (v sampleView) Children() []sampleLink { return v.Menu }

func (v sampleView) Half(n uint) uint { return n / 2 }

func (v sampleView) Two() (string, string) { return "deux", "two" }

func newSampleView() sampleView {
	link := sampleLink{Label: "Résumé", Address: "/fr/resume/", Children: []sampleLink{{Label: "L’état"}}}
	return sampleView{
		Title: "L’élection « ouverte »", Body: "<p>Où ?</p>", Weight: 3, Count: 2, Ratio: 0.5, Lang: "fr", Other: &link,
		Menu: []sampleLink{link, link}, Pairs: []*sampleLink{&link}, Fixed: [2]sampleLink{link, link},
		Texts: map[string]string{"accueil": "Accueil"}, Params: map[string]any{"note": "été"},
		Links: map[string]sampleLink{"home": link}, ByLang: map[sampleLang]sampleLink{"fr": link},
		ByNumber: map[int]string{1: "un"}, Any: link, Named: link,
		Join:        func(a, b string) string { return a + b },
		Seq:         slices.Values([]sampleLink{link}),
		Seq2:        slices.All([]sampleLink{link}),
		hidden:      "caché",
		sampleFacts: sampleFacts{Year: 2023}, samplePlace: &samplePlace{City: link},
	}
}

func sampleFuncs() template.FuncMap {
	return template.FuncMap{
		"asset": func(path string) (string, error) { return "/" + path, nil },
		"upper": strings.ToUpper,
		"times": func(text string, n int) string { return strings.Repeat(text, n) },
		"dict":  func(pairs ...any) map[string]any { return map[string]any{"label": fmt.Sprint(pairs...)} },
		"raw":   func(v reflect.Value) reflect.Value { return v },
		"named": func(s fmt.Stringer) string { return s.String() },
		"float": func(f float64) float64 { return f },
		"yes":   func(b bool) bool { return b },
	}
}

func sampleConstants(function, argument string) (rule string, problem, hint wording.Sentence) {
	known := map[string]string{"asset": "css/site.css", "T": "nav.menu"}
	if want, ok := known[function]; ok && argument != want {
		return ruleTemplate, wording.Sprintf("`%s` knows no %q", function, argument), wording.Sprintf("did you mean %q?", want)
	}
	return rule, problem, hint
}

// parseSample parses layouts (path to text) as the program does: each file under its path, in one set.
func parseSample(t testing.TB, texts map[string]string) (*template.Template, verifySet) {
	t.Helper()
	root := template.New("").Option("missingkey=error").Funcs(sampleFuncs())
	set := verifySet{
		Trees: map[string]*parse.Tree{}, Files: map[string]*source.File{}, Funcs: map[string]reflect.Type{},
		Entries: map[string]reflect.Type{"page.html": reflect.TypeFor[sampleView]()}, Constants: sampleConstants,
	}
	files := source.NewTree(texts)
	for _, path := range slices.Sorted(maps.Keys(texts)) {
		set.Files[path], _ = files.File(path)
		if _, err := root.New(path).Parse(texts[path]); err != nil {
			t.Fatalf("parse %s: %v", path, err)
		}
	}
	for _, one := range root.Templates() {
		if one.Tree != nil {
			set.Trees[one.Name()] = one.Tree
		}
	}
	for name, function := range sampleFuncs() {
		set.Funcs[name] = reflect.TypeOf(function)
	}
	return root, set
}

func verifySample(t testing.TB, text string) []source.Problem {
	t.Helper()
	_, set := parseSample(t, map[string]string{"page.html": text})
	return verify(set)
}

func execute(root *template.Template) error {
	return root.ExecuteTemplate(io.Discard, "page.html", newSampleView())
}

// told writes problems as a test reads them best.
func told(problems []source.Problem) []string {
	lines := []string{}
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s %s: %s (%s)", p.Pos, p.Rule, p.Message.English, p.Hint.English))
	}
	return lines
}
