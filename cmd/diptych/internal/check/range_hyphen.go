package check

import (
	"regexp"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var rangeHyphen = Rule{
	ID: "range-hyphen", Severity: source.Info, Fixes: true,
	Summary: "a range of days is written with a hyphen",
	Reason:  "Both languages write a range with an en dash. Typography sets it on the page; in the source it shows what was meant.",
	pair:    checkRanges,
}

var rangePattern = regexp.MustCompile(`(?i)\b\d{1,2}(?:er)?(-)\d{1,2}[ \x{a0}\x{202f}]+(?:of )?` + monthPattern + `|` +
	`(?i)\b` + monthPattern + `[ \x{a0}]+\d{1,2}(-)\d{1,2}\b`)

// monthPattern is the name of a month in either language.
const monthPattern = `(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|` +
	`january|february|march|april|may|june|july|august|september|october|november|december)\b`

func checkRanges(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		if b.Kind == markdown.Code {
			continue
		}
		for _, at := range rangePattern.FindAllStringSubmatchIndex(b.prose, -1) {
			hyphen := max(at[2], at[4])
			f.find(b.part(hyphen, hyphen+1), answers[b].whole(),
				wording.Sprintf("the days %q have a hyphen between them", excerpt(b.Text[at[0]:at[1]])),
				wording.Sprintf("write an en dash: –"))
		}
	}
}
