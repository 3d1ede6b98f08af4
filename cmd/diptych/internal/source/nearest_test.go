package source

import "testing"

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
