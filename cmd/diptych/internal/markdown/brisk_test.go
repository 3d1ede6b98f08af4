package markdown

import (
	"reflect"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// TestBrisk shows which bodies are read by the parser that doesn't look for bare addresses, and holds that the other one
// makes the same of each. FuzzRender holds that of any body.
func TestBrisk(t *testing.T) {
	for body, want := range map[string]bool{
		frenchPage(): false, // it has an address
		"Voir [a](page:b) (le *plan*), et (c) :\n- d e\n  f": true,
		"# a (b {#c}\n\n    code\n\n|a b|\n|-|\n|c (d|":      true,
		"a\n   b": true,

		"a@b":         false,
		"voir www.un": false,
		"http://un":   false,
		"a  b":        false,
		"# a  {#b}":   false, // the other parser keeps a space before the key
		"a  \n b":     false,
		"a\tb":        false,
		"\n\n  a \f":  false,
	} {
		r := frenchRenderer()
		if got := r.parserFor(body) == r.brisk(); got != want {
			t.Errorf("%q is read without looking for addresses: %v", body, got)
		}
		if got, slow := r.Render(bodyPos(), body), slowly(r).Render(bodyPos(), body); !reflect.DeepEqual(got, slow) {
			t.Errorf("%q comes out as\n%s\n%s", body, got.HTML, slow.HTML)
		}
	}
}

// TestBriskAbbreviations holds that an abbreviation which could be parted is looked for in the parts that it always had.
func TestBriskAbbreviations(t *testing.T) {
	for short, want := range map[string]bool{"ONU": true, "N.U.": true, "N U": false, "ONU(F)": false} {
		r := New(source.French, frenchWords(), Options{
			Abbreviations: map[source.Lang]map[string]string{source.French: {"A4P": "a", short: "b"}},
		})
		if got := r.parserFor("a b") != r.parser(); got != want {
			t.Errorf("with the abbreviation %q, bodies are read without looking for addresses: %v", short, got)
		}
	}
}
