package typography

import "strings"

// changed tells whether anything is written otherwise than it was typed, and whether anything stands above the line.
func (s *setting) changed() (text, superior bool) {
	for i := range s.count {
		t := &s.tokens[i]
		text = text || t.instead != asTyped || t.before != asTyped
		superior = superior || t.superior > 0
	}
	return text, superior
}

// line gives the text as it is set, without regard to runs.
func (s *setting) line(view string) string {
	w := writer{view: view}
	w.out.Grow(len(view) + len(view)/16 + 8)
	w.write(s)
	return w.out.String()
}

// writer writes a text with what the rules decided on.
type writer struct {
	view string
	at   int // up to where the view is written or left out
	out  strings.Builder

	// Of a block with several runs.
	runs   []Run
	run    int // the one that is written
	runEnd int // where it ends in the view
	cuts   []cut
	cut    int // where in out the last piece ended
}

// cut is the end of a piece.
type cut struct {
	run, end int
	superior bool
}

// write writes all tokens that differ from the view.
func (w *writer) write(s *setting) {
	for i := range s.count {
		t := &s.tokens[i]
		if t.before != asTyped {
			w.writeSpace(t)
		}
		switch {
		case t.instead != asTyped:
			w.copy(int(t.start))
			w.enter()
			w.put(glyphs[t.instead], int(t.superior))
			w.skip(int(t.end))
		case t.superior > 0:
			w.copy(int(t.end) - int(t.superior))
			w.endPiece(false)
			w.copySuperior(int(t.end))
		}
	}
	w.copy(len(w.view))
}

// writeSpace writes what takes the place of a gap. Without onLeft, what is added belongs to the run of the token.
func (w *writer) writeSpace(t *token) {
	w.copy(int(t.space))
	if !t.onLeft {
		w.enter()
	}
	w.put(glyphs[t.before], 0)
	w.skip(int(t.start))
}

// put writes a glyph, the last bytes of it above the line.
func (w *writer) put(text string, superior int) {
	w.out.WriteString(text[:len(text)-superior])
	if superior > 0 {
		w.endPiece(false)
		w.out.WriteString(text[len(text)-superior:])
		w.endPiece(true)
	}
}

// copy writes the view up to a place.
func (w *writer) copy(to int) { w.advance(to, false, true) }

// copySuperior does the same above the line.
func (w *writer) copySuperior(to int) {
	w.advance(to, true, true)
	w.endPiece(true)
}

// skip leaves out the view up to a place.
func (w *writer) skip(to int) { w.advance(to, false, false) }

func (w *writer) advance(to int, superior, written bool) {
	for w.at < to {
		w.enter()
		next := to
		if len(w.runs) > 0 {
			next = min(to, w.runEnd)
		}
		if written {
			w.out.WriteString(w.view[w.at:next])
		}
		w.at = next
		if superior && next < to {
			w.endPiece(true)
		}
	}
}

// enter goes on to the run in which the view goes on.
func (w *writer) enter() {
	for w.run < len(w.runs)-1 && w.at >= w.runEnd && w.at < len(w.view) {
		w.endPiece(false)
		w.run++
		if w.runs[w.run].read() {
			w.runEnd += len(w.runs[w.run].Text)
		}
	}
}

// leaveUnread sets the end of the first run.
func (w *writer) leaveUnread() {
	if len(w.runs) > 0 && w.runs[0].read() {
		w.runEnd = len(w.runs[0].Text)
	}
}

// endPiece ends a piece, if anything is in it.
func (w *writer) endPiece(superior bool) {
	if len(w.runs) == 0 || w.out.Len() == w.cut {
		return
	}
	w.cut = w.out.Len()
	w.cuts = append(w.cuts, cut{w.run, w.cut, superior})
}

func (w *writer) endRun() { w.endPiece(false) }
