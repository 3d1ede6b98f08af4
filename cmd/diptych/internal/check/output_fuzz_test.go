package check

import (
	"slices"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// FuzzResolve holds that any address on any base leads to an output that there is, or to none, and that its place is found
// where it is written.
func FuzzResolve(f *testing.F) {
	for _, address := range []string{"", "#", "/fr/", "../en/#été", "//example.org", "https://example.org/accra/", "?x", "%", "mailto:é", "\\", "file:///x", "/%00/x"} {
		f.Add(address)
	}
	var all []addresses
	for _, base := range bases {
		all = append(all, newAddresses(assemble(source.NewTree(sampleTexts(f, nil)), base)))
	}
	f.Fuzz(func(t *testing.T, address string) {
		for _, a := range all {
			to := a.resolve("fr/index.html", "", address)
			if _, there := slices.BinarySearch(a.paths, to.output); there != (to.reach == toOutput) {
				t.Errorf("%q leads to %d %q", address, to.reach, to.output)
			}
		}
		text := `<a href="` + address + `">`
		if at := (mark{address: address}).find(text); address != "" && at != strings.Index(text, address) && at != len(`<a href="`) {
			t.Errorf("%q is found at %d", address, at)
		}
	})
}
