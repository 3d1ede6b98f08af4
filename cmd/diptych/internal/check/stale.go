package check

import (
	"slices"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Stale is the id of the rule that looks at what was confirmed.
const Stale = "stale"

var stale = Rule{
	ID: Stale, Severity: source.Warning,
	Summary: "a block has changed in one half since both were confirmed to say the same",
	Reason:  "A translation grows old unseen: the one half is corrected, and the other still says what was wrong. i18n/lock/ keeps what was confirmed. Before a site is published, each page has to be confirmed.",
	pair:    checkStale,
}

func checkStale(p *pair, f *finder) {
	if !p.source.IsWhole() {
		return
	}
	severity := f.rule.Severity
	if f.context.options.Release {
		severity = source.Error
	}
	if p.since == nil {
		if f.context.options.Release {
			f.findAt(severity, where{pos: source.Pos{File: p.french.front.File}}, where{pos: source.Pos{File: p.english.front.File}},
				wording.Sprintf("nobody has confirmed that the two halves say the same"), confirmHint(p))
		}
		return
	}
	for i := range p.since.Rows {
		checkRow(p, i, severity, f)
	}
	if gone := len(p.since.Gone); gone > 0 {
		f.findAt(severity, where{pos: source.Pos{File: p.french.front.File}}, where{pos: source.Pos{File: p.english.front.File}},
			wording.Sprintf("of what was confirmed, %d blocks are gone", gone), confirmHint(p))
	}
}

// checkRow tells of a row that is not as it was confirmed, at the block that has to follow.
func checkRow(p *pair, i int, severity source.Severity, f *finder) {
	row := &p.since.Rows[i]
	message := said(row.State)
	french, english := p.since.Block(row.Row, source.French), p.since.Block(row.Row, source.English)
	switch {
	case message.IsZero():
	case french == nil || english == nil:
		checkAlone(p, p.rows[i].alone(), row, severity, f)
	case row.State == ledger.FrenchChanged:
		f.findAt(severity, where{pos: english.Pos}, where{pos: french.Pos}, message, confirmHint(p))
	default:
		f.findAt(severity, where{pos: french.Pos}, where{pos: english.Pos}, message, confirmHint(p))
	}
}

// said says what became of a row; nothing of one that is as it was.
func said(state ledger.State) wording.Sentence {
	switch state {
	case ledger.FrenchChanged:
		return wording.Sprintf("the French has changed since the two were confirmed, and the English has not")
	case ledger.EnglishChanged:
		return wording.Sprintf("the English has changed since the two were confirmed, and the French has not")
	case ledger.BothChanged:
		return wording.Sprintf("both halves have changed since they were confirmed")
	case ledger.New:
		return wording.Sprintf("nobody has confirmed yet that these blocks say the same")
	}
	return wording.Sentence{}
}

// checkAlone tells of a block without an answer that was confirmed to stand alone and has changed, or that an exception lets
// stand alone and nobody has confirmed. Of others block-count tells.
func checkAlone(p *pair, b *block, row *ledger.Row, severity source.Severity, f *finder) {
	lack := source.Problem{Rule: blockCount.ID, Pos: b.Pos}
	excepted := slices.ContainsFunc(p.excepts, func(e exception) bool { return e.covers(lack) })
	if row.Was == nil && !excepted || b.Kind == markdown.FrontMatter {
		return
	}
	f.findAt(severity, where{pos: b.Pos}, where{},
		wording.Sprintf("nobody has confirmed that this block is to have no answer"),
		wording.Sprintf("confirm it by its line: diptych confirm %s:%d", b.Pos.File, b.Pos.Line))
}

func confirmHint(p *pair) wording.Sentence {
	return wording.Sprintf("compare the two, and confirm them: diptych confirm %s", p.source.Key)
}
