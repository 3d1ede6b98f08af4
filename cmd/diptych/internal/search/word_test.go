package search

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestGather(t *testing.T) {
	tests := []struct{ text, words string }{
		{"L’accord sur l'eau, L‘été", "accord eau ete sur"},
		{"d’abord jusqu’à lorsqu’elle puisqu'il quoiqu’on qu’un c’est n’est s’ouvre t’es m’a j’ai",
			"abord ai elle es est il on ouvre un"},
		{"aujourd’hui, presqu'île, entr’ouvrir", "aujourd aujourdhui entr entrouvrir hui ile ouvrir presqu presquile"},
		{"d’aujourd’hui", "aujourd aujourdhui hui"},
		{"the site’s pages, the States’ pages, don't", "don dont pages site states the"},
		{"la mise‑en-œuvre", "en la mise miseenoeuvre oeuvre"},
		{"Łukasik-O’Brien", "brien lukasik lukasikobrien obrien"},
		{"chef-d’œuvre", "chef chefoeuvre oeuvre"},
		{"l’après-guerre", "apres apresguerre guerre"},
		{"coopé\u00adration, mot\u200bs, sous\u2060marin, \ufeffici", "cooperation ici mots sousmarin"},
		{"Œuvres d’Æther à la Straße", "aether la oeuvres strasse"},
		{"15\u202f000, 15 000, 15,000 et 1\u00a0234\u00a0567", "1234567 15000 et"},
		{"le 12 500e et 2023 150", "12 150 2023 500e et le"},
		{"2011-2012 et 25–26", "2011 2012 25 26 et"},
		{"le 1ᵉʳ XXIᵉ CO₂ n° 5", "1er 5 co2 le xxie"},
		{"covid-19", "19 covid covid19"},
		{"plan B, à a", "plan"},
		{"ΛΌΓΟΣ λόγος", "λογοσ"},
		{"Доклад हिन्दी", "доклад ह\u093fनद\u0940"},
		{"« — … ' - ’s l’ »", ""},
		{"l'-b x-l'-'s", "lb xls"},
		{"", ""},
	}
	for _, test := range tests {
		if got := Gather(test.text); got != Words(test.words) {
			t.Errorf("the words of %q are %q, want %q", test.text, got, test.words)
		}
	}
	if got := Gather("L’eau", "une eau, un pré"); got != "eau pre un une" {
		t.Errorf("the words of two texts are %q", got)
	}
}

var wellFormed = regexp.MustCompile(`^([\pL\pN][\pL\pN\pM]*( [\pL\pN][\pL\pN\pM]*)*)?$`)

func FuzzGather(f *testing.F) {
	for _, text := range []string{
		"L’été à Paris", "mise-en-œuvre, presqu’île", "15 000 1,234", "Œ æ ß İ ẞ Σς", "\xc3l'\xff", "각-각", "d'l'-'s", "a\u00adb ½-¼",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := Gather(text)
		if !utf8.ValidString(string(words)) || !wellFormed.MatchString(string(words)) {
			t.Errorf("the words of %q are %q", text, words)
		}
		if strings.ContainsFunc(string(words), func(r rune) bool { return r >= 'A' && r <= 'Z' }) {
			t.Errorf("the words of %q have capitals, which separate words in the index: %q", text, words)
		}
		if again := Gather(strings.ReplaceAll(string(words), " ", "\n")); again != words {
			t.Errorf("the words of %q are %q, and theirs %q", text, words, again)
		}
	})
}
