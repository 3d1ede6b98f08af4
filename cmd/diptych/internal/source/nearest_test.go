package source

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	keys := []string{"title", "description", "slug", "aliases", "menuTitle", "date", "draft", "place", "baseURL", "languages"}
	french := []string{"évènement", "préparatoire", "déclaration", "ordre-du-jour", "été"}
	tests := []struct {
		word  string
		known []string
		want  string
	}{
		{"title", keys, "title"},
		{"titel", keys, "title"},  // a swap
		{"tilte", keys, "title"},  // a swap
		{"titre", keys, "title"},  // the French word
		{"Title", keys, "title"},  // a capital
		{"titles", keys, "title"}, // a letter too many
		{"tite", keys, "title"},   // a letter too few
		{"descripton", keys, "description"},
		{"déscription", keys, "description"},
		{"langues", keys, "languages"},
		{"baseUrl", keys, "baseURL"},
		{"menutitle", keys, "menuTitle"},
		{"brouillon", keys, ""},
		{"zzz", keys, ""},
		{"at", keys, ""}, // two letters from both "date" and "draft"
		{"sug", keys, "slug"},
		{"evenement", french, "évènement"},
		{"évenement", french, "évènement"},
		{"preparatoire", french, "préparatoire"},
		{"declaration", french, "déclaration"},
		{"ordre_du_jour", french, "ordre-du-jour"},
		{"ete", french, ""},
		{"eté", french, "été"},
		{"", keys, ""},
		{"title", nil, ""},
	}
	for _, test := range tests {
		if got := Nearest(test.word, test.known); got != test.want {
			t.Errorf("the nearest to %q is %q, want %q", test.word, got, test.want)
		}
	}
}

// TestNearestTakesTheFirst keeps messages the same from run to run.
func TestNearestTakesTheFirst(t *testing.T) {
	if got := Nearest("fin", []string{"fil", "vin", "fin", "pin"}); got != "fin" {
		t.Errorf("got %q, want the word itself", got)
	}
	if got := Nearest("fix", []string{"fil", "fin"}); got != "fil" {
		t.Errorf("got %q, want the first of two that are as near", got)
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "été", 3}, {"été", "", 3}, {"été", "ete", 2}, {"ab", "ba", 1}, {"ca", "abc", 3},
		{"chien", "niche", 4}, {"kitten", "sitting", 3}, {"abcd", "badc", 2},
	}
	for _, test := range tests {
		if got := distance([]rune(test.a), []rune(test.b), 100); got != test.want {
			t.Errorf("from %q to %q it is %d, want %d", test.a, test.b, got, test.want)
		}
		if got := distance([]rune(test.b), []rune(test.a), 100); got != test.want {
			t.Errorf("from %q to %q it is %d, want %d", test.b, test.a, got, test.want)
		}
	}
}

// TestNearestEqualsTheWholeSearch compares with a search that measures each name to the end.
func TestNearestEqualsTheWholeSearch(t *testing.T) {
	random := rand.New(rand.NewPCG(2023, 12))
	for range 5000 {
		word, known := randomWord(random), make([]string, 1+random.IntN(12))
		for i := range known {
			known[i] = randomWord(random)
		}
		if got, want := Nearest(word, known), wholeSearch(word, known); got != want {
			t.Fatalf("the nearest to %q of %q is %q, want %q", word, known, got, want)
		}
	}
}

// randomWord gives a word of few letters, so that many are near each other.
func randomWord(random *rand.Rand) string {
	letters := []rune("abéÉœ’")
	word := make([]rune, 1+random.IntN(9))
	for i := range word {
		word[i] = letters[random.IntN(len(letters))]
	}
	return string(word)
}

// wholeSearch is what Nearest says of itself, without a shortcut.
func wholeSearch(word string, known []string) string {
	wanted := []rune(strings.ToLower(word))
	best, least := "", max(len(wanted)/3, 1)+1
	for _, name := range known {
		if d := wholeDistance(wanted, []rune(strings.ToLower(name))); d < least {
			best, least = name, d
		}
	}
	return best
}

// wholeDistance fills the whole matrix of distances between the beginnings of two words.
func wholeDistance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

// BenchmarkNearest looks for a page among those of a large site: a dead link costs this much.
func BenchmarkNearest(b *testing.B) {
	known := make([]string, 10_000)
	for i := range known {
		known[i] = fmt.Sprintf("rubrique-%02d/réunion-préparatoire-%04d", i%40, i)
	}
	for b.Loop() {
		if got := Nearest("rubrique-07/reunion-preparatoire-0047x", known); got != known[47] {
			b.Fatalf("the nearest is %q", got)
		}
	}
}
