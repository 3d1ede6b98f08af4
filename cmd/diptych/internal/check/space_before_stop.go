package check

import (
	"regexp"
	"slices"
	"sync"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var spaceBeforeStop = Rule{
	ID: "space-before-stop", Severity: source.Warning,
	Summary: "a space stands before a full stop or a comma",
	Reason:  "Neither language has one there. A line may break at it, and begin with the stop.",
	pair:    checkStops,
	mend:    mendStops,
}

var stopPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[^\s.,;:!?…(«“]([ \x{a0}\x{202f}]+)(?:[.,](?:[\s)»”]|$)|,\pL)`)
})

func checkStops(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		for _, at := range b.spacedStops() {
			f.find(b.part(at.from, at.to+1), answers[b].whole(),
				wording.Sprintf("there is a space before %q", b.Text[at.to:at.to+1]),
				wording.Sprintf("take the space out"))
		}
	}
}

func mendStops(b *block) []edit {
	var edits []edit
	for _, at := range b.spacedStops() {
		edits = append(edits, edit{at.from, at.to, ""})
	}
	return edits
}

// spacedStops gives the spaces that stand before a stop or a comma.
func (b *block) spacedStops() []token {
	if b.Kind == markdown.Code || !hasSpacedStop(b.Text) {
		return nil
	}
	var found []token
	for _, at := range stopPattern().FindAllStringSubmatchIndex(b.Text, -1) {
		if !b.isVerbatim(at[2]) && !b.isVerbatim(at[3]) && !b.hasUnseen(at[2], at[3]) {
			found = append(found, token{at[2], at[3]})
		}
	}
	return found
}

// hasUnseen tells whether something without a text of its own stands between two offsets: a picture, the call of a footnote,
// a link that takes the title of a document.
func (b *block) hasUnseen(from, to int) bool {
	return slices.ContainsFunc(b.Links, func(l markdown.Reference) bool { return l.From == l.To && from <= l.From && l.From <= to }) ||
		slices.ContainsFunc(b.Stretches, func(s markdown.Stretch) bool { return s.From == s.To && from <= s.From && s.From <= to })
}

// hasSpacedStop tells at a glance whether a stop stands behind white space: most texts have none.
func hasSpacedStop(text string) bool {
	for i := 1; i < len(text); i++ {
		if (text[i] == '.' || text[i] == ',') && (text[i-1] == ' ' || text[i-1] == 0xa0 || text[i-1] == 0xaf) {
			return true
		}
	}
	return false
}
