package language

import (
	"strings"
	"testing"
)

// TestCut shows the words of texts: their forms, between bars.
func TestCut(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"Les 5 et 6 décembre 2023", "les|et|décembre"},
		{"L’été à l'ONU", "l'|été|à|l'|onu"},
		{"aujourd’hui, quelqu'un, JUSQU’À", "aujourd'|hui|quelqu'|un|jusqu'|à"},
		{"Qu’est-ce que c’est ?", "qu'|est|ce|que|c'|est"},
		{"don’t, we'll, the site’s, it's", "do|n't|we|'ll|the|site|'s|it|'s"},
		{"the States’ flags, O’Brien, rock’n’roll", "the|states|flags|o|brien|rock|n'|roll"},
		{"« Voilà\u00a0! »\u202fdit\u2009elle", "voilà|dit|elle"},
		{"Paix\u00adbau", "paixbau"},
		{"la 2e édition, the 20th, COVID-19, A4P+", "la|2e|édition|the|20th|covid|a4p"},
		{"e\u0301te\u0301 FRANC\u0327AIS", "été|français"},
		{"voir https://example.org/en/about et info@example.org, www.example.org", "voir|et"},
		{"Œuvre, naïve, 中文, Ελλάδα", "œuvre|naïve|中文|ελλάδα"},
		{"\xff\xfe a\xffb", "a|b"},
	}
	for _, test := range tests {
		var forms []string
		Cut(test.text, func(_, _ int, form []byte) { forms = append(forms, string(form)) })
		if got := strings.Join(forms, "|"); got != test.want {
			t.Errorf("Cut(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

// TestRead shows that the place of a word is the one in the text as it was given, and what counts as one word.
func TestRead(t *testing.T) {
	const text = "L’État-hôte,\u00a0don’t – tête-à-tête, Émile, l'ONU"
	want := []struct {
		word    string
		capital bool
	}{
		{"L’État-hôte", true}, {"don’t", false}, {"tête-à-tête", false}, {"Émile", true}, {"l'ONU", false},
	}
	words := Read(text)
	if len(words) != len(want) {
		t.Fatalf("Read(%q) has %d words, want %d", text, len(words), len(want))
	}
	for i, word := range words {
		if got := text[word.From:word.To]; got != want[i].word || word.Capital != want[i].capital {
			t.Errorf("word %d is %q, capital %t; want %v", i, got, word.Capital, want[i])
		}
		if word.Odds > Limit || word.Odds < -Limit {
			t.Errorf("%q has the odds %g, beyond the limit", want[i].word, word.Odds)
		}
	}
}

// TestWords holds the side that words are on: in the table, guessed, shared by both languages, or of neither.
func TestWords(t *testing.T) {
	const strong, weak = 2, 2
	for word, side := range map[string]int{
		"le": 1, "LES": 1, "l’": 1, "d'": 1, "qu’": 1, "est": 1, "où": 1, "être": 1, "été": 1, "nous": 1,
		"the": -1, "The": -1, "of": -1, "with": -1, "don’t": -1, "it’s": -1, "which": -1, "would": -1,
		// Hardly in any manual.
		"reboisement": 1, "réfugiée": 1, "désarmement": 1, "chaleureusement": 1,
		"peacekeeping": -1, "warmth": -1, "thoughtful": -1, "withdrawing": -1,
		// Of both.
		"information": 0, "service": 0, "public": 0, "note": 0, "client": 0, "code": 0, "conférence": 1,
		// Of neither.
		"中文": 0, "2e": 0, "2023": 0, "https://example.org/the/of/with": 0,
	} {
		got := Odds(word)
		switch {
		case side > 0 && got < strong, side < 0 && got > -strong, side == 0 && (got > weak || got < -weak):
			t.Errorf("Odds(%q) = %.1f, want side %d", word, got, side)
		}
	}
}
