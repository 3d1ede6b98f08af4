package check

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// pageOf gives both halves of a page.
func pageOf(key, french, english string) map[string]string {
	return map[string]string{
		"content/" + key + ".fr.md": "+++\ntitle = \"Été\"\n+++\n" + french + "\n",
		"content/" + key + ".en.md": "+++\ntitle = \"Summer\"\n+++\n" + english + "\n",
	}
}

// TestJudgedByOthers edits one page, by which something else is found in another one, or the same: that one is made again only if it
// is something else.
func TestJudgedByOthers(t *testing.T) {
	others := strings.Repeat("Le Bureau Kofi a écrit.\n\n", 6)
	answers := strings.Repeat("The Kofi office has written.\n\n", 6)
	tree := source.NewTree(map[string]string{source.ConfigFile: exampleConfig}).
		With(pageOf("a", "Le programe est là, avec Lacroix.\n\nUn mot de Kofi, et un autre.", "The programme is there, with Lacriox.\n\nA word, and another one.")).
		With(pageOf("c", strings.Repeat("Rien ici.\n\n", 800), strings.Repeat("Nothing here.\n\n", 800))). // a name is steady where it is rare
		With(pageOf("b", "Le programme, et le programme.\n\n"+others, "Nothing.\n\n"+answers))
	model, _ := site.Assemble(tree, site.Options{})
	pairs := CheckPairs(context.Background(), model, Options{}, nil)
	steps := []struct {
		name            string
		french, english string
		again           bool // whether the other page is made again
	}{
		{"a word that is not of the matter", "Le programme, et le programme ici.\n\n" + others, "Nothing.\n\n" + answers, false},
		{"the meant word once more", "Le programme, et le programme, et le programme.\n\n" + others, "Nothing.\n\n" + answers, true},
		{"the same names in other rows", "Le programme, et le programme, et le programme.\n\nLacroix.\n\n" + others, "Nothing.\n\nLacriox.\n\n" + answers, true},
		{"a name that is missing more often", "Le programme, et le programme, et le programme.\n\nLacroix.\n\n" + strings.ReplaceAll(others, "Kofi", ""),
			"Nothing.\n\nLacriox.\n\n" + answers, true},
		{"none of the names and words", "Rien.", "Nothing.", true},
		{"nothing again", "Rien du tout.", "Nothing at all.", false},
	}
	for _, step := range steps {
		tree = tree.With(pageOf("b", step.french, step.english))
		model, _ = model.Again(tree)
		before := pairs
		pairs = CheckPairs(context.Background(), model, Options{}, before)
		whole, _ := site.Assemble(tree, site.Options{})
		want, _ := CheckPairs(context.Background(), whole, Options{}, nil).Findings()
		got, _ := pairs.Findings()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.name, diff)
		}
		if again := !sameVerdicts(before, pairs, pairs.find("a")); again != step.again {
			t.Errorf("%s: the other page is made again: %t, want %t", step.name, again, step.again)
		}
	}
}

// sameVerdicts tells whether a study has the verdicts that it had before, and not some that are equal.
func sameVerdicts(before, now *Pairs, s *study) bool {
	for _, rule := range []string{typo.ID, entityMismatch.ID} {
		was, had := before.verdicts[rule][s]
		is, has := now.verdicts[rule][s]
		if had != has || len(was.found) != len(is.found) || len(was.found) > 0 && &was.found[0] != &is.found[0] {
			return false
		}
	}
	return true
}

// countdown is a context that is done after so many questions.
type countdown struct {
	context.Context
	left atomic.Int64
}

func (c *countdown) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestVisitsEnd has a check end while rules judge: nothing is looked at again then, nor taken for looked at later.
func TestVisitsEnd(t *testing.T) {
	tree := source.NewTree(map[string]string{source.ConfigFile: exampleConfig}).
		With(pageOf("a", "Le programe est là.", "It is there.")).With(pageOf("b", "Le programme, et le programme.", "Nothing."))
	model, _ := site.Assemble(tree, site.Options{})
	ctx := &countdown{Context: context.Background()}
	ctx.left.Store(2) // the pairs themselves
	ended := CheckPairs(ctx, model, Options{}, nil)
	if found := ended.verdicts[typo.ID][ended.find("a")].found; len(found) > 0 {
		t.Errorf("%v was found after the end", found)
	}
	if found := CheckPairs(context.Background(), model, Options{}, ended).judged; len(found) != 1 {
		t.Errorf("later it is found %v", found)
	}
}
