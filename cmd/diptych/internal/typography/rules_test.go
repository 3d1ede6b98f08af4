package typography

import (
	"slices"
	"strings"
	"testing"
)

func TestFor(t *testing.T) {
	tests := []struct{ tag, like string }{
		{"fr-ca", "fr-CA"}, {"fr-BE", "fr"}, {"fr-CH", "fr"}, {"FR", "fr"},
		{"en", "en-GB"}, {"en-AU", "en-GB"}, {"en-us", "en-US"},
	}
	for _, test := range tests {
		if For(test.tag) != For(test.like) {
			t.Errorf("%s is not set as %s", test.tag, test.like)
		}
	}
	for _, tag := range []string{"", "de", "frr", "eng", "-", "es-US"} {
		if For(tag) != (Rules{}) {
			t.Errorf("%q has rules", tag)
		}
	}
	for i, a := range presetTags[:4] {
		for _, b := range presetTags[i+1 : 4] {
			if For(a) == For(b) {
				t.Errorf("%s and %s are the same", a, b)
			}
		}
	}
}

// TestTable holds that each rule has a name of its own and accepts the values of its presets, and keep.
func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for i, row := range table {
		if row.name == "" || seen[row.name] {
			t.Errorf("rule %d is called %q", i, row.name)
		}
		seen[row.name] = true
		for column, value := range row.presets {
			if !slices.Contains(row.accepts, value) {
				t.Errorf("%s of %s is %s, which is not accepted", row.name, presetTags[column], choiceNames[value])
			}
		}
		if !slices.Contains(row.accepts, keep) {
			t.Errorf("%s can't be kept as typed", row.name)
		}
	}
}

func TestWith(t *testing.T) {
	tests := []struct{ tag, name, value, text, want string }{
		{"fr", "punctuation", "full", "oui ! non ?", "oui~! non~?"},
		{"fr", "punctuation", "none", "oui !", "oui!"},
		{"fr", "punctuation", "keep", "oui ! non!", "oui ! non!"},
		{"fr", "colon", "none", "oui :", "oui:"},
		{"fr", "colon", "narrow", "oui :", "oui_:"},
		{"fr", "guillemets", "narrow", "« oui »", "«_oui_»"},
		{"fr", "guillemets", "keep", "« oui»", "« oui»"},
		{"fr", "quotes", "double", `"oui"`, "“oui”"},
		{"fr", "quotes", "keep", `"l'été"`, `"l’été"`},
		{"fr", "foreignQuotes", "set", "“oui “non””", "«~oui “non”~»"},
		{"en-GB", "foreignQuotes", "keep", "« yes »", "« yes »"},
		{"en-GB", "quotes", "guillemets", `"yes"`, "«yes»"},
		{"fr", "apostrophe", "keep", "l'été", "l'été"},
		{"fr", "percent", "narrow", "5%", "5_%"},
		{"en-GB", "percent", "full", "5 %", "5~%"},
		{"fr", "units", "narrow", "5 km, 5€", "5_km, 5_€"},
		{"fr", "groups", "full", "1 250", "1~250"},
		{"fr", "groups", "keep", "1 250", "1 250"},
		{"fr", "ordinals", "keep", "2e", "2e"},
		{"fr", "dates", "keep", "1 mai", "1 mai"},
		{"fr", "ranges", "keep", "25-26 juin", "25-26~juin"},
		{"fr", "times", "narrow", "14h15", "14_h_15"},
		{"fr", "times", "keep", "14h15", "14h15"},
		{"fr", "titles", "keep", "M. Lacroix", "M. Lacroix"},
		{"fr", "references", "narrow", "n°5, p. 5", "n°_5, p._5"},
		{"en-GB", "asides", "en", "a - b - c", "a –~b~– c"},
		{"fr", "asides", "closed", "a - b", "a—b"},
		{"fr", "asides", "keep", "a - b", "a - b"},
		{"fr", "ellipsis", "keep", "a...", "a..."},
	}
	shown := map[string]bool{}
	for _, test := range tests {
		shown[test.name] = true
		rules, mistake := For(test.tag).With(test.name, test.value)
		if !mistake.IsZero() {
			t.Errorf("%s = %s: %s", test.name, test.value, mistake.Message)
		}
		if got := visible.Replace(rules.Text(test.text)); got != strings.ReplaceAll(test.want, "\u00a0", "~") {
			t.Errorf("%s = %s: %q is set as %q, want %q", test.name, test.value, test.text, got, test.want)
		}
	}
	for _, name := range Names() {
		if !shown[name] {
			t.Errorf("nothing shows what %s does", name)
		}
	}
}

func TestWithMistake(t *testing.T) {
	rules := For("fr")
	same, mistake := rules.With("ponctuation", "full")
	if same != rules || mistake.Message.English != "there is no typographic rule `ponctuation`" ||
		!strings.HasPrefix(mistake.Hint.English, "the rules are: punctuation, colon, guillemets, ") {
		t.Errorf("got %+v", mistake)
	}
	same, mistake = rules.With("asides", "narrow")
	if same != rules || mistake.Message.English != "\"narrow\" is not a value of the typographic rule `asides`" ||
		mistake.Hint.English != "the values of `asides` are: en, em, typed, closed, keep" {
		t.Errorf("got %+v", mistake)
	}
	if Values("ponctuation") != nil {
		t.Error("a rule that is none has values")
	}
}
