package ledger

// stretch is some rows of a page and the entries from which they may have come: all that stood between the same
// neighbours.
type stretch struct {
	*matcher
	rows, entries []int
}

// What speaks for a row having come from an entry.
const (
	oneHalf   = 3.0 // one half is as it was
	sameWord  = 1.0 // both are the same word of the front matter
	alone     = 0.1 // nothing else is between their neighbours, and they are of a kind
	likeLeast = 0.4 // the least likeness that tells a block that was rewritten from another block
)

// largest is how many pairs of rows and entries are compared in a stretch. Beyond it the digests have to do.
const largest = 1 << 20

// match pairs the rows and entries of the stretch so that what speaks for all pairs together is most, in order.
func (s *stretch) match() {
	n, m := len(s.rows), len(s.entries)
	if n == 0 || m == 0 || n > largest/m {
		return
	}
	best := make([][]float64, n+1) // what speaks for the best pairs among the rows from i and the entries from j
	for i := range best {
		best[i] = make([]float64, m+1)
	}
	gains := make([]float64, n*m)
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			gain := s.gain(i, j)
			gains[i*m+j] = gain
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if gain > 0 {
				best[i][j] = max(best[i][j], gain+best[i+1][j+1])
			}
		}
	}
	s.follow(best, gains)
}

// follow goes the best way through the stretch.
func (s *stretch) follow(best [][]float64, gains []float64) {
	m := len(s.entries)
	for i, j := 0, 0; i < len(s.rows) && j < m; {
		switch gain := gains[i*m+j]; {
		case gain > 0 && best[i][j] == gain+best[i+1][j+1]:
			s.pair(s.rows[i], s.entries[j])
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
}

// gain tells what speaks for a row having come from an entry; 0 if nothing does.
func (s *stretch) gain(i, j int) float64 {
	row, entry := &s.matcher.rows[s.rows[i]], &s.matcher.entries[s.entries[j]]
	if row.french != "" && row.french == entry.French.Digest || row.english != "" && row.english == entry.English.Digest {
		return oneHalf
	}
	if row.kind != entry.Kind {
		return 0
	}
	like := row.like(entry, s.matcher.bag(s.entries[j]))
	switch {
	case row.word:
		return sameWord + like
	case like >= likeLeast:
		return like
	case len(s.rows) == 1 && len(s.entries) == 1:
		return alone
	}
	return 0
}

// bag gives the words of an entry, which many rows are compared with.
func (m *matcher) bag(j int) [2][]uint16 {
	bags, known := m.bags[j]
	if !known {
		bags = [2][]uint16{wordBag(m.entries[j].French.Sketch), wordBag(m.entries[j].English.Sketch)}
		m.bags[j] = bags
	}
	return bags
}

// like tells how much the words of a row have in common with those of an entry, from 0 to 1.
func (r *row) like(e *Entry, bags [2][]uint16) float64 {
	for i, b := range r.blocks {
		if b != nil && r.bags[i] == nil {
			r.bags[i] = wordBag(sketch(b))
		}
	}
	total, halves := 0.0, 0
	for i, was := range [...]Print{e.French, e.English} {
		if r.blocks[i] != nil && was.Digest != "" {
			total += likeness(r.bags[i], bags[i])
			halves++
		}
	}
	if halves == 0 {
		return 0
	}
	return total / float64(halves)
}
