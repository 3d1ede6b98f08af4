package check

import (
	"regexp"
	"sync"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var rangeHyphen = Rule{
	ID: "range-hyphen", Severity: source.Info,
	Summary: "a range of days is written with a hyphen",
	Reason:  "Both languages write a range with an en dash. Typography sets it on the page; in the source it shows what was meant.",
	pair:    checkRanges,
	mend:    mendRanges,
}

var rangePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b\d{1,2}(?:er)?(-)\d{1,2}[ \x{a0}\x{202f}]+(?:of )?` + monthPattern + `|` +
		`(?i)\b` + monthPattern + `[ \x{a0}]+\d{1,2}(-)\d{1,2}\b`)
})

// monthPattern is the name of a month in either language.
const monthPattern = `(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|` +
	`january|february|march|april|may|june|july|august|september|october|november|december)\b`

func checkRanges(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		for _, at := range b.hyphens() {
			f.find(b.part(at.from, at.to), answers[b].whole(),
				wording.Sprintf("the days of a range have a hyphen between them"),
				wording.Sprintf("write an en dash: –"))
		}
	}
}

func mendRanges(b *block) []edit {
	var edits []edit
	for _, at := range b.hyphens() {
		edits = append(edits, edit{at.from, at.to, "–"})
	}
	return edits
}

// hyphens gives the hyphens that stand in ranges of days.
func (b *block) hyphens() []token {
	if b.Kind == markdown.Code || !hasRange(b.prose) {
		return nil
	}
	var found []token
	for _, at := range rangePattern().FindAllStringSubmatchIndex(b.prose, -1) {
		hyphen := max(at[2], at[4])
		found = append(found, token{hyphen, hyphen + 1})
	}
	return found
}

// hasRange tells at a glance whether a hyphen stands before a digit: in most texts none does.
func hasRange(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] == '-' && '0' <= text[i+1] && text[i+1] <= '9' {
			return true
		}
	}
	return false
}
