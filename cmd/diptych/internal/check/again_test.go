package check

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// TestAgain is the oracle of the incremental check: after any series of edits it finds what a check from nothing finds. The
// edits are those that an editor makes: of bodies, front matter, facts, terms, severities and locks, and pages that come, go
// and are renamed.
func TestAgain(t *testing.T) {
	for seed := range uint64(12) {
		e := &editing{random: rand.New(rand.NewPCG(seed, 5)), texts: map[string]string{source.ConfigFile: exampleConfig}}
		for range 25 {
			e.edit()
		}
		day := civil.Date{Year: 2023, Month: 12, Day: 5}
		options := Options{Day: day, Drafts: seed%2 == 0, Release: seed%3 == 0}
		tree := source.NewTree(e.texts)
		model, _ := site.Assemble(tree, site.Options{Day: day, Drafts: true})
		pairs := CheckPairs(context.Background(), model, options, nil)
		for step := range 40 {
			e.edit()
			tree = e.later(tree)
			model, _ = model.Again(tree)
			pairs = CheckPairs(context.Background(), model, options, pairs)
			whole, _ := site.Assemble(source.NewTree(e.texts), site.Options{Day: day, Drafts: true})
			fresh := CheckPairs(context.Background(), whole, options, nil)
			got, gotIgnored := pairs.Findings()
			want, wantIgnored := fresh.Findings()
			if diff := cmp.Diff(want, got); diff != "" || gotIgnored != wantIgnored || pairs.Count() != fresh.Count() {
				t.Fatalf("seed %d, step %d, after %s: %d ignored, want %d (-want +got):\n%s",
					seed, step, e.last, gotIgnored, wantIgnored, diff)
			}
		}
	}
}

// TestAgainAfterInterruption holds that a check that was interrupted leaves nothing that a later one takes for looked at.
func TestAgainAfterInterruption(t *testing.T) {
	tree := source.NewTree(map[string]string{source.ConfigFile: exampleConfig,
		"content/a.fr.md": "+++\ntitle = \"Été\"\n+++\nDouze douze mots.\n", "content/a.en.md": "+++\ntitle = \"Summer\"\n+++\nTwelve words.\n"})
	model, _ := site.Assemble(tree, site.Options{})
	interrupted, stop := context.WithCancel(context.Background())
	stop()
	before := CheckPairs(interrupted, model, Options{}, nil)
	if found, _ := CheckPairs(context.Background(), model, Options{}, before).Findings(); len(found) != 1 {
		t.Errorf("after an interruption %d findings, want 1", len(found))
	}
}

// editing is a site that is edited at random.
type editing struct {
	random *rand.Rand
	texts  map[string]string
	last   string // what was edited last
}

func (e *editing) one(of ...string) string { return of[e.random.IntN(len(of))] }

// body gives some blocks in a language; the same choices give blocks that answer each other.
func (e *editing) body(lang source.Lang) string {
	blocks := [][2]string{
		{"Le Canada et A4P+ avec M. Lacroix le 5 juin 2024.", "Canada and A4P+ with Mr. Lacriox on 6 June 2024."},
		{"Veuillez cliquer [ici](https://example.com/fr/a) .", "Please click [here](https://example.com/en/a) ."},
		{"Les États membres veulent veulent le maintien de la paix.", "The Member states want peacekeeping."},
		{"## Lieux {#places}", "## Places {#places}"},
		{"- un point\n- un autre point", "- a point\n- another point"},
		{"<!-- check-ignore: doubled-word c’est dit ainsi -->\n\nL’été dure dure 12 jours.", "Summer lasts 13 days."},
		{"La réunion réunoin réunion réunion.", "The meeting meeitng meeting meeting."},
		{"![](/a.jpg)", "![A boat leaves the harbour](/a.jpg)"},
	}
	var body []string
	for range 1 + e.random.IntN(5) {
		body = append(body, blocks[e.random.IntN(len(blocks))][map[source.Lang]int{source.French: 0, source.English: 1}[lang]])
	}
	return strings.Join(body, "\n\n") + "\n"
}

func (e *editing) front() string {
	return "+++\n" + e.one("title = \"Été\"\n", "title = \"Summer\"\ndescription = \"Les États membres\"\n", "title = \"Été\"\ndraft = true\n",
		"title = \"Été\"\n[check.severity]\nnumber-mismatch = \"info\"\n", "title = \"Été\"\n[check.ignore]\ntypo = \"le mot est rare\"\n",
		"title = \n", "") + "+++\n"
}

// edit makes one edit.
func (e *editing) edit() {
	key := e.one("a", "b", "c", "d/index", "d/e")
	file, lang := "content/"+key, source.Lang(e.one("fr", "en"))
	half := file + "." + string(lang) + ".md"
	switch e.random.IntN(9) {
	case 0, 1, 2:
		e.texts[half] = e.front() + e.body(lang)
	case 3:
		if front, _, found := strings.Cut(strings.TrimPrefix(e.texts[half], "+++\n"), "+++\n"); found {
			e.texts[half] = "+++\n" + front + "+++\n" + e.body(lang)
		}
	case 4:
		delete(e.texts, e.one(half, file+".toml", ledger.File(key)))
	case 5:
		e.texts[file+".toml"] = e.one("draft = true\n", "date = 2024-01-01\n", "[check.ignore]\ndoubled-word = \"c’est dit ainsi\"\n",
			"[check.severity]\ntypo = \"error\"\n")
	case 6:
		e.texts["i18n/terms.toml"] = e.one("[[term]]\nfr = \"États Membres\"\nen = \"Member States\"\n",
			"[[term]]\nfr = \"maintien de la paix\"\nen = \"peacekeeping\"\navoid_fr = [\"cliquer\"]\n", "")
	case 7:
		e.texts[source.ConfigFile] = exampleConfig + e.one("", "\n[check.severity]\ndoubled-word = \"off\"\n")
	case 8:
		e.confirm(key)
	}
	e.last = fmt.Sprintf("an edit of %s", half)
}

// confirm confirms a page, if it is whole.
func (e *editing) confirm(key string) {
	model, _ := site.Assemble(source.NewTree(e.texts), site.Options{})
	if s, found := model.Source(key); found && s.IsWhole() {
		lock := Compare(model, s).All(ledger.Confirmation{Day: civil.Date{Year: 2023, Month: 5, Day: 1}})
		e.texts[ledger.File(s.Key)] = lock.String()
	}
}

// later gives the tree with the texts as they are now; files that are the same stay the same.
func (e *editing) later(before *source.Tree) *source.Tree {
	changed := maps.Clone(e.texts)
	for _, file := range slices.Concat(before.Below("content"), before.Below("i18n")) {
		if _, there := e.texts[file.Path]; !there {
			changed[file.Path] = ""
		}
	}
	return before.With(changed)
}
