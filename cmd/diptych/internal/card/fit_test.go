package card

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// fitted describes how texts are set: the size, and the lines of each text.
func fitted(blocks []block) string {
	var all []string
	for _, b := range blocks {
		all = append(all, fmt.Sprintf("%d %s", b.size, strings.Join(said(b.letters, b.lines), "|")))
	}
	return strings.Join(all, " + ")
}

func TestFit(t *testing.T) {
	d := newDesk(newsreader(t))
	titles, facts := titleStyles(390), factStyles(foot-air-top)
	for _, test := range []struct {
		styles []style
		texts  []string
		want   string
	}{
		{titles, []string{"À propos"}, "120 À propos"},
		{titles, []string{"Preparatory conference on safety and security"}, "97 Preparatory|conference|on safety|and security"},
		{titles, []string{"Rindfleischetikettierungsüberwachung"}, "41 Rindfleischetikettierungsüberwach…"},
		{titles, []string{longTitle}, "46 Œuvrer à l’égalité\u202f: les États|Membres s’engagent à financer,|d’ici à 2026, plus de 1\u202f250 postes|d’officières et de policières"},
		{titles, []string{""}, ""},
		{facts, []string{"5–6 décembre 2023", "Accra (Ghana)"}, "36 5–6 décembre 2023 + 36 Accra (Ghana)"},
		{facts, []string{"3 mai 2023"}, "44 3 mai 2023"},
		{facts, []string{"3 mai 2023", "Genève, au Palais des Nations (Suisse)"}, "40 3 mai 2023 + 40 Genève, au|Palais des|Nations (Suisse)"},
		{facts, []string{"", "a", "\u200b"}, "44 a"},
		{siteStyles(), []string{siteName}, "36 Conférence d’Accra de 2023|sur le maintien de la paix"},
		{nameStyles(), []string{"Français"}, "36 Français"},
	} {
		if got := fitted(d.fit(test.texts, test.styles)); got != test.want {
			t.Errorf("%q is set as\n%s, want\n%s", test.texts, got, test.want)
		}
	}
}

// TestFitIsLargest holds that no larger size of the scale has room, as it is measured line by line.
func TestFitIsLargest(t *testing.T) {
	d := newDesk(newsreader(t))
	styles := titleStyles(390)
	for _, text := range []string{"À propos", "Processus préparatoire", meeting().Title, siteName, longTitle} {
		b := d.fit([]string{text}, styles)[0]
		at := slices.IndexFunc(styles, func(s style) bool { return s.size == b.size })
		for i, s := range styles[:at+1] {
			letters := d.set(d.letters(text))
			lines, ok := fewest(letters, words(letters), s.measure*d.em/s.size)
			high := (lines-1)*leading(s.size) + d.capitals(s.size)
			if fits := ok && lines <= 4 && high <= 390; fits != (i == at) {
				t.Errorf("%q is set at %d, and fits at %d: %v", text, b.size, s.size, fits)
			}
		}
		for _, line := range b.lines {
			if got := width(b.letters, line) * b.size / d.em; got > wide {
				t.Errorf("%q has a line of %d pixels", text, got)
			}
		}
	}
}

// TestFitIsNotTooHigh holds that what stands at the foot leaves the top alone.
func TestFitIsNotTooHigh(t *testing.T) {
	d := newDesk(newsreader(t))
	high := func(blocks []block) int { return rise(blocks) + d.capitals(blocks[0].size) }
	for name, text := range cards() {
		site := rise(d.fit([]string{text.Site}, siteStyles()))
		title := d.fit([]string{text.Title}, titleStyles(foot-air-top-site))
		if len(title) > 0 && high(title) > foot-air-top-site {
			t.Errorf("%s: %s is too high", name, fitted(title))
		}
		facts := d.fit(text.Lines[:min(len(text.Lines), maxFacts)], factStyles(foot-air-top))
		if len(facts) > 0 && high(facts) > foot-air-top {
			t.Errorf("%s: %s is too high", name, fitted(facts))
		}
	}
}

// TestCut holds that what has no room ends with a whole word and an ellipsis.
func TestCut(t *testing.T) {
	d := newDesk(newsreader(t))
	s := style{size: 28, lines: 1, measure: narrow}
	for text, want := range map[string]string{
		"Du 5 au 6 décembre, à Accra":            "Du 5 au 6 décembre, à…",
		"Du 5 au 6 déc., – Accra et Kigali":      "Du 5 au 6 déc., – Accra…",
		"Accra et Ouagadougouououououououououou": "Accra et…",
		"Ouagadougouououououououououou et Accra": "Ouagadougououououo…",
		"Accra":                                  "Accra",
	} {
		b := d.cut(d.set(d.letters(text)), s)
		if got := strings.Join(said(b.letters, b.lines), "|"); got != want {
			t.Errorf("%q is cut to %q, want %q", text, got, want)
		}
	}
}

// TestShortenedKeepsAccents holds that a letter that has its accent behind it is taken with it or left out.
func TestShortenedKeepsAccents(t *testing.T) {
	text := []rune("ax\u0304\u0323b")
	for n, want := range []string{"…", "a…", "a…", "a…", "ax\u0304\u0323…", "ax\u0304\u0323b…"} {
		if got := string(shortened(text, n)); got != want {
			t.Errorf("%d letters are %q, want %q", n, got, want)
		}
	}
	if got := string(shortened([]rune("Paix, oui"), 6)); got != "Paix…" {
		t.Errorf("a sign stands before the ellipsis: %q", got)
	}
}
