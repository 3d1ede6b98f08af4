package layout

import (
	"html/template"
	"io"
	"regexp"
	"testing"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// wrongTemplates are templates with one mistake each, so that the packages of Go say each of the words that we know.
var wrongTemplates = []string{
	"{{.Title", "{{if .Title\n\n", "{{/* é", "{{(.Title}}", "{{.Title)}}", "{{if .Title}}", "{{/* é */ .Title}}",
	"{{\"é\n\"}}", "{{.Title \n\"é\n\"}}", "{{`é", "{{'é\n'}}", "{{\u00a0.Title}}", "{{.Title}", "{{1x}}", "{{:}}",
	"{{break}}", "{{continue}}", `{{define "a"}}1{{end}}{{define "a"}}2{{end}}`, "{{titre .}}", "{{$x}}", "{{()}}",
	"{{if}}{{end}}", "{{.Title | 1}}", "{{with $a, $b := 1}}{{end}}", "{{range $a, 1 := .List}}{{end}}", "{{nil.x}}",
	"{{range .List}}{{else}}{{else}}{{end}}", "{{|}}", "{{.Title ?}}", "{{template a}}",
	"{{range .List}}{{break 1}}{{end}}", "{{end}}",

	"{{.Other.Title}}", "{{.Map.key}}", "{{.Titel}}", "{{half .Title}}", "{{range .Title}}{{end}}",
	`{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`,

	"{{index .List 7}}", "{{index nil 1}}", "{{index .Nil 1}}", "{{slice .Nil 1}}", "{{index .List .Title}}",
	"{{slice .List 2 1}}", "{{len .Nil}}", "{{lt 1 .Title}}", "{{lt .List .List}}", "{{missing .Title}}",

	"{{range .List}}<a title=\"{{end}}", "<p {{range .List}}{{if .}}{{break}}{{end}}a=\"{{end}}>",
	"<p {{range .List}}{{if .}}{{continue}}{{end}}a=\"{{end}}>",

	"<p {{if .Title}}title=\"{{end}}>", "<p title=\"{{.Title}}", "<p a=b\"c>{{.Title}}", "<p a\"=b>{{.Title}}",
	`<a href="{{if .Title}}/a{{else}}?b={{end}}{{.Title}}">`, "<p =a>{{.Title}}", "{{.Title | html | print}}",
}

// wrongData is what they are shown with.
type wrongData struct {
	Title string
	List  []int
	Nil   *[]int
	Other *struct{ Title string }
	Map   map[string]int
}

// mistake gives what one of the templates is told.
func mistake(t *testing.T, text string) wording.Sentence {
	t.Helper()
	root := template.New("page").Option("missingkey=error").Funcs(template.FuncMap{
		"half":    func(n int) int { return n / 2 },
		"missing": func(id string) (string, error) { return "", wording.Errorf("there is no file %q", id) },
	})
	page, err := root.Parse(text)
	if err == nil {
		err = page.Execute(io.Discard, wrongData{Title: "été", List: []int{1, 2, 3}, Map: map[string]int{}})
	}
	if err == nil {
		t.Errorf("nothing is wrong with %s", text)
		return wording.Sentence{}
	}
	from := sources{"page": source.NewFile("layouts/page.html", text)}
	return from.problem(err, "page").Message
}

// before is what may stand before the words of callWords and escapingWords.
var before = regexp.MustCompile(`^(?:<.*>: error calling \w+|(?:on|at) range loop [a-z-]+): `)

// TestWordsOfGo holds that the phrases are what Go's packages say, so that a later version of Go that says something else
// is noticed, and that what they say of these mistakes is in French.
func TestWordsOfGo(t *testing.T) {
	words := [][]wording.Phrase{syntaxWords(), callWords(), loopWords(), escapingWords()}
	heard := map[wording.Phrase]bool{}
	for _, text := range wrongTemplates {
		message := mistake(t, text)
		if message.English == message.French {
			t.Errorf("%s: there is no French for %q", text, message.English)
		}
		for _, phrases := range words {
			hear(heard, message.English, phrases)
			hear(heard, before.ReplaceAllString(message.English, ""), phrases)
		}
	}
	for _, phrases := range words {
		for _, phrase := range phrases {
			if !heard[phrase] {
				t.Errorf("nobody says %q", phrase)
			}
		}
	}
}

// hear notes the phrase that a message is recognised as.
func hear(heard map[wording.Phrase]bool, message string, phrases []wording.Phrase) {
	for _, phrase := range phrases {
		if wording.Recognise(message, phrase).French != message {
			heard[phrase] = true
			return
		}
	}
}
