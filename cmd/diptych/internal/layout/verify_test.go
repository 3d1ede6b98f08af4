package layout

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// correct are templates in which nothing is wrong. Together they have all of the syntax.
var correct = map[string]string{
	"text":           `Où ça ?`,
	"fields":         `{{.Title}} {{.Other.Label}} {{.Year}} {{.City.Label}} {{.City.At 2}}`,
	"dollar":         `{{$.Title}}{{with .Other}}{{$.Title}}{{.Label}}{{$.Other.Address}}{{end}}`,
	"if":             `{{if .Draft}}a{{else if .Weight}}{{.Weight}}{{else if not .Title}}b{{else}}{{.Title}}{{end}}`,
	"if variable":    `{{if $x := .Other}}{{$x.Label}}{{else}}{{$x.Label}}{{end}}`,
	"else with":      `{{with .Missing}}{{.Label}}{{else with .Other}}{{.Label}}{{else}}{{.Title}}{{end}}`,
	"with variable":  `{{with $o := .Other}}{{.Label}}{{$o.Label}}{{end}}`,
	"range":          `{{range .Menu}}{{.Label}}{{range .Children}}{{.Label}}{{end}}{{end}}`,
	"range else":     `{{range $x := .None}}{{$x.Label}}{{else}}{{$.Title}}{{len $x}}{{end}}`,
	"range two":      `{{range $i, $x := .Menu}}{{if eq $i 1}}{{break}}{{end}}{{continue}}{{$x.Label}}{{end}}`,
	"range map":      `{{range $k, $v := .Links}}{{upper $k}}{{$v.Label}}{{end}}{{range .Texts}}{{upper .}}{{end}}`,
	"range lang":     `{{range $lang, $link := .ByLang}}{{eq $lang $.Lang}}{{$link.Label}}{{end}}`,
	"range array":    `{{range .Fixed}}{{.Label}}{{end}}`,
	"range int":      `{{range $i := .Weight}}{{times "é" $i}}{{end}}{{range 3}}{{times "é" .}}{{end}}`,
	"range seq":      `{{range .Seq}}{{.Label}}{{end}}{{range $x := .Seq}}{{$x.Label}}{{end}}`,
	"range seq2":     `{{range $i, $x := .Seq2}}{{times $x.Label $i}}{{end}}{{range .Seq2}}{{times "é" .}}{{end}}`,
	"range assign":   `{{$x := index .Menu 0}}{{range $x = .Menu}}{{$x.Label}}{{end}}{{if .Draft}}{{$x.Label}}{{end}}`,
	"variables":      `{{$a := .Title}}{{$b := $a}}{{$a = "ici"}}{{upper $b}}{{$l := .Other}}{{$l.Label}}{{$l.At 2}}`,
	"reassigned":     `{{$x := .Title}}{{if .Draft}}{{$x = .Other}}{{end}}{{if .Draft}}{{$x.Label}}{{end}}`,
	"methods":        `{{.T "nav.menu"}}{{.T "nav.menu" 1 .Title}}{{(.Find "a").Label}}{{range .Children}}{{.Label}}{{end}}`,
	"pointer method": `{{.Other.At 2}}{{range .Menu}}{{.At 1}}{{end}}{{(index .Menu 0).At 1}}{{range .Pairs}}{{.At 1}}{{end}}`,
	"pointer args":   `{{.Other.Is .Other}}{{.Other.Same .Other}}{{range .Menu}}{{.Same .}}{{.Is $.Other}}{{end}}`,
	"method chain":   `{{(index .Children 0).Label}}{{((.Find "a")).String}}{{(.Find "a").Is (.Find "b")}}`,
	"maps":           `{{.Texts.accueil}}{{.Links.home.Label}}{{.Params.note}}{{if .Draft}}{{.Params.note.anything.at.all}}{{end}}`,
	"interfaces":     `{{.Any.Label}}{{.Named.String}}{{.Named.Label}}`,
	"pipes":          `{{.Title | upper | printf "%s-%d" "été" | len}}{{"nav.menu" | .T}}{{3 | times "é"}}`,
	"parentheses":    `{{(printf "%s" (upper .Title)) | len | printf "%d"}}{{if (and (not .Draft) (gt .Weight 2))}}x{{end}}`,
	"functions":      `{{asset "css/site.css"}}{{(asset ("css/site.css"))}}{{float 1}}{{float 1.5}}{{yes true}}{{dict "a" 1 nil true}}`,
	"reflect value":  `{{raw .Title}}{{(raw .Other).Label}}{{raw 1}}`,
	"interface args": `{{named .Other}}{{named .Named}}{{range .Menu}}{{named .}}{{end}}`,
	"logic":          `{{and .Draft .Title}}{{(or .Missing .Other).Label}}{{not .Draft}}{{or .Title 0}}{{.Title | or false}}`,
	"eq":             `{{eq .Lang "fr" "en"}}{{eq .Weight .Count 3}}{{ne .Title ""}}{{eq .Missing nil}}{{eq nil .Menu}}{{.Weight | eq 3}}`,
	"eq structs":     `{{eq .Other .Missing}}{{if .Draft}}{{eq .Any 1 "a" .Title}}{{end}}`,
	"order":          `{{lt .Weight .Count}}{{le .Ratio 0.5}}{{gt .Title "a"}}{{ge 1 2}}{{lt .Ratio 1e3}}`,
	"index":          `{{index .Menu 0 | print}}{{index .Texts "accueil"}}{{(index .Menu 0).Label}}{{index .ByNumber .Count}}{{index .Title 0}}`,
	"index deep":     `{{(index .Menu 0).Children}}{{index .Params "note"}}{{(index .Pairs 0).Label}}{{(index .Fixed 1).Label}}{{index .Any}}`,
	"slice":          `{{slice .Title 1}}{{range slice .Menu 0 1}}{{.Label}}{{end}}{{slice .Menu 0 1 1 | len}}`,
	"len":            `{{len .Menu}}{{len .Title}}{{len .Texts}}{{len .Fixed}}`,
	"call":           `{{call .Join "a" "b"}}{{call .Join .Title .Title | upper}}`,
	"printing":       `{{print}}{{println 1 "a"}}{{printf "%d" 'x'}}{{print 0x1F 1_000 1i 1.5 true}}{{html .Title}}{{js .Title}}`,
	"half":           `{{.Half 3}}{{.Half 0x10}}`,
	"comments":       "{{/* rien */}}{{- /* rien\nnon plus */ -}}\n{{- .Title -}}\n",
	"define":         `{{define "lien"}}{{.Label}}{{range .Children}}{{template "lien" .}}{{end}}{{end}}{{range .Menu}}{{template "lien" .}}{{end}}`,
	"two types":      `{{define "x"}}{{with .}}{{.Label}}{{end}}{{end}}{{template "x" .Other}}{{template "x" index .Menu 0}}{{template "x"}}`,
	"block":          `{{block "corps" .Other}}{{.Label}}{{end}}`,
	"template text":  `{{define "pied"}}©{{end}}{{template "pied"}}{{template "pied" .}}`,
	"attributes":     `<a href="{{.Other.Address}}" {{if .Draft}}class="x"{{end}} lang={{.Lang}}>{{.Title}}</a><script src="{{.Title}}" defer></script>`,
	"script":         `<script>if (a < b) { go("é") }</script><style>a { color: red }</style>{{.Title}}`,
}

func TestCorrectTemplatesRunAndGiveNothing(t *testing.T) {
	for name, text := range correct {
		t.Run(name, func(t *testing.T) {
			root, set := parseSample(t, map[string]string{"page.html": text})
			if diff := cmp.Diff([]string{}, told(verify(set))); diff != "" {
				t.Errorf("problems in a correct template (-want +got):\n%s", diff)
			}
			if err := execute(root); err != nil {
				t.Errorf("the template is accepted, but does not run: %v", err)
			}
		})
	}
}

// TestEveryMisspellingIsFound changes the last letter of each field and method in turn in templates of which the greater
// part never runs, and asks for a problem at its place.
func TestEveryMisspellingIsFound(t *testing.T) {
	for name, text := range correct {
		for offset := range text {
			end := wordEnd(text, offset)
			if text[offset] != '.' || end == offset+1 || ('A' > text[offset+1] || text[offset+1] > 'Z') {
				continue
			}
			misspelt := text[:end] + "Zq" + text[end:]
			if strings.Contains(text[offset:end], "Named") || unchecked(text[:offset]) {
				continue
			}
			t.Run(name+text[offset:end], func(t *testing.T) { wantProblemAt(t, misspelt, offset) })
		}
	}
}

func wordEnd(text string, offset int) int {
	end := offset + 1
	for end < len(text) && (text[end] == '_' || '0' <= text[end] && text[end] <= '9' ||
		'A' <= text[end] && text[end] <= 'Z' || 'a' <= text[end] && text[end] <= 'z') {
		end++
	}
	return end
}

// unchecked tells whether a name follows a value whose type is not known.
func unchecked(before string) bool {
	for _, value := range []string{".Any", ".Named", "(raw .Other)", "{{if .Draft}}{{$x"} {
		if strings.HasSuffix(before, value) {
			return true
		}
	}
	return false
}

func wantProblemAt(t *testing.T, text string, offset int) {
	t.Helper()
	want := source.Pos{File: "page.html", Line: strings.Count(text[:offset], "\n") + 1}
	want.Column = len([]rune(text[strings.LastIndex(text[:offset], "\n")+1:offset])) + 1
	for _, problem := range verifySample(t, text) {
		if problem.Pos == want && problem.Rule == ruleTemplate && problem.Severity == source.Error {
			return
		}
	}
	t.Errorf("no problem at %s in %s", want, text)
}

func TestUnusedTemplates(t *testing.T) {
	_, set := parseSample(t, map[string]string{
		"page.html":    `{{template "pied" .}}`,
		"parts.html":   "\n{{define \"pied\"}}©{{end}}\n{{/* « vieux » */}}\n  {{- define \"été\" -}}  {{.Rien}}{{end}}",
		"old.html":     `{{define "perdu"}}{{template "old.html"}}{{end}}<p>`,
		"unusedX.html": ``,
	})
	want := []string{
		"old.html template-unused: no page uses the template \"old.html\" (call it with {{template \"old.html\" .}}, or delete it)",
		"old.html:1:10 template-unused: no page uses the template \"perdu\" (call it with {{template \"perdu\" .}}, or delete it)",
		"parts.html:4:14 template-unused: no page uses the template \"été\" (call it with {{template \"été\" .}}, or delete it)",
	}
	if diff := cmp.Diff(want, told(verify(set))); diff != "" {
		t.Errorf("unused templates (-want +got):\n%s", diff)
	}
	if source.HasErrors(verify(set)) {
		t.Error("an unused template must not keep a site from being published")
	}
}

func TestEachFileHasItsOwnPlaces(t *testing.T) {
	_, set := parseSample(t, map[string]string{
		"base.html": "{{define \"tête\"}}\n<title>{{.Titel}}</title>{{end}}",
		"page.html": "é {{template \"tête\" .}}\n\té {{template \"tete\" .}}{{.Nul}}",
	})
	got := []string{}
	for _, problem := range verify(set) {
		got = append(got, problem.Pos.String()+" "+problem.Message.English)
	}
	want := []string{
		"base.html:2:10 there is no `.Titel` in sampleView",
		"page.html:2:15 there is no template \"tete\"",
		"page.html:2:27 there is no `.Nul` in sampleView",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

func TestAnEntryMustExist(t *testing.T) {
	_, set := parseSample(t, map[string]string{"page.html": ""})
	set.Entries["pages.html"] = reflect.TypeFor[sampleView]()
	want := []string{" template: there is no template \"pages.html\" (did you mean `page.html`?)"}
	if diff := cmp.Diff(want, told(verify(set))); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// TestClosedMaps holds that a map whose keys are known is walked like a struct, and that no other map is.
func TestClosedMaps(t *testing.T) {
	_, set := parseSample(t, map[string]string{"page.html": "{{.Texts.accueil}}{{.Texts.acceuil}}{{.Links.ici.Label}}" +
		"{{with .Texts}}é {{.fin}}{{end}}{{if .Draft}}{{.Params.rien}}{{end}}"})
	if got := told(verify(set)); len(got) > 0 {
		t.Fatalf("problems where every map is open: %q", got)
	}
	set.Keys = map[reflect.Type][]string{reflect.TypeFor[map[string]string](): {"accueil"}}
	want := []string{
		"page.html:1:27 template: config.toml has no `acceuil` under [params] (did you mean `.accueil`?)",
		"page.html:1:76 template: config.toml has no `fin` under [params] " +
			"(write it there; one that may be empty is written too: fin = \"\")",
	}
	if diff := cmp.Diff(want, told(verify(set))); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}
