package card

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// said gives the words of spans.
func said(letters []letter, spans []span) []string {
	var all []string
	for _, s := range spans {
		var text strings.Builder
		for _, l := range letters[s.from:s.to] {
			text.WriteRune(l.rune)
		}
		all = append(all, strings.NewReplacer("ﬁ", "fi", "ﬀ", "ff", "ﬃ", "ffi", "ﬂ", "fl").Replace(text.String()))
	}
	return all
}

// TestWords holds where lines may end: only at spaces, and not at those that belong to a sign.
func TestWords(t *testing.T) {
	d := newDesk(newsreader(t))
	for text, want := range map[string]string{
		"À propos":                     "À|propos",
		"  a\t\nb  ":                   "a|b",
		"5\u00a0décembre 2023":         "5\u00a0décembre|2023",
		"«\u202foui\u202f» non":        "«\u202foui\u202f»|non",
		"« oui » non":                  "« oui »|non",
		"“oui non”":                    "“oui|non”",
		"Paix : qui ? où ! ; x":        "Paix :|qui ?|où ! ;|x",
		"Accra – Ghana":                "Accra –|Ghana",
		"20 % (de 5 )":                 "20 %|(de|5 )",
		"( oui":                        "( oui",
		"États-Unis, rendez\u2011vous": "États-Unis,|rendez\u2011vous",
		"pour\u00adtant":               "pourtant",
		"a \u200b b":                   "a|b",
		"x":                            "x",
	} {
		letters := d.set(d.letters(text))
		if diff := cmp.Diff(strings.Split(want, "|"), said(letters, words(letters))); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// TestBalance holds how titles are divided on the wide panel.
func TestBalance(t *testing.T) {
	d := newDesk(newsreader(t))
	for _, test := range []struct {
		text string
		size int
		want string
	}{
		{"À propos", 120, "À propos"},
		{"Objectifs et résultats", 120, "Objectifs|et résultats"},
		{"Preparatory process", 120, "Preparatory|process"},
		{"Conférence ministérielle des Nations Unies sur le maintien de la paix de 2023", 57,
			"Conférence ministérielle|des Nations Unies|sur le maintien|de la paix de 2023"},
		{"2023 United Nations Peacekeeping Ministerial", 87, "2023 United|Nations|Peacekeeping|Ministerial"},
		{"Conférence préparatoire sur la protection des civils et la communication stratégique", 57,
			"Conférence préparatoire|sur la protection des civils|et la communication|stratégique"},
		{"un deux trois quatre cinq six sept huit neuf dix", 57, "un deux trois quatre cinq|six sept huit neuf dix"},
		{"Le rôle des femmes dans les opérations de paix de l’ONU", 70, "Le rôle des femmes|dans les opérations|de paix de l’ONU"},
	} {
		b, ok := d.setOne(d.set(d.letters(test.text)), style{test.size, 4, wide, foot})
		if diff := cmp.Diff(strings.Split(test.want, "|"), said(b.letters, b.lines)); !ok || diff != "" {
			t.Errorf("%s: %v %s", test.text, ok, diff)
		}
	}
}

// TestBalanceIsBest compares with all divisions of a text: none that has as few lines costs less, and none has fewer.
func TestBalanceIsBest(t *testing.T) {
	d := newDesk(newsreader(t))
	letters := d.set(d.letters("La Conférence rend les opérations de paix plus efficaces et plus sûres"))
	all, measure := words(letters), wide*d.em/70
	lines, ok := fewest(letters, all, measure)
	if !ok {
		t.Fatal("a word has no room")
	}
	got, fewer := price(letters, balance(letters, all, lines, measure), measure), 0
	for breaks := range 1 << (len(all) - 1) {
		division := divide(all, breaks)
		cost := price(letters, division, measure)
		if cost >= 0 && len(division) < lines {
			fewer++
		}
		if cost >= 0 && len(division) == lines && cost < got {
			t.Errorf("%q costs %d, less than %d", said(letters, division), cost, got)
		}
	}
	if fewer > 0 || got < 0 {
		t.Errorf("%d lines, and %d divisions have fewer", lines, fewer)
	}
}

// divide ends a line behind the words whose bits are set.
func divide(words []span, breaks int) []span {
	var all []span
	from := 0
	for i := range words {
		if i == len(words)-1 || breaks>>i&1 == 1 {
			all = append(all, span{words[from].from, words[i].to})
			from = i + 1
		}
	}
	return all
}

// price is the cost of a division, -1 if it is too wide.
func price(letters []letter, lines []span, measure int) int {
	sum := 0
	for i, line := range lines {
		if width(letters, line) > measure {
			return -1
		}
		sum += raggedness(letters, line, measure)
		if i < len(lines)-1 && endsSmall(letters, line) {
			sum += 150 * 150
		}
	}
	return sum
}

func TestEndsSmall(t *testing.T) {
	d := newDesk(newsreader(t))
	for text, want := range map[string]bool{
		"paix de": true, "paix et les": true, "le": true, "opérations de paix": false, "paix": false,
		"en 12": false, "a l’a": false, "oui, un": true, "la paix,": false,
	} {
		letters := d.set(d.letters(text))
		if got := endsSmall(letters, span{0, len(letters)}); got != want {
			t.Errorf("%q gives %v", text, got)
		}
	}
}
