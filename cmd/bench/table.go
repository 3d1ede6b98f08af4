package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
)

// printSize prints what was measured at one size: medians, and from the least to the most where there are several.
func (r *results) printSize(w io.Writer, pairs int) {
	fmt.Fprintf(w, "\n### %d pairs\n\n", pairs)
	fmt.Fprintf(w, "| what | %s | %s | of Hugo |\n| --- | ---: | ---: | ---: |\n", diptychName, hugoName)
	for _, row := range r.rows {
		if row.pairs == pairs {
			ours, theirs := row.values[diptychName], row.values[hugoName]
			fmt.Fprintf(w, "| %s, %s | %s | %s | %s |\n", row.what, row.unit, spread(ours), spread(theirs), ratio(ours, theirs))
		}
	}
}

// printGrowth prints how many times as much the largest site takes as the smallest.
func (r *results) printGrowth(w io.Writer, sizes []int) {
	least, most := slices.Min(sizes), slices.Max(sizes)
	if least == most {
		return
	}
	fmt.Fprintf(w, "\n### Growth from %d to %d pairs\n\n", least, most)
	fmt.Fprintf(w, "| what | %s | %s |\n| --- | ---: | ---: |\n", diptychName, hugoName)
	for _, row := range r.rows {
		large := r.find(most, row.what)
		if row.pairs == least && large != nil {
			fmt.Fprintf(w, "| %s | %s | %s |\n", row.what, ratio(large.values[diptychName], row.values[diptychName]),
				ratio(large.values[hugoName], row.values[hugoName]))
		}
	}
}

// spread writes the median of some figures, with the least and the most.
func spread(values []float64) string {
	switch len(values) {
	case 0:
		return "–"
	case 1:
		return figure(values[0])
	}
	return fmt.Sprintf("%s (%s–%s)", figure(median(values)), figure(slices.Min(values)), figure(slices.Max(values)))
}

// ratio writes how many times the median of others a median is.
func ratio(values, others []float64) string {
	if len(values) == 0 || len(others) == 0 || median(others) == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", median(values)/median(others))
}

// figure writes a figure with as many places as it is worth.
func figure(value float64) string {
	if value >= 100 {
		return strconv.FormatFloat(value, 'f', 0, 64)
	}
	return strconv.FormatFloat(value, 'f', 1, 64)
}
