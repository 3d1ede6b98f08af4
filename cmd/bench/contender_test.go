package main

import (
	"fmt"
	"strings"
	"testing"
)

// TestContenders holds in what state each build finds its output and its site, with what it is compared, and that only the
// builds of one generator share an output: who builds from nothing removes the folder of the output with all that is in it.
func TestContenders(t *testing.T) {
	body := pen{path: "été.fr.md"}
	of := diptychBuilds(tool{name: diptychName}, "site", "f", body)
	all := append(of, copyBuild(of[0], "f"), floorBuild("floor", "site", "f"))
	all = append(all, hugoBuilds("hugo", "site", "f", body)...)
	all = append(all, diptychBuilds(tool{name: oldName, id: "old"}, "site", "f", body)...)
	const want = `diptych-cold: of-Diptych/output, from nothing, beside Hugo, from nothing
diptych-unchanged: of-Diptych/output, as it is, beside Hugo, nothing changed
diptych-edited: of-Diptych/output, changed, beside Hugo, one body changed
diptych-edited-again: of-Diptych/output, changed, beside Hugo, one body changed
copy: copy, from nothing, beside Hugo, from nothing
floor: floor, from nothing, beside Hugo, from nothing
hugo-cold: of-Hugo/output, from nothing, beside Hugo, from nothing
hugo-unchanged: of-Hugo/output, as it is, beside Hugo, nothing changed
hugo-edited: of-Hugo/output, changed, beside Hugo, one body changed
old diptych-cold: of-Diptych before/output, from nothing, beside Hugo, from nothing
old diptych-unchanged: of-Diptych before/output, as it is, beside Hugo, nothing changed
old diptych-edited: of-Diptych before/output, changed, beside Hugo, one body changed
old diptych-edited-again: of-Diptych before/output, changed, beside Hugo, one body changed
`
	var got strings.Builder
	for _, c := range all {
		state := "as it is"
		switch {
		case c.pen != nil && !c.fresh && *c.pen == body:
			state = "changed"
		case c.pen == nil && c.fresh:
			state = "from nothing"
		case c.pen != nil:
			state = "of no sense"
		}
		folder := strings.TrimPrefix(strings.TrimSuffix(c.output, "/public"), "f/")
		fmt.Fprintf(&got, "%s: %s, %s, beside %s\n", strings.TrimSpace(c.tool+" "+c.id), folder, state, c.hugo)
		if !strings.Contains(strings.Join(c.command, " "), c.output) {
			t.Errorf("%s writes to %q: %q", c.name, c.output, c.command)
		}
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}
