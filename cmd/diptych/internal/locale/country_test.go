package locale

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"diptych/cmd/diptych/internal/source"
)

// notAssigned are codes that the library takes for countries and ISO 3166-1 doesn't assign, and why.
var notAssigned = map[string]string{
	"AC": "reserved, Ascension Island", "CP": "reserved, Clipperton", "CQ": "reserved, Sark",
	"DG": "reserved, Diego Garcia", "EA": "reserved, Ceuta and Melilla", "IC": "reserved, Canary Islands",
	"TA": "reserved, Tristan da Cunha", "EZ": "reserved, the euro area",
	"CS": "withdrawn, Serbia and Montenegro", "AN": "withdrawn, Netherlands Antilles",
	"FQ": "withdrawn, French Southern and Antarctic Territories",
	"NT": "withdrawn, Neutral Zone", "PC": "withdrawn, Trust Territory of the Pacific Islands",
	"SU": "withdrawn, Soviet Union", "YU": "withdrawn, Yugoslavia",
}

// TestEveryCountryHasAName takes its list of codes from another source than the table's, the subtags of BCP 47.
func TestEveryCountryHasAName(t *testing.T) {
	codes := append(isoCodes(), "EU") // the United Nations are there already
	for _, tag := range slices.Concat(Tags(source.French), Tags(source.English)) {
		l := mustNew(t, tag)
		for _, code := range codes {
			if name, ok := l.Country(code); !ok || strings.TrimSpace(name) == "" || name == code {
				t.Errorf("%s: %s is called %q, %v", tag, code, name, ok)
			}
		}
	}
	if rows := strings.Count(countriesTSV, "\n") - 1; rows != len(codes) {
		t.Errorf("the table has %d rows for %d codes", rows, len(codes))
	}
}

func isoCodes() []string {
	var codes []string
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			region, err := language.ParseRegion(code)
			if err == nil && region.IsCountry() && region.Canonicalize() == region && notAssigned[code] == "" {
				codes = append(codes, code)
			}
		}
	}
	return codes
}

// TestCountryTable holds the form that readCountries relies on.
func TestCountryTable(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(countriesTSV, "\n"), "\n")
	if want := "code\tfr\ten-GB\tfr-CA\ten-CA\ten-US"; lines[0] != want {
		t.Fatalf("the columns are %q, want %q", lines[0], want)
	}
	seen := map[string]string{}
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != 6 || cells[1] == "" || cells[2] == "" {
			t.Fatalf("line %d is %q, want a code, two names and three differences", i+2, line)
		}
		if code := cells[0]; code <= lines[i][:2] && i > 0 {
			t.Errorf("line %d: %s comes after %s", i+2, code, lines[i][:2])
		}
		for _, name := range []string{"fr " + cells[1], "en " + cells[2]} {
			if other, ok := seen[name]; ok {
				t.Errorf("both %s and %s are called %q", other, cells[0], name)
			}
			seen[name] = cells[0]
		}
	}
}

func TestCountryInItsLocale(t *testing.T) {
	tests := []struct{ tag, code, want string }{
		{"fr", "NL", "Pays-Bas"},
		{"fr-EU", "GB", "Royaume-Uni"},
		{"fr-CA", "TL", "Timor-Leste"},
		{"fr", "TL", "Timor oriental"},
		{"fr-CA", "CI", "Côte d’Ivoire"},
		{"en-GB", "NL", "Netherlands"},
		{"en-CA", "TT", "Trinidad and Tobago"},
		{"en-US", "LC", "St. Lucia"},
		{"en-US", "GB", "United Kingdom"},
		{"fr", "UN", "Nations Unies"},
		{"en-GB", "EU", "European Union"},
	}
	for _, test := range tests {
		if got, ok := mustNew(t, test.tag).Country(test.code); got != test.want || !ok {
			t.Errorf("%s: %s is %q, %v; want %q", test.tag, test.code, got, ok, test.want)
		}
	}
	for _, code := range []string{"", "nl", "UK", "DD", "ZZ", "XX", "NLD", "code"} {
		if name, ok := mustNew(t, "fr").Country(code); ok || name != "" {
			t.Errorf("%q is called %q", code, name)
		}
	}
}
