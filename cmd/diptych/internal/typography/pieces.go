package typography

import (
	"slices"
	"strings"
)

// pieces are those of one block, in lists that serve many.
type pieces struct {
	cuts  []cut
	all   []Piece
	lists [][]Piece
}

// of gives the text as it is set, run by run.
func (p *pieces) of(s *setting, runs []Run) [][]Piece {
	p.all, p.lists = slices.Grow(p.all[:0], len(runs)), slices.Grow(p.lists[:0], max(len(runs), 1))[:len(runs)]
	changed, raised := s.changed()
	if !changed && !raised {
		p.asTyped(runs)
		return p.lists
	}
	w := writer{view: s.view, runs: runs, cuts: slices.Grow(p.cuts[:0], len(runs)+8)}
	w.out.Grow(len(s.view) + len(s.view)/16 + 8)
	w.leaveUnread()
	w.write(s)
	w.endRun()
	p.cuts, p.all = w.cuts, slices.Grow(p.all, len(w.cuts))
	p.split(w.out.String(), runs)
	return p.lists
}

// asTyped gives each run as it is.
func (p *pieces) asTyped(runs []Run) {
	for i, run := range runs {
		start := len(p.all)
		p.add(Piece{Text: run.Text})
		p.lists[i] = p.since(start)
	}
}

// split gives the pieces of each run: those that were written, or else the run as it is.
func (p *pieces) split(written string, runs []Run) {
	from, next := 0, 0
	for i, run := range runs {
		start := len(p.all)
		if !run.read() {
			p.add(Piece{Text: run.Text})
		}
		for ; next < len(p.cuts) && p.cuts[next].run == i; next++ {
			p.add(Piece{Text: written[from:p.cuts[next].end], Superior: p.cuts[next].superior})
			from = p.cuts[next].end
		}
		p.lists[i] = p.since(start)
	}
}

// add adds a piece, if anything is in it.
func (p *pieces) add(piece Piece) {
	if piece.Text != "" {
		p.all = append(p.all, piece)
	}
}

// since gives the pieces from a number on.
func (p *pieces) since(start int) []Piece { return p.all[start:len(p.all):len(p.all)] }

func (p *pieces) forget() {
	clear(p.all[:cap(p.all)])
	clear(p.lists[:cap(p.lists)])
}

// concat gives the text of all pieces.
func concat(lists [][]Piece) string {
	var all strings.Builder
	for _, list := range lists {
		for _, piece := range list {
			all.WriteString(piece.Text)
		}
	}
	return all.String()
}
