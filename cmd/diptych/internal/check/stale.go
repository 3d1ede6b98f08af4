package check

import (
	"diptych/cmd/diptych/internal/ledger"
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
	file := p.source.Lock()
	if file == nil {
		if f.context.options.Release {
			f.findAt(severity, where{pos: source.Pos{File: p.french.front.File}}, where{pos: source.Pos{File: p.english.front.File}},
				wording.Sprintf("nobody has confirmed that the two halves say the same"), confirmHint(p))
		}
		return
	}
	lock, _ := ledger.Read(file) // what is wrong with it is told with the site
	c := ledger.Compare(lock, p.joined)
	for i := range c.Rows {
		checkRow(p, c, &c.Rows[i], severity, f)
	}
}

// checkRow tells of a row that is not as it was confirmed, at the block that has to follow.
func checkRow(p *pair, c *ledger.Comparison, row *ledger.Row, severity source.Severity, f *finder) {
	french, english := c.Block(row.Row, source.French), c.Block(row.Row, source.English)
	if french == nil || english == nil {
		return // of what has no answer other rules tell
	}
	at, peer := where{pos: french.Pos}, where{pos: english.Pos}
	var message wording.Sentence
	switch row.State {
	case ledger.FrenchChanged:
		at, peer = peer, at
		message = wording.Sprintf("the French has changed since the two were confirmed, and the English has not")
	case ledger.EnglishChanged:
		message = wording.Sprintf("the English has changed since the two were confirmed, and the French has not")
	case ledger.BothChanged:
		message = wording.Sprintf("both halves have changed since they were confirmed")
	case ledger.New:
		message = wording.Sprintf("nobody has confirmed yet that these blocks say the same")
	default:
		return
	}
	f.findAt(severity, at, peer, message, confirmHint(p))
}

func confirmHint(p *pair) wording.Sentence {
	return wording.Sprintf("compare the two, and confirm them: diptych confirm %s", p.source.Key)
}
