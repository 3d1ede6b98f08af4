package locale

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// TestAlphabeticalOrder shows the order that a reader expects; each list is written in it.
func TestAlphabeticalOrder(t *testing.T) {
	tests := []struct {
		name, tag string
		sorted    []string
	}{
		{"accents", "fr", []string{"cote", "coté", "côte", "côté", "Côté", "côtoyer"}},
		{"accents in Quebec", "fr-CA", []string{"cote", "côte", "coté", "côté", "Côté", "côtoyer"}},
		{"œ is oe", "fr", []string{"œillet", "œuvre", "Œuvre", "ouvrage"}},
		{"é is e", "fr", []string{"Égypte", "Émirats arabes unis", "Équateur", "Espagne", "États-Unis", "Éthiopie"}},
		{"accents in English", "en-GB", []string{"Åland Islands", "Albania", "Côte d’Ivoire", "Croatia"}},
		{"spaces and hyphens", "fr", []string{"Pays", "Pays basque", "Pays-Bas", "paysage"}},
		{"apostrophes as typed", "fr", []string{"L'aube", "L’été", "L'ivoire"}},
		{"spaces as typed", "fr", []string{"Paris : accueil", "Paris\u00a0: bilan", "Paris : clôture"}},
		{"the bytes decide", "fr", []string{"l'été", "l’été"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l, shuffled := mustNew(t, test.tag), slices.Clone(test.sorted)
			random := rand.New(rand.NewPCG(1, 2))
			random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			slices.SortFunc(shuffled, l.Compare)
			if diff := cmp.Diff(test.sorted, shuffled); diff != "" {
				t.Errorf("order (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSortKeysConcurrently is for the race detector: keys are made by many goroutines at once, and all are the same.
func TestSortKeysConcurrently(t *testing.T) {
	l, words := mustNew(t, "fr-CA"), []string{"côte", "coté", "œuvre", "États-Unis", "l’été"}
	want := map[string]string{}
	for _, word := range words {
		want[word] = mustNew(t, "fr-CA").SortKey(word)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, word := range words {
				if got := l.SortKey(word); got != want[word] {
					t.Errorf("the key of %q is %q, alone it is %q", word, got, want[word])
				}
			}
		})
	}
	group.Wait()
}

func FuzzSortKey(f *testing.F) {
	f.Add("cote", "côté")
	f.Add("l’été", "l'été")
	f.Add("a", "a\x00")
	f.Add("\xff", "")
	l := mustNew(f, "fr-CA")
	f.Fuzz(func(t *testing.T, a, b string) {
		there, back := l.Compare(a, b), l.Compare(b, a)
		if there != -back || (there == 0) != (a == b) {
			t.Errorf("%q to %q is %d, and back %d", a, b, there, back)
		}
		bare := collate.New(language.MustParse(l.collation)).CompareString(plain.Replace(a), plain.Replace(b))
		if bare != 0 && bare != there {
			t.Errorf("%q to %q is %d, and the collator says %d", a, b, there, bare)
		}
	})
}

func BenchmarkSortKey(b *testing.B) {
	l := mustNew(b, "fr")
	for b.Loop() {
		l.SortKey("Réunion préparatoire régionale de l’Europe de l’Ouest")
	}
}
