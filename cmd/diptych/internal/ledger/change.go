package ledger

import (
	"slices"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// Change is what has changed in the text of a block, as far as its sketch tells.
type Change struct {
	New   []Span // what is new in the text, in its order
	Out   []Cut  // what was taken out of it, in its order
	Links []int  // the links and images that are new or lead elsewhere, as indexes into those of the block
}

// Span is a part of a block's text, in bytes.
type Span struct{ From, To int }

// Cut is a place in a block's text, in bytes, at which words or marks were taken out.
type Cut struct{ At, Words, Marks int }

// IsZero tells whether the sketch shows no change: what has changed then is the kind or level of the block, or the white
// space of code.
func (c Change) IsZero() bool { return len(c.New)+len(c.Out)+len(c.Links) == 0 }

// Change tells what has changed in one half of a row since it was confirmed. All is new where nothing was confirmed.
func (c *Comparison) Change(row *Row, lang source.Lang) Change {
	b := c.Block(row.Row, lang)
	if b == nil {
		return Change{}
	}
	was := Sketch("")
	if row.Was != nil {
		was = row.Was.Print(lang).Sketch
	}
	return changeOf(b, was)
}

func changeOf(b *markdown.Block, was Sketch) Change {
	oldWords, oldLinks := was.codes()
	words := wordsOf(b)
	codes := make([]uint16, len(words))
	for i, w := range words {
		codes[i] = codeOf(w)
	}
	links := make([]uint16, len(b.Links))
	for i := range b.Links {
		links[i] = linkCode(&b.Links[i])
	}
	kept, keptLinks := common(oldWords, codes), common(oldLinks, links)
	change := Change{New: fresh(words, kept), Out: cuts(b, words, oldWords, kept)}
	for i := range links {
		if !slices.ContainsFunc(keptLinks, func(m [2]int) bool { return m[1] == i }) {
			change.Links = append(change.Links, i)
		}
	}
	return change
}

// fresh gives the stretches of words that are not kept. One mark between two of them belongs to the stretch.
func fresh(words []word, kept [][2]int) []Span {
	old := make([]bool, len(words))
	for _, m := range kept {
		old[m[1]] = true
	}
	var spans []Span
	last := none // the last word that is new
	for i, w := range words {
		if old[i] {
			continue
		}
		joins := last != none && (last == i-1 || last == i-2 && words[i-1].class == mark && words[i-1].text != cellEnd)
		if joins {
			spans[len(spans)-1].To = w.to
		} else {
			spans = append(spans, Span{w.from, w.to})
		}
		last = i
	}
	return spans
}

// cuts gives the places at which codes are no longer there.
func cuts(b *markdown.Block, words []word, old []uint16, kept [][2]int) []Cut {
	var found []Cut
	next := 0 // the old code that comes next
	at := 0   // where the last word that was kept ends
	for _, m := range append(kept, [2]int{len(old), len(words)}) {
		cut := Cut{At: at}
		for ; next < m[0]; next++ {
			if old[next] < markCodes {
				cut.Marks++
			} else {
				cut.Words++
			}
		}
		if cut.Words+cut.Marks > 0 {
			found = append(found, cut)
		}
		next = m[0] + 1
		if m[1] < len(words) {
			at = words[m[1]].to
		}
	}
	return found
}

// most is how many codes are compared with how many others. Where there are more, as in long code, all is shown as new
// that is not at the beginning or the end.
const most = 1 << 22

// common gives the longest common subsequence of two lists of codes, as pairs of indexes.
func common(a, b []uint16) [][2]int {
	var pairs [][2]int
	start := 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		pairs = append(pairs, [2]int{start, start})
		start++
	}
	end := 0
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	for _, m := range middle(a[start:len(a)-end], b[start:len(b)-end]) {
		pairs = append(pairs, [2]int{m[0] + start, m[1] + start})
	}
	for i := end; i > 0; i-- {
		pairs = append(pairs, [2]int{len(a) - i, len(b) - i})
	}
	return pairs
}

// middle finds the subsequence where the lists neither begin nor end alike.
func middle(a, b []uint16) [][2]int {
	if len(a) == 0 || len(b) == 0 || len(a) > most/len(b) {
		return nil
	}
	length := make([][]int32, len(a)+1) // of the subsequence of a[i:] and b[j:]
	for i := range length {
		length[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
