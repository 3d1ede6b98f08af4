package serve

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// problemsOf asks for the problems of a page.
func (p *preview) problemsOf(t *testing.T, page string) report {
	t.Helper()
	got := p.get(t, "/_diptych/problems?page="+url.QueryEscape(page))
	var out report
	decoder := json.NewDecoder(strings.NewReader(got.body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&out); err != nil || got.status != 200 {
		t.Fatalf("%d, %q: %v", got.status, got.body, err)
	}
	return out
}

// brief writes a report in one line: errors, warnings and others by their messages.
func (r report) brief() string {
	var lists []string
	for _, list := range []group{r.Errors, r.Warnings, r.Others} {
		var messages []string
		for _, f := range list.First {
			messages = append(messages, f.Message.English)
		}
		lists = append(lists, strings.Join(messages, ", "))
	}
	return strings.Join(lists, " | ")
}

func TestProblemsOfPage(t *testing.T) {
	site := atelier().with(func(f *fake) {
		f.wrong = []source.Problem{
			{
				Rule: "slug", Severity: source.Error, Pos: source.Pos{File: "content/visits/summer.fr.md", Line: 4, Column: 3}, Size: 5,
				Peer:    source.Pos{File: "content/visits/summer.en.md", Line: 5},
				Message: wording.Sentence{English: "a bad slug", French: "mauvais slug"},
				Hint:    wording.Sentence{English: "write `slug`", French: "écrivez `slug`"},
			},
		}
	})
	p := run(t, Options{Editor: "vim", Token: "sésame"}, site)
	p.Publish(site, source.NewTree(map[string]string{
		"content/visits/summer.fr.md": "+++\n\n+++\n## « L’été » {#ete}\n\nFin\n",
		"content/visits/summer.en.md": "+++\n\n+++\n\n## Summer",
	}))
	want := report{
		Generation: 2, Lang: source.French, Editor: true, Token: "sésame",
		Errors: group{1, []finding{{
			place: place{"content/visits/summer.fr.md", 4, 3, 5, excerpt{Text: "## « L’été » {#ete}"}},
			Rule:  "slug", Severity: source.Error,
			Message: wording.Sentence{English: "a bad slug", French: "mauvais slug"},
			Hint:    wording.Sentence{English: "write `slug`", French: "écrivez `slug`"},
			Peer:    &place{"content/visits/summer.en.md", 5, 0, 0, excerpt{Text: "## Summer"}},
		}}},
		Warnings: group{0, []finding{}}, Others: group{0, []finding{}}, Findings: group{0, []finding{}},
	}
	if diff := cmp.Diff(want, p.problemsOf(t, summerFr), cmp.AllowUnexported(finding{}, place{})); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	text := p.get(t, "/_diptych/problems?page="+summerFr)
	for _, name := range []string{
		`"file":"content/visits/summer.fr.md"`, `"line":4`, `"column":3`, `"text":"##`, `"peer":{"file":`, `"warnings":{"count":0,"first":[]}`,
		`"message":{"en":"a bad slug","fr":"mauvais slug"}`, "\"hint\":{\"en\":\"write `slug`\",\"fr\":\"écrivez `slug`\"}",
	} {
		if !strings.Contains(text.body, name) {
			t.Errorf("there is no %s in %s", name, text.body)
		}
	}
}

// TestProblemsSplit asks for each page's share of the same problems.
func TestProblemsSplit(t *testing.T) {
	site := atelier().with(func(f *fake) {
		f.wrong = []source.Problem{
			at("content/index.fr.md", 1, "accueil"),
			at("content/visits/summer.toml", 1, "faits"),
			at("i18n/en.toml", 1, "message"),
			source.Warnf("test", source.Pos{File: "content/visits/summer.en.md", Line: 1}, "long"),
			source.Warnf("test", source.Pos{File: "layouts/page.html", Line: 1}, "obsolète"),
		}
		f.within[summerEn] = []source.Problem{
			at("content/visits/summer.en.md", 9, "broken link"), at("content/index.en.md", 2, "ailleurs"),
		}
		f.within["index.html"] = []source.Problem{
			source.Warnf("test", source.Pos{File: "content/index.en.md", Line: 3}, "titre"),
		}
	})
	tests := []struct {
		page string
		lang source.Lang
		want string
	}{
		{"fr/index.html", source.French, "accueil, message | obsolète | faits, long"},
		// Asking for the page looks at both halves; what its own making tells concerns it, wherever the mistake is.
		{summerFr, source.French, "broken link, faits, message | long, obsolète | accueil, ailleurs"},
		{summerEn, source.English, "ailleurs, broken link, faits, message | long, obsolète | accueil"},
		{"index.html", "", "message | titre, obsolète | accueil, ailleurs, long, broken link, faits"},
		{"en/404.html", source.English, "message | obsolète | accueil, ailleurs, titre, long, broken link, faits"},
		{"fr/rien/index.html", source.French, "message | obsolète | accueil, ailleurs, titre, long, broken link, faits"},
		{"../config.toml", "", "message | obsolète | accueil, ailleurs, titre, long, broken link, faits"},
	}
	p := run(t, Options{}, site)
	for _, test := range tests {
		got := p.problemsOf(t, test.page)
		if sorted(got.brief()) != sorted(test.want) || got.Lang != test.lang || got.Editor || got.Token != "" {
			t.Errorf("%s: %q, %+v", test.page, got.brief(), got)
		}
	}
}

// sorted sorts the messages of each list, whose order is that of the files.
func sorted(brief string) string {
	lists := strings.Split(brief, " | ")
	for i, list := range lists {
		lists[i] = strings.Join(slices.Sorted(strings.SplitSeq(list, ", ")), ", ")
	}
	return strings.Join(lists, " | ")
}

// TestProblemsOfHalves mends the other half: its mistake is no longer told, though nobody has looked at it since.
func TestProblemsOfHalves(t *testing.T) {
	p := run(t, Options{}, brokenLink(atelier(), "broken link"))
	if got := p.problemsOf(t, summerFr).brief(); got != "broken link |  | " {
		t.Errorf("at first: %q", got)
	}
	p.show(atelier())
	if got := p.problemsOf(t, "fr/index.html").brief(); got != " |  | broken link" {
		t.Errorf("what is not looked at anew is told as it was known: %q", got)
	}
	if got := p.problemsOf(t, summerFr).brief(); got != " |  | " {
		t.Errorf("mended: %q", got)
	}
}

// TestProblemsOfLostPage asks for a page whose address is gone because of its section.
func TestProblemsOfLostPage(t *testing.T) {
	p := run(t, Options{}, atelier())
	p.get(t, summer)
	p.show(wrongIn(atelier().with(func(f *fake) {
		delete(f.texts, summerFr)
		delete(f.pages, summerFr)
	}), "content/visits/index.fr.md"))
	if got := p.problemsOf(t, summerFr).brief(); got != "fautif : content/visits/index.fr.md |  | " {
		t.Errorf("problems: %q", got)
	}
	if got := p.problemsOf(t, summerEn).brief(); got != " |  | fautif : content/visits/index.fr.md" {
		t.Errorf("problems of its other half: %q", got)
	}
}

// TestManyProblems has more problems than are told: the first of each kind are, errors before all others, and how many
// there are.
func TestManyProblems(t *testing.T) {
	many := func(severity source.Severity, file string, n int) (problems []source.Problem) {
		for line := range n {
			problem := at(file, line+1, string(severity)+" : "+file)
			problem.Severity = severity
			problems = append(problems, problem)
		}
		return problems
	}
	site := atelier().with(func(f *fake) {
		f.wrong = slices.Concat(
			many(source.Warning, "content/autumn.fr.md", 4000), many(source.Error, "content/visits/summer.fr.md", 101),
			many(source.Warning, "content/visits/summer.en.md", mostFindings), many(source.Error, "content/winter.fr.md", 60),
		)
	})
	got := run(t, Options{}, site).problemsOf(t, summerFr)
	tests := map[string]struct {
		group group
		count int
		last  string // of those told
	}{
		"errors":   {got.Errors, 101, "content/visits/summer.fr.md:100"},
		"warnings": {got.Warnings, 100, "content/visits/summer.en.md:100"},
		"others":   {got.Others, 4060, "content/autumn.fr.md:40"},
	}
	for name, test := range tests {
		if len(test.group.First) != mostFindings || test.group.Count != test.count {
			t.Errorf("%d of %d %s are told, want %d of %d", len(test.group.First), test.group.Count, name, mostFindings, test.count)
			continue
		}
		last := test.group.First[mostFindings-1].place
		if got := (source.Pos{File: last.File, Line: last.Line}).String(); got != test.last {
			t.Errorf("the last of the %s that are told is at %s, want %s", name, got, test.last)
		}
	}
}

// TestLongLine marks a column in lines of 1,000 runes, each another one, and in one that is just not too long.
func TestLongLine(t *testing.T) {
	runes := make([]rune, 1000)
	for i := range runes {
		runes[i] = rune('一' + i)
	}
	long, short := string(runes), string(runes[:longestLine])
	tests := []struct {
		line   string
		column int
		want   excerpt
	}{
		{short, longestLine, excerpt{short, 0, false}},
		{long, 0, excerpt{string(runes[:240]), 0, true}},
		{long, 1, excerpt{string(runes[:240]), 0, true}},
		{long, 61, excerpt{string(runes[:240]), 0, true}},
		{long, 62, excerpt{string(runes[1:241]), 1, true}},
		{long, 500, excerpt{string(runes[439:679]), 439, true}},
		{long, 820, excerpt{string(runes[759:999]), 759, true}},
		{long, 821, excerpt{string(runes[760:]), 760, false}},
		{long, 1001, excerpt{string(runes[760:]), 760, false}},
		{long, 5000, excerpt{string(runes[760:]), 760, false}},
	}
	for _, test := range tests {
		wrong := source.Errorf("test", source.Pos{File: "config.toml", Line: 3, Column: test.column}, "long")
		p := run(t, Options{}, nil)
		p.Publish(atelier().with(func(f *fake) { f.wrong = []source.Problem{wrong} }),
			source.NewTree(map[string]string{"config.toml": "\n\n" + test.line + "\n"}))
		if diff := cmp.Diff(test.want, p.problemsOf(t, summerFr).Errors.First[0].excerpt); diff != "" {
			t.Errorf("column %d of %d (-want +got):\n%s", test.column, len([]rune(test.line)), diff)
		}
	}
}
