package check

import (
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// reviewed is a site with three pages, one of which has one half only.
var reviewed = map[string]string{
	"config.toml":         "baseURL = \"\"\nlanguages = [\"fr\", \"en\"]\n[language.fr]\nlocale = \"fr\"\ntitle = \"Accra\"\n[language.en]\nlocale = \"en-GB\"\ntitle = \"Accra\"\n",
	"content/index.fr.md": "+++\ntitle = \"Accueil\"\n+++\n\nBienvenue à la conférence.\n",
	"content/index.en.md": "+++\ntitle = \"Home\"\n+++\n\nWelcome to the conference.\n",
	"content/visit.fr.md": "+++\ntitle = \"La visite\"\n+++\n\nElle a lieu le 12 juin 2023.\n\n<!-- check-ignore: vague-link le lien est nommé plus haut -->\nVoir le plan.\n",
	"content/visit.en.md": "+++\ntitle = \"The visit\"\n+++\n\nIt takes place on 12 June 2023.\n\nSee the plan.\n",
	"content/alone.fr.md": "+++\ntitle = \"Seule\"\n+++\n\nUne moitié.\n",
}

// modelOf makes the model of the site with some texts in the place of others.
func modelOf(changed map[string]string) *site.Model {
	model, _ := site.Assemble(source.NewTree(reviewed).With(changed), site.Options{})
	return model
}

// rulesOf gives the rules of findings.
func rulesOf(problems []source.Problem) string {
	var rules []string
	for _, p := range problems {
		rules = append(rules, p.Rule)
	}
	return strings.Join(rules, " ")
}

// TestReviewPlaces puts findings to their rows, and those at a fact to none.
func TestReviewPlaces(t *testing.T) {
	model := modelOf(map[string]string{
		"content/visit.toml":  "[check]\nunknown-rule = \"off\"\n[[check.ignore]]\nrule = \"typo\"\nreason = \"c’est un nom\"\n",
		"content/visit.en.md": strings.Replace(reviewed["content/visit.en.md"], "12 June", "13 June", 1),
	})
	options := Options{Drafts: true}
	review, ok := CheckPairs(t.Context(), model, options, nil).Review(model, options, "visit")
	if !ok || review.Compared == nil || len(review.At) != 3 { // title, two paragraphs
		t.Fatalf("%v: %+v", ok, review)
	}
	if got := rulesOf(review.At[1]); got != "date-mismatch" {
		t.Errorf("at the first paragraph stands %q", got)
	}
	if len(review.At[0])+len(review.At[2]) > 0 || !strings.HasPrefix(rulesOf(review.Apart), "check-ignore") {
		t.Errorf("at the title and at the second paragraph stand %q and %q, at no block %q",
			rulesOf(review.At[0]), rulesOf(review.At[2]), rulesOf(review.Apart))
	}
	sum := len(review.Apart)
	for _, at := range review.At {
		sum += len(at)
	}
	if sum != len(review.Findings) {
		t.Errorf("of %d findings %d are placed", len(review.Findings), sum)
	}
}

// TestReviewAlone looks at a pair before all others are known: nobody can say yet that nothing falls under an exception.
func TestReviewAlone(t *testing.T) {
	model, options := modelOf(nil), Options{Drafts: true}
	var none *Pairs
	before, ok := none.Review(model, options, "visit")
	if !ok || len(before.Findings) != 0 {
		t.Errorf("before: %v, %q", ok, rulesOf(before.Findings))
	}
	after, _ := CheckPairs(t.Context(), model, options, nil).Review(model, options, "visit")
	if got := rulesOf(after.Findings); got != "check-ignore" {
		t.Errorf("after: %q", got)
	}
}

// TestReviewLater looks at a pair of a later model: what the pair itself has is of that model.
func TestReviewLater(t *testing.T) {
	options := Options{Drafts: true}
	pairs := CheckPairs(t.Context(), modelOf(nil), options, nil)
	later := modelOf(map[string]string{"content/visit.en.md": strings.Replace(reviewed["content/visit.en.md"], "12 June", "13 June", 1)})
	review, _ := pairs.Review(later, options, "visit")
	if got := rulesOf(review.Findings); !strings.Contains(got, "date-mismatch") {
		t.Errorf("found is %q", got)
	}
}

func TestReviewOfNone(t *testing.T) {
	model, options := modelOf(nil), Options{Drafts: true}
	pairs := CheckPairs(t.Context(), model, options, nil)
	for _, key := range []string{"", "nowhere", "content/visit", "visit.fr", "/visit"} {
		if _, ok := pairs.Review(model, options, key); ok {
			t.Errorf("there is a review of %q", key)
		}
	}
	review, ok := pairs.Review(model, options, "alone")
	if !ok || review.Compared != nil || review.At != nil {
		t.Errorf("the review of one half is %+v", review)
	}
}

// TestReviewMisread has front matter that can't be read, so that it stands in the body: nothing is compared.
func TestReviewMisread(t *testing.T) {
	model, options := modelOf(map[string]string{"content/visit.fr.md": strings.TrimPrefix(reviewed["content/visit.fr.md"], "+")}), Options{Drafts: true}
	review, ok := CheckPairs(t.Context(), model, options, nil).Review(model, options, "visit")
	if !ok || review.Compared != nil || len(review.Findings) > 0 {
		t.Errorf("%v, found is %q", ok, rulesOf(review.Findings))
	}
}

// TestStandings compares pairs with their locks, and those that changed once more.
func TestStandings(t *testing.T) {
	model := modelOf(nil)
	visit, _ := model.Source("visit")
	lock := Compare(model, visit).All(ledger.Confirmation{Day: civil.Date{Year: 2023, Month: time.May, Day: 2}})
	with := map[string]string{ledger.File("visit"): lock.String()}
	brief := func(standings []Standing) string {
		var all []string
		for _, s := range standings {
			said := s.Source.Key + " " + s.State.String()
			if !s.Compared {
				said = s.Source.Key + " alone"
			}
			if !s.Newest.IsZero() {
				said += " " + s.Newest.String()
			}
			all = append(all, said)
		}
		return strings.Join(all, ", ")
	}
	first := Standings(t.Context(), model, nil)
	if got := brief(first); got != "alone alone, index never-confirmed, visit never-confirmed" {
		t.Errorf("at first: %s", got)
	}
	second := Standings(t.Context(), modelOf(with), first)
	if got := brief(second); got != "alone alone, index never-confirmed, visit confirmed 2023-05-02" {
		t.Errorf("confirmed: %s", got)
	}
	with["content/visit.fr.md"] = strings.Replace(reviewed["content/visit.fr.md"], "Elle a lieu", "Elle se tient", 1)
	third := Standings(t.Context(), modelOf(with), second)
	if got := brief(third); got != "alone alone, index never-confirmed, visit french-changed 2023-05-02" || third[2].Counts.French != 1 {
		t.Errorf("changed: %s, %+v", got, third[2].Counts)
	}
}

// TestStandingsKeep takes over what did not change, by the identity of the source.
func TestStandingsKeep(t *testing.T) {
	tree := source.NewTree(reviewed)
	model, _ := site.Assemble(tree, site.Options{})
	first := Standings(t.Context(), model, nil)
	first[1].Newest = civil.Date{Year: 1999, Month: time.May, Day: 2} // to know it again
	first[2].Newest = first[1].Newest
	later, _ := model.Again(tree.With(map[string]string{"content/visit.fr.md": "+++\ntitle = \"Visite\"\n+++\n\nAutre chose.\n"}))
	second := Standings(t.Context(), later, first)
	if second[1].Newest != first[1].Newest || second[2].Newest == first[2].Newest {
		t.Errorf("kept are %v and %v", second[1].Newest, second[2].Newest)
	}
}
