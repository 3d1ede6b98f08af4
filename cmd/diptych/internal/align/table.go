package align

import "slices"

// The band is how far from the diagonal two blocks may stand and still answer each other, beside what the halves differ
// in their number of blocks. It keeps the cost of a page in proportion to its length.
const band = 100

// table holds, for each beginning of the two halves, the cheapest alignment. Of the costs only two lines are kept; of the
// ways, a byte each within the band.
type table struct {
	french, english []feature
	reach           int // band, and what the halves differ in
	ways            [][]way
}

// way is how the last step of an alignment goes.
type way byte

const (
	both way = iota
	frenchAlone
	englishAlone
)

func newTable(french, english []feature) *table {
	t := &table{french: french, english: english, ways: make([][]way, len(french)+1)}
	t.reach = band + max(len(french)-len(english), len(english)-len(french))
	return t
}

// span gives the columns of a line that are within the band.
func (t *table) span(i int) (from, to int) {
	return max(0, i-t.reach), min(len(t.english), i+t.reach)
}

func (t *table) fill() {
	above, line := make([]float64, len(t.english)+1), make([]float64, len(t.english)+1)
	for i := range t.ways {
		from, to := t.span(i)
		t.ways[i] = make([]way, to-from+1)
		for j := from; j <= to; j++ {
			line[j], t.ways[i][j-from] = t.best(i, j, above, line)
		}
		above, line = line, above
	}
}

// best gives the cheapest way to the first i and j blocks, and what it costs.
func (t *table) best(i, j int, above, line []float64) (float64, way) {
	if i == 0 && j == 0 {
		return 0, both
	}
	cheapest, step := float64(never), both
	if from, to := t.span(i - 1); i > 0 && from < j && j-1 <= to {
		if c := above[j-1] + cost(&t.french[i-1], &t.english[j-1]); c < cheapest {
			cheapest, step = c, both
		}
	}
	if from, _ := t.span(i); j > from {
		if c := line[j-1] + gap; c < cheapest {
			cheapest, step = c, englishAlone
		}
	}
	if from, to := t.span(i - 1); i > 0 && from <= j && j <= to {
		if c := above[j] + gap; c < cheapest {
			cheapest, step = c, frenchAlone
		}
	}
	return cheapest, step
}

// rows goes the cheapest way back.
func (t *table) rows() []Row {
	rows := make([]Row, 0, max(len(t.french), len(t.english)))
	for i, j := len(t.french), len(t.english); i > 0 || j > 0; {
		from, _ := t.span(i)
		switch t.ways[i][j-from] {
		case both:
			i, j = i-1, j-1
			rows = append(rows, Row{i, j})
		case frenchAlone:
			i--
			rows = append(rows, Row{i, None})
		case englishAlone:
			j--
			rows = append(rows, Row{None, j})
		}
	}
	slices.Reverse(rows)
	return rows
}
