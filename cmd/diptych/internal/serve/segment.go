package serve

import (
	"slices"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
)

// segment is a piece of a block's text that is of one kind throughout. In front of it words may have been taken out.
type segment struct {
	Text     string
	New      bool   // whether it is new
	Code     bool   // whether it is code
	Stressed bool   // whether it is emphasised
	Lang     string // the tag of a language that the author gave it
	Link     string // where it leads
	Break    bool   // whether it is the end of a line, or of a cell of a table, and nothing else

	WordsOut, MarksOut int    // in front of it
	OutSaid            string // the same in words, or ""
}

// segments takes the text of a block apart.
func segments(b *markdown.Block, change ledger.Change) []segment {
	edges := edgesOf(b, change)
	var pieces []segment
	for i, from := range edges {
		to := len(b.Text)
		if i+1 < len(edges) {
			to = edges[i+1]
		}
		piece := segmentAt(b, change, from)
		piece.Text = b.Text[from:to]
		piece.Break = piece.Text == "\n" && b.Kind != markdown.Code
		if piece != (segment{}) {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// edgesOf gives the places in a block's text where something begins or ends, in bytes, sorted, each once; 0 and the end
// among them.
func edgesOf(b *markdown.Block, change ledger.Change) []int {
	edges := []int{0, len(b.Text)}
	for _, s := range b.Stretches {
		edges = append(edges, s.From, s.To)
	}
	for _, l := range b.Links {
		edges = append(edges, l.From, l.To)
	}
	for _, s := range change.New {
		edges = append(edges, s.From, s.To)
	}
	for _, cut := range change.Out {
		edges = append(edges, cut.At)
	}
	for i, c := range []byte(b.Text) {
		if c == '\n' && b.Kind != markdown.Code {
			edges = append(edges, i, i+1)
		}
	}
	slices.Sort(edges)
	return slices.Compact(edges)
}

// segmentAt gives what a piece of a block's text is that begins at a place.
func segmentAt(b *markdown.Block, change ledger.Change, at int) segment {
	var piece segment
	for _, s := range b.Stretches {
		if s.From <= at && at < s.To {
			piece.Code = piece.Code || s.Kind == markdown.Verbatim
			piece.Stressed = piece.Stressed || s.Kind == markdown.Stressed
			if s.Kind == markdown.Foreign {
				piece.Lang = s.Lang
			}
		}
	}
	for _, l := range b.Links {
		if !l.Image && l.From <= at && at < l.To {
			piece.Link = l.Destination
		}
	}
	piece.New = slices.ContainsFunc(change.New, func(s ledger.Span) bool { return s.From <= at && at < s.To })
	for _, cut := range change.Out {
		if cut.At == at {
			piece.WordsOut, piece.MarksOut = piece.WordsOut+cut.Words, piece.MarksOut+cut.Marks
		}
	}
	return piece
}
