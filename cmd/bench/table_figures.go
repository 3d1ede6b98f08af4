package main

import (
	"fmt"
	"io"
	"slices"
)

// printFigures prints the figures by which Diptych is judged beside Hugo.
func (r *results) printFigures(w io.Writer, sizes []int) {
	sizes = slices.Compact(slices.Sorted(slices.Values(sizes)))
	fmt.Fprintf(w, "\n### Diptych beside Hugo\n\n| what | %s | %s | of Hugo |\n| --- | ---: | ---: | ---: |\n", diptychName, hugoName)
	for _, pairs := range sizes {
		for _, build := range []string{coldName, unchangedName, editedName} {
			r.printFigure(w, fmt.Sprintf("%d pairs%s, ms", pairs, build), pairs, wallRow, diptychName+build, hugoName+build)
		}
		// Hugo keeps nothing from build to build: its first change is like any other.
		r.printFigure(w, fmt.Sprintf("%d pairs%s, ms", pairs, laterName), pairs, wallRow, diptychName+laterName, hugoName+editedName)
		r.printFigure(w, fmt.Sprintf("%d pairs%s, memory at the most, MiB", pairs, coldName), pairs, memoryRow, diptychName+coldName, hugoName+coldName)
	}
	for _, row := range r.rows {
		if row.pairs == 0 {
			r.printFigure(w, row.what+", "+row.unit, 0, row.what, diptychName, hugoName)
		}
	}
}

func (r *results) printFigure(w io.Writer, what string, pairs int, row, ours, theirs string) {
	a, b := r.of(pairs, row, ours), r.of(pairs, row, theirs)
	fmt.Fprintf(w, "| %s | %s | %s | %s |\n", what, spread(a), spread(b), ratio(a, b))
}
