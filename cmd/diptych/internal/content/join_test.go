package content

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/civil"
)

// page gives the files of a page, each with the facts that stand in it.
func page(facts, french, english string) map[string]string {
	return map[string]string{
		factsFile:   facts,
		frenchFile:  "+++\ntitle = \"L’annonce\"\n" + french + "+++\nTexte\n",
		englishFile: "+++\ntitle = \"The announcement\"\n" + english + "+++\nText\n",
	}
}

// TestFactsMayStandAnywhere reads the same page with its facts in each of its files, and in several that agree.
func TestFactsMayStandAnywhere(t *testing.T) {
	const facts = "date = 2023-09-22\nnews = true\nmenu = 10\nevent.start = 2023-12-05\nevent.hosts = [\"GH\", \"UN\"]\n"
	tests := []struct {
		name  string
		texts map[string]string
	}{
		{"facts file", page(facts, "", "")},
		{"French half", page("", facts, "")},
		{"English half", page("", "", facts)},
		{"all of them, alike", page(facts, facts, facts)},
		{"alike in other words",
			page(facts, "date = 2023-09-22 # vendredi\nmenu = 0xA\n", "event = { hosts = ['GH', 'UN'] }\n")},
		{"a table in two files", page("date = 2023-09-22\nnews = true\n[event]\nstart = 2023-12-05\n",
			"event.hosts = [\"GH\", \"UN\"]\n", "menu = 10\n")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			facts, problems := readPage(t, test.texts)
			wantTold(t, problems)
			want := civil.Moment{Date: day(2023, 12, 5)}
			if facts.Date != day(2023, 9, 22) || !facts.News || facts.Menu == nil || *facts.Menu != 10 || facts.Event == nil ||
				facts.Event.Start != want || strings.Join(facts.Event.Hosts, " ") != "GH UN" {
				t.Errorf("got %+v with the event %+v", facts, facts.Event)
			}
		})
	}
}

// TestFactsThatDisagree names both places: the later as the problem's own, the first as its peer.
func TestFactsThatDisagree(t *testing.T) {
	tests := []struct {
		name  string
		texts map[string]string
		want  []string
	}{
		{"between halves", page("", "date = 2023-09-22\n", "date = 2023-09-23\n"),
			[]string{"E:3:1 error facts-disagree: `date` differs from what F:3:1 says (F:3:1)"}},
		{"between file and half", page("menu = 1\nlayout = \"page\"\n", "layout = \"accueil\"\n", ""),
			[]string{"F:3:1 error facts-disagree: `layout` differs from what T:2:1 says (T:2:1)"}},
		{"in all three", page("weight = 1\n", "weight = 2\n", "weight = 3\n"), []string{
			"F:3:1 error facts-disagree: `weight` differs from what T:1:1 says (T:1:1)",
			"E:3:1 error facts-disagree: `weight` differs from what T:1:1 says (T:1:1)"}},
		{"of different types", page("", "news = false\n", "news = \"non\"\n"),
			[]string{"E:3:1 error facts-disagree: `news` differs from what F:3:1 says (F:3:1)"}},
		{"within an event", page("[event]\nstart = 2023-12-05\ncountry = \"GH\"\n", "event.country = \"KR\"\n", ""),
			[]string{"F:3:7 error facts-disagree: `country` differs from what T:3:1 says (T:3:1)"}},
		{"in the order of hosts",
			page("", "event = { start = 2023-12-05, hosts = [\"GH\", \"KR\"] }\n", "event.hosts = [\"KR\", \"GH\"]\n"),
			[]string{"E:3:7 error facts-disagree: `hosts` differs from what F:3:31 says (F:3:31)"}},
		{"in a document’s title", page("[[document]]\nid = \"note\"\nrequest = true\nfr = { title = \"Note\" }\n",
			"[[document]]\nid = \"note\"\nrequest = true\nfr = { title = \"Note d’orientation\" }\n", ""),
			[]string{"F:3:3 error facts-disagree: `document` differs from what T:1:3 says (T:1:3)"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := readPage(t, test.texts)
			wantTold(t, problems, test.want...)
			for _, p := range problems {
				if p.Peer.IsZero() || p.Peer == p.Pos {
					t.Errorf("the problem at %s has the peer %s", p.Pos, p.Peer)
				}
			}
		})
	}
}

// TestFirstFactHolds shows which of two values the rest of the site is checked with.
func TestFirstFactHolds(t *testing.T) {
	facts, _ := readPage(t, page("layout = \"page\"\n", "layout = \"accueil\"\n", "layout = \"home\"\n"))
	if facts.Layout != "page" || facts.Pos("layout") != at(1, 10) {
		t.Errorf("got %q from %s", facts.Layout, facts.Pos("layout"))
	}
}

// TestEitherHalfDraftsThePair holds that drafts never disagree, and where they are said.
func TestEitherHalfDraftsThePair(t *testing.T) {
	const yes, no = "draft = true\n", "draft = false\n"
	tests := []struct {
		name  string
		texts map[string]string
		want  bool
		pos   string
	}{
		{"nobody says so", page("", "", ""), false, factsFile + ":1:1"},
		{"all say no", page(no, no, no), false, factsFile + ":1:1"},
		{"the facts file", page(yes, "", ""), true, factsFile + ":1:9"},
		{"the French half", page("", yes, ""), true, frenchFile + ":3:9"},
		{"the English half", page("", "", yes), true, englishFile + ":3:9"},
		{"the English half against the others", page(no, no, yes), true, englishFile + ":3:9"},
		{"both halves", page("", yes, yes), true, frenchFile + ":3:9"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			facts, problems := readPage(t, test.texts)
			wantTold(t, problems)
			if got := facts.Pos("draft").String(); facts.Draft != test.want || got != test.pos {
				t.Errorf("draft is %t by %s, want %t by %s", facts.Draft, got, test.want, test.pos)
			}
		})
	}
}

func TestUnknownKeys(t *testing.T) {
	tests := []struct {
		name  string
		texts map[string]string
		want  []string
		hint  string
	}{
		{"title with its letters swapped", page("", "titel = \"Été\"\n", ""),
			[]string{"F:3:1 error unknown-key: unknown key `titel` in the front matter"}, "did you mean `title`?"},
		{"description without an i", page("", "", "slug = \"a\"\ndescripton = \"A page.\"\n"),
			[]string{"E:4:1 error unknown-key: unknown key `descripton` in the front matter"}, "did you mean `description`?"},
		{"a fact in small letters", page("publishdate = 2023-12-05\n", "", ""),
			[]string{"T:1:1 error unknown-key: unknown key `publishdate` in the page's facts"}, "did you mean `publishDate`?"},
		{"a name of its own", page("\"événement\" = 2023-12-05\n", "", ""),
			[]string{"T:1:1 error unknown-key: unknown key `événement` in the page's facts"}, "known here: title, "},
		{"a table", page("[evnt]\nstart = 2023-12-05\n", "", ""),
			[]string{"T:1:2 error unknown-key: unknown key `evnt` in the page's facts"}, "did you mean `event`?"},
		{"in both halves, as their words differ", page("", "titel = \"Été\"\n", "titel = \"Summer\"\n"), []string{
			"F:3:1 error unknown-key: unknown key `titel` in the front matter",
			"E:3:1 error unknown-key: unknown key `titel` in the front matter"}, "did you mean `title`?"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := readPage(t, test.texts)
			wantTold(t, problems, test.want...)
			if !strings.HasPrefix(problems[0].Hint.English, test.hint) {
				t.Errorf("the hint is %q, want %q", problems[0].Hint.English, test.hint)
			}
		})
	}
}

// TestWordsAreNoFacts holds that each word is refused in the facts file, at its line, and kept out of the facts.
func TestWordsAreNoFacts(t *testing.T) {
	text := "menu = 1\n"
	var want []string
	for i, key := range wordKeys {
		text += key + " = \"L’été\"\n"
		line := at(i+2, 1).String()
		want = append(want, strings.Replace(line, factsFile+":", "T:", 1)+
			" error word-in-facts: `"+key+"` is a word and differs by language")
	}
	facts, problems := readFactsText(t, text)
	wantTold(t, problems, want...)
	if facts.Menu == nil || *facts.Menu != 1 {
		t.Error("the fact beside the words is lost")
	}
}

func TestBrokenFactsFile(t *testing.T) {
	facts, problems := readPage(t, page("menu = 1\ndate = 5 décembre 2023\n", "weight = 2\n", ""))
	if len(problems) != 1 || problems[0].Rule != "toml" || problems[0].Pos.File != factsFile ||
		problems[0].Pos.Line != 2 {
		t.Errorf("got %q, want a mistake in the TOML at line 2", told(problems))
	}
	if facts.Menu != nil || facts.Weight == nil || *facts.Weight != 2 {
		t.Errorf("got menu %v and weight %v, want the half's weight alone", facts.Menu, facts.Weight)
	}
}

func TestPosOfFacts(t *testing.T) {
	facts, problems := readPage(t, page("menu = 1\n", "image = \"été.jpg\"\n", "[event]\nstart = 2023-12-05\n"))
	wantTold(t, problems)
	places := map[string]string{
		"menu": factsFile + ":1:8", "image": frenchFile + ":3:9", "event": englishFile + ":3:1", "date": factsFile + ":1:1",
	}
	for key, want := range places {
		if got := facts.Pos(key).String(); got != want {
			t.Errorf("%s stands at %s, want %s", key, got, want)
		}
	}
}
