package language

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTable holds that the embedded table is one, of the size that was promised, and that writing it changes nothing.
func TestTable(t *testing.T) {
	table, err := ParseTable(written)
	if err != nil {
		t.Fatal(err)
	}
	if features := len(table.Words) + len(table.Grams); features < 5000 || len(written) > 80_000 {
		t.Errorf("the table has %d features in %d bytes", features, len(written))
	}
	_, body, _ := strings.Cut(written, "\nbias")
	if diff := cmp.Diff("bias"+body, table.String()); diff != "" {
		t.Errorf("the table is not as it is written (-is +written):\n%s", diff)
	}
}

func TestParseTableErrors(t *testing.T) {
	for text, want := range map[string]string{
		"word":             "line 1: a kind and odds",
		"# ours\nword x y": "line 2: strconv",
		"word 61 le":       "line 1: 61 is beyond the limit",
		"gram 3 abcde":     `line 1: "abcde" is no gram`,
		"gram 3 a1":        `line 1: "a1" is no gram`,
		"verb 3 être":      `line 1: "verb" is no kind`,
	} {
		if _, err := ParseTable(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("ParseTable(%q) says %v, want %s…", text, err, want)
		}
	}
}

func TestGrams(t *testing.T) {
	for form, want := range map[string]string{
		"":     "",
		"a":    "a _a a_ _a_",
		"où":   "o _o ù où _où ù_ où_ _où_",
		"the":  "t _t h th _th e he the _the e_ he_ the_",
		"that": "t _t h th _th a ha tha _tha t at hat that t_ at_ hat_",
		"a4p":  "",
		"дом":  "",
	} {
		var grams []string
		Grams([]byte(form), func(g Gram) {
			if read, ok := ParseGram(g.String()); read != g || !ok {
				t.Errorf("ParseGram(%q) = %v, %t", g.String(), read, ok)
			}
			grams = append(grams, g.String())
		})
		if got := strings.Join(grams, " "); got != want {
			t.Errorf("Grams(%q) = %q, want %q", form, got, want)
		}
	}
}
