package cli

import (
	"fmt"
	"strconv"
	"strings"

	"diptych/cmd/diptych/internal/publish"
	"diptych/cmd/diptych/internal/source"
)

// fewNames is how many paths are named where a line tells how many there are.
const fewNames = 10

// published prints the problems of a site that is published; as JSON with what changes: {"changes": {"added": […], "changed": […],
// "removed": […], "kept": […]}}, paths relative to the output. Kept are the files that are not ours.
func (p *printer) published(problems []source.Problem, changes publish.Changes) {
	if !p.json {
		p.problems(problems)
		return
	}
	list := func(paths []string) []string { return append([]string{}, paths...) } // and never null
	p.report(problems, map[string]any{"changes": map[string][]string{
		"added": list(changes.Added), "changed": list(changes.Changed),
		"removed": list(changes.Removed), "kept": list(changes.Kept),
	}})
}

// changes says what a build has changed: how much, and if that is little, what.
func (p *printer) changes(result publish.Result, output string) {
	if len(result.Added)+len(result.Changed)+len(result.Removed) <= fewNames {
		p.names(result.Changes)
	}
	fmt.Fprintln(p.world.Stdout, summary(result.Changes))
	if result.Singly {
		p.note(fmt.Sprintf("%q is or holds a mount point, or nothing may be written beside it: its files were replaced one by one", shown(output)))
	}
	p.strangers(result.Kept, output)
}

// planned says what a build would change, and names all of it.
func (p *printer) planned(changes publish.Changes, output string) {
	if p.json {
		return
	}
	p.names(changes)
	fmt.Fprintf(p.world.Stdout, "%s: %s; nothing was written\n", shown(output), summary(changes))
	p.strangers(changes.Kept, output)
}

func (p *printer) names(changes publish.Changes) {
	for _, group := range []struct {
		what  string
		paths []string
	}{{"added", changes.Added}, {"changed", changes.Changed}, {"removed", changes.Removed}} {
		for _, path := range group.paths {
			fmt.Fprintf(p.world.Stdout, "  %-8s %s\n", group.what, visible(path))
		}
	}
}

func summary(changes publish.Changes) string {
	if changes.None() {
		return "nothing changed"
	}
	return fmt.Sprintf("%d added, %d changed, %d removed", len(changes.Added), len(changes.Changed), len(changes.Removed))
}

// strangers names files that are not ours.
func (p *printer) strangers(paths []string, output string) {
	if len(paths) == 0 {
		return
	}
	var named []string
	for _, path := range paths[:min(len(paths), fewNames)] {
		named = append(named, strconv.Quote(path))
	}
	if n := len(paths) - len(named); n > 0 {
		named = append(named, fmt.Sprintf("and %d more", n))
	}
	p.note(fmt.Sprintf("kept in %q, where diptych did not write it: %s", shown(output), strings.Join(named, ", ")))
}
