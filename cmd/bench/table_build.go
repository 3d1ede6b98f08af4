package main

import (
	"fmt"
	"io"
	"slices"
)

// printBuilds prints what was measured at one size, a contender a row: medians, of times also the least and the most.
func (r *results) printBuilds(w io.Writer, pairs int, contenders []contender) {
	fmt.Fprintf(w, "\n### Builds of %d pairs: %d pages\n\n", pairs, pages(pairs))
	fmt.Fprintln(w, "| build | wall, ms | CPU, ms | memory at the most, MiB | pages/s | × floor | × Hugo | files | output, MB |\n"+
		"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
	for _, c := range contenders {
		wall := r.of(pairs, wallRow, c.name)
		fmt.Fprintf(w, "| %s | %s | %s | %s | %.0f | %s | %s | %.0f | %s |\n", c.name, spread(wall),
			spread(r.of(pairs, cpuRow, c.name)), figure(median(r.of(pairs, memoryRow, c.name))),
			float64(pages(pairs))/median(wall)*1000, ratio(wall, r.of(pairs, wallRow, floorName)), ratio(wall, r.of(pairs, wallRow, c.hugo)),
			median(r.of(pairs, filesRow, c.name)), figure(median(r.of(pairs, bytesRow, c.name))))
	}
}

// printPerPage prints what a page takes at each size, and how many times as much as at the size before.
func (r *results) printPerPage(w io.Writer, sizes []int) {
	sizes = slices.Compact(slices.Sorted(slices.Values(sizes)))
	if len(sizes) < 2 {
		return
	}
	r.printPerPageOf(w, sizes, wallRow, "Wall time a page, µs", 1000)
	r.printPerPageOf(w, sizes, memoryRow, "Memory at the most a page, KiB", 1024)
}

func (r *results) printPerPageOf(w io.Writer, sizes []int, what, title string, factor float64) {
	fmt.Fprintf(w, "\n### %s, and × the size before\n\n| build |", title)
	for _, pairs := range sizes {
		fmt.Fprintf(w, " %d pairs |", pairs)
	}
	fmt.Fprint(w, "\n| --- |")
	for range sizes {
		fmt.Fprint(w, " ---: |")
	}
	fmt.Fprintln(w)
	for _, engine := range []string{floorName, diptychName + coldName, diptychName + unchangedName, hugoName + coldName} {
		r.printRow(w, sizes, what, engine, factor)
	}
}

// printRow prints what a page takes of one engine at each size; nothing if it was not measured.
func (r *results) printRow(w io.Writer, sizes []int, what, engine string, factor float64) {
	var before []float64
	for i, pairs := range sizes {
		each := r.perPage(pairs, what, engine, factor)
		if len(each) == 0 {
			return
		}
		if i == 0 {
			fmt.Fprintf(w, "| %s | %s |", engine, figure(median(each)))
		} else {
			fmt.Fprintf(w, " %s (%s) |", figure(median(each)), ratio(each, before))
		}
		before = each
	}
	fmt.Fprintln(w)
}

// perPage gives the figures of one thing, divided by the pages of the site.
func (r *results) perPage(pairs int, what, engine string, factor float64) []float64 {
	var each []float64
	for _, value := range r.of(pairs, what, engine) {
		each = append(each, value*factor/float64(pages(pairs)))
	}
	return each
}
