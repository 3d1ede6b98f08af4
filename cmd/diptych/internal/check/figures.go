package check

import (
	"diptych/cmd/diptych/internal/figure"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/wording"
)

// findFigures reports what two blocks that answer each other say differently in figures of some kinds.
func findFigures(p *pair, f *finder, kinds ...figure.Kind) {
	for r := range p.pairs {
		if r.french.Kind == markdown.Code {
			continue
		}
		for _, d := range figure.Compare(r.french.figures, r.english.figures) {
			for _, kind := range kinds {
				if d.Kind == kind {
					f.findFigure(r, d)
				}
			}
		}
	}
}

func (f *finder) findFigure(r row, d figure.Difference) {
	french, english := r.french.figureAt(d.French), r.english.figureAt(d.English)
	hint := wording.Sprintf("see which of the two is right, and mend the other")
	switch {
	case d.English.Text == "":
		f.find(french, english, wording.Sprintf("French says %q, and English has nothing that answers it", d.French.Text), hint)
	case d.French.Text == "":
		f.find(english, french, wording.Sprintf("English says %q, and French has nothing that answers it", d.English.Text), hint)
	default:
		f.find(french, english, wording.Sprintf("French says %q, and English says %q", d.French.Text, d.English.Text), hint)
	}
}

// figureAt gives the span of a figure in a block, or all of the block where it is missing.
func (b *block) figureAt(s figure.Span) span {
	if s.Text == "" {
		return b.whole()
	}
	return b.part(s.From, s.To)
}
