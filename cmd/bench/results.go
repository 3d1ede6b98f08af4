package main

import "slices"

// results are the figures of a run, in the order in which they were first measured.
type results struct{ rows []*row }

// row is what was measured of one thing at one size.
type row struct {
	pairs  int
	what   string
	unit   string
	values map[string][]float64 // by the engine's name
}

// add notes a figure.
func (r *results) add(pairs int, what, unit, engine string, value float64) {
	found := r.find(pairs, what)
	if found == nil {
		found = &row{pairs: pairs, what: what, unit: unit, values: map[string][]float64{}}
		r.rows = append(r.rows, found)
	}
	found.values[engine] = append(found.values[engine], value)
}

// find gives the row of one thing at one size; nil if there is none.
func (r *results) find(pairs int, what string) *row {
	i := slices.IndexFunc(r.rows, func(row *row) bool { return row.pairs == pairs && row.what == what })
	if i < 0 {
		return nil
	}
	return r.rows[i]
}

// of gives the figures of one thing at one size for one engine; none if there are none.
func (r *results) of(pairs int, what, engine string) []float64 {
	if row := r.find(pairs, what); row != nil {
		return row.values[engine]
	}
	return nil
}

// median gives the middle of some figures, of which there is at least one.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	half := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[half]
	}
	return (sorted[half-1] + sorted[half]) / 2
}
