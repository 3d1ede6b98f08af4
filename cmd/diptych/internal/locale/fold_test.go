package locale

import (
	"regexp"
	"testing"
	"unicode/utf8"
)

func TestFoldAndSlug(t *testing.T) {
	tests := []struct{ text, folded, slug string }{
		{"L’été à Paris", "l'ete a paris", "l-ete-a-paris"},
		{"L'été à Paris", "l'ete a paris", "l-ete-a-paris"},
		{"L’E\u0301TE\u0301", "l'ete", "l-ete"}, // decomposed, as some file systems have it
		{"« Œuvres » : curriculum vitæ", "« oeuvres » : curriculum vitae", "oeuvres-curriculum-vitae"},
		{"Qui\u202f? Où\u00a0: ici", "qui ? ou : ici", "qui-ou-ici"},
		{"Saint‑Kitts‑et‑Nevis", "saint-kitts-et-nevis", "saint-kitts-et-nevis"},
		{"Émissions de CO₂ au XXIᵉ siècle", "emissions de co2 au xxie siecle", "emissions-de-co2-au-xxie-siecle"},
		{"Garçon, maïs, À-Côté, Ÿ", "garcon, mais, a-cote, y", "garcon-mais-a-cote-y"},
		{"Łódź, Tromsø, Straße", "lodz, tromso, strasse", "lodz-tromso-strasse"},
		{"  25–26 juin -- 2023  ", "  25–26 juin -- 2023  ", "25-26-juin-2023"},
		{"Доклад", "доклад", ""},
		{"…", "...", ""},
		{"", "", ""},
		{"a\xffb", "a\ufffdb", "a-b"},
		{"Cit\xe9 d’été", "cit\ufffd d'ete", "cit-d-ete"},
	}
	for _, test := range tests {
		if got := Fold(test.text); got != test.folded {
			t.Errorf("%q folds to %q, want %q", test.text, got, test.folded)
		}
		if got := Slug(test.text); got != test.slug {
			t.Errorf("the slug of %q is %q, want %q", test.text, got, test.slug)
		}
	}
}

// TestFoldPairs holds that what is left of a known character does not depend on its neighbours.
func TestFoldPairs(t *testing.T) {
	var all []rune
	for r := range rune(pastPunctuation) {
		if r < pastLetters || r >= punctuation {
			all = append(all, r)
		}
	}
	for _, a := range all {
		for _, b := range all {
			text := string([]rune{a, b})
			if got, want := Fold(text), foldAny(text); got != want {
				t.Fatalf("%q folds to %+q, want %+q", text, got, want)
			}
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, text := range []string{
		"L’été à Paris", "Œ æ ß İ ẞ", "CO₂ ½ ﬁ K Å", "\xc3", "각", "Ǆ ϓ ẛ\u0323", "\u00b4\u0344", "00000000\xf4˙",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Fold(text)
		if twice := Fold(once); twice != once {
			t.Errorf("%q folds to %+q and then to %+q", text, once, twice)
		}
		if !utf8.ValidString(once) {
			t.Errorf("%q folds to %q, which is not UTF-8", text, once)
		}
		if slowly := foldAny(text); slowly != once {
			t.Errorf("%q folds to %+q, and to %+q where it is looked at as a whole", text, once, slowly)
		}
	})
}

var wellFormed = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func FuzzSlug(f *testing.F) {
	for _, text := range []string{"L’été à Paris", "--a--", "Œuvres, 2ᵉ éd.", "\xff", "½"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		slug := Slug(text)
		if again := Slug(slug); again != slug {
			t.Errorf("the slug of %q is %q, whose own is %q", text, slug, again)
		}
		if slug != "" && !wellFormed.MatchString(slug) {
			t.Errorf("the slug of %q is %q", text, slug)
		}
	})
}
