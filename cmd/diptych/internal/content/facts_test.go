package content

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/register"
	"diptych/cmd/diptych/internal/source"
)

// everyFact states each fact that there is.
const everyFact = `date = 2023-09-22
modified = 2023-10-01
publishDate = 2023-09-20
expiryDate = 2024-12-31
draft = true
news = true
menu = 10
weight = -3
layout = "page"
image = "images/été.jpg"
card = true
typography = false

[event]
start = 2023-07-18T14:15
end = 2023-07-18T16:00
zone = "Africa/Accra"
country = "GH"
hosts = ["GH", "KR", "UN"]
status = "held"

[[document]]
id = "note-2"
fr = { title = "Note d’orientation", file = "documents/note.fr.pdf" }
en = { title = "Concept note", url = "https://example.org/note.pdf" }

[[document]]
id = "capacites"
request = true
en = { title = "Capability requirements" }

[exempt]
language = "en"
reason = "La traduction est en cours"
owner = "Mme Aïssata Koné"
until = 2024-06-30
`

func day(year int, month time.Month, day int) civil.Date {
	return civil.Date{Year: year, Month: month, Day: day}
}

func at(line, column int) source.Pos { return source.Pos{File: factsFile, Line: line, Column: column} }

func TestEveryFact(t *testing.T) {
	got, problems := readFactsText(t, everyFact)
	wantTold(t, problems)
	menu, weight := 10, -3
	want := &Facts{
		Date: day(2023, 9, 22), Modified: day(2023, 10, 1), PublishDate: day(2023, 9, 20), ExpiryDate: day(2024, 12, 31),
		Draft: true, News: true, Menu: &menu, Weight: &weight, Layout: "page", Image: "images/été.jpg", Card: true,
		Event: &Event{
			Start: civil.Moment{Date: day(2023, 7, 18), Hour: 14, Minute: 15, HasTime: true},
			End:   civil.Moment{Date: day(2023, 7, 18), Hour: 16, HasTime: true},
			Zone:  "Africa/Accra", Country: "GH", Hosts: []string{"GH", "KR", "UN"}, Status: Held,
		},
		Documents: []register.Document{{
			ID: "note-2", Pos: at(22, 1), IDPos: at(23, 6), Editions: map[source.Lang]register.Edition{
				source.French:  {Title: "Note d’orientation", File: "documents/note.fr.pdf", Pos: at(24, 6)},
				source.English: {Title: "Concept note", URL: "https://example.org/note.pdf", Pos: at(25, 6)},
			},
		}, {
			ID: "capacites", Pos: at(27, 1), IDPos: at(28, 6), OnRequest: true, Editions: map[source.Lang]register.Edition{
				source.English: {Title: "Capability requirements", Pos: at(30, 6)},
			},
		}},
		Exempt: &Exempt{
			Language: source.English, Reason: "La traduction est en cours", Owner: "Mme Aïssata Koné",
			Until: day(2024, 6, 30), Pos: at(32, 1),
		},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Facts{})); diff != "" {
		t.Errorf("facts differ (-want +got):\n%s", diff)
	}
}

// TestFactsStateNothing shows the facts of a page without any.
func TestFactsStateNothing(t *testing.T) {
	got, problems := readPage(t, map[string]string{frenchFile: "+++\ntitle = \"Été\"\n+++\n"})
	wantTold(t, problems)
	if diff := cmp.Diff(&Facts{Typography: true}, got, cmpopts.IgnoreUnexported(Facts{})); diff != "" {
		t.Errorf("facts differ (-want +got):\n%s", diff)
	}
}

// TestOrderIsStatedOrNot tells a zero from a fact that nobody stated: menu = 0 is the first place in the menu.
func TestOrderIsStatedOrNot(t *testing.T) {
	for _, key := range []string{"menu", "weight"} {
		stated, problems := readFactsText(t, key+" = 0\n")
		wantTold(t, problems)
		absent, problems := readFactsText(t, "card = true\n")
		wantTold(t, problems)
		order := func(f *Facts) *int { return map[string]*int{"menu": f.Menu, "weight": f.Weight}[key] }
		if got := order(stated); got == nil || *got != 0 {
			t.Errorf("%s = 0 is read as %v", key, got)
		}
		if got := order(absent); got != nil {
			t.Errorf("without %s the order is %d", key, *got)
		}
	}
}

func TestTypographyIsOnUnlessSwitchedOff(t *testing.T) {
	for text, want := range map[string]bool{"": true, "typography = true\n": true, "typography = false\n": false} {
		facts, problems := readFactsText(t, text)
		wantTold(t, problems)
		if facts.Typography != want {
			t.Errorf("%q: typography is %t", text, facts.Typography)
		}
	}
}

func TestFactsOfTheWrongType(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"date = \"2023-09-22\"\n", []string{"T:1:8 error wrong-type: `date` can't be the text \"2023-09-22\""}},
		{"modified = \"5 décembre 2023\"\n",
			[]string{"T:1:12 error wrong-type: `modified` can't be the text \"5 décembre 2023\""}},
		{"publishDate = 2023-09-20T09:00:00\n",
			[]string{"T:1:15 error wrong-type: `publishDate` can't be a day with a time"}},
		{"expiryDate = 2023-09-20T09:00:00Z\n",
			[]string{"T:1:14 error wrong-type: `expiryDate` can't be a time with an offset from UTC"}},
		{"date = 09:00:00\n", []string{"T:1:8 error wrong-type: `date` can't be a time of day alone"}},
		{"date = 2023\n", []string{"T:1:8 error wrong-type: `date` can't be the number 2023"}},
		{"draft = \"oui\"\n", []string{"T:1:9 error wrong-type: `draft` can't be the text \"oui\""}},
		{"news = 1\ndate = 2023-09-22\n", []string{"T:1:8 error wrong-type: `news` can't be the number 1"}},
		{"news = true\ndate = \"22 septembre\"\n",
			[]string{"T:2:8 error wrong-type: `date` can't be the text \"22 septembre\""}},
		{"menu = \"10\"\n", []string{"T:1:8 error wrong-type: `menu` can't be the text \"10\""}},
		{"weight = 1.5\n", []string{"T:1:10 error wrong-type: `weight` can't be the number 1.5"}},
		{"layout = true\n", []string{"T:1:10 error wrong-type: `layout` can't be true"}},
		{"image = [\"été.jpg\"]\n", []string{"T:1:9 error wrong-type: `image` can't be a list"}},
		{"card = \"true\"\n", []string{"T:1:8 error wrong-type: `card` can't be the text \"true\""}},
		{"typography = 0\n", []string{"T:1:14 error wrong-type: `typography` can't be the number 0"}},
		{"event = 2023-12-05\n", []string{"T:1:9 error wrong-type: `event` can't be a day"}},
		{"document = \"note.pdf\"\n", []string{"T:1:12 error wrong-type: `document` can't be the text \"note.pdf\""}},
		{"document = [\"note.pdf\"]\n", []string{"T:1:13 error wrong-type: `document` can't be the text \"note.pdf\""}},
		{"exempt = true\n", []string{"T:1:10 error wrong-type: `exempt` can't be true"}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			_, problems := readFactsText(t, test.text)
			wantTold(t, problems, test.want...)
		})
	}
}

// TestWrongLayoutIsNone keeps a name that is none from being looked for as well.
func TestWrongLayoutIsNone(t *testing.T) {
	facts, problems := readFactsText(t, "layout = \"page.html\"\n")
	if facts.Layout != "" || len(problems) != 1 {
		t.Errorf("the layout is %q, and %q is told", facts.Layout, told(problems))
	}
}

func TestFactsThatContradictEachOther(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"news without a date", "menu = 1\nnews = true\n", []string{"T:2:8 error news-date: news needs a `date`"}},
		{"no news without a date", "news = false\n", nil},
		{"expiry before publication", "expiryDate = 2023-01-31\npublishDate = 2023-12-05\n",
			[]string{"T:1:14 error bad-date: the page expires on 2023-01-31, and is published on 2023-12-05"}},
		{"expiry on the day of publication", "publishDate = 2023-12-05\nexpiryDate = 2023-12-05\n",
			[]string{"T:2:14 error bad-date: the page expires on 2023-12-05, and is published on 2023-12-05"}},
		{"one day between", "publishDate = 2023-12-05\nexpiryDate = 2023-12-06\n", nil},
		{"expiry alone", "expiryDate = 2023-01-31\n", nil},
		{"modified before its date", "date = 2023-12-05\nmodified = 2023-12-04\n",
			[]string{"T:2:12 error bad-date: the page was modified on 2023-12-04, before its date 2023-12-05"}},
		{"modified on its date", "date = 2023-12-05\nmodified = 2023-12-05\n", nil},
		{"modified without a date", "modified = 2023-12-05\n", nil},
		{"a layout with its ending", "layout = \"page.html\"\n",
			[]string{"T:1:10 error layout-missing: \"page.html\" is not the name of a layout"}},
		{"a layout in a folder", "layout = \"partials/été\"\n",
			[]string{"T:1:10 error layout-missing: \"partials/été\" is not the name of a layout"}},
		{"a layout above", `layout = '..\page'` + "\n",
			[]string{"T:1:10 error layout-missing: \"..\\\\page\" is not the name of a layout"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := readFactsText(t, test.text)
			wantTold(t, problems, test.want...)
		})
	}
}

// TestFactsBelowADocument are facts of the page that TOML takes for the document's.
func TestFactsBelowADocument(t *testing.T) {
	_, problems := readFactsText(t, "[[document]]\nid = \"note\"\nrequest = true\nfr = { title = \"Note\" }\nmenu = 1\n")
	wantTold(t, problems, "T:5:1 error unknown-key: `menu` stands in [[document]], and belongs to the page")
}
