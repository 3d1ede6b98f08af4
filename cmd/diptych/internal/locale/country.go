package locale

import (
	_ "embed"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/source"
)

// countriesTSV has a line for every code of ISO 3166-1 alpha-2, for XK (Kosovo), and for UN and EU, which host too:
// the code, then its names. The columns are named in the first line; an empty cell means the name of the language's
// default locale. testdata/oracle.mjs writes the file from CLDR.
//
//go:embed countries.tsv
var countriesTSV string

// countries is read once, and only by those who ask for a country.
var countries = sync.OnceValue(func() map[country]string { return readCountries(countriesTSV) })

// country is a cell of countriesTSV.
type country struct{ cldr, code string }

// Country names a country, a territory, the United Nations ("UN") or the European Union ("EU") by its code in capitals,
// as CLDR does: "Pays-Bas", "Netherlands". It is false if there is no such code.
func (l *Locale) Country(code string) (name string, ok bool) {
	if name, ok = countries()[country{l.cldr, code}]; ok {
		return name, true
	}
	name, ok = countries()[country{Tags(l.lang)[0], code}]
	return name, ok
}

// IsCountry tells whether there is such a code: of ISO 3166-1 alpha-2 in capitals, or XK, UN or EU.
func IsCountry(code string) bool {
	_, ok := countries()[country{Tags(source.French)[0], code}]
	return ok
}

// readCountries reads the table; its form is that of the script, and the tests hold it.
func readCountries(tsv string) map[country]string {
	names := map[country]string{}
	head, body, _ := strings.Cut(tsv, "\n")
	columns := strings.Split(head, "\t")
	for line := range strings.Lines(body) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for i, name := range cells[1:] {
			if name != "" {
				names[country{columns[i+1], cells[0]}] = name
			}
		}
	}
	return names
}
