package check

import (
	"regexp"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var spaceBeforeStop = Rule{
	ID: "space-before-stop", Severity: source.Warning, Fixes: true,
	Summary: "a space stands before a full stop or a comma",
	Reason:  "Neither language has one there. A line may break at it, and begin with the stop.",
	pair:    checkStops,
}

var stopPattern = regexp.MustCompile(`[^\s.,;:!?…(«“]([ \x{a0}\x{202f}]+)[.,](?:[\s)»”]|$)`)

func checkStops(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		if b.Kind == markdown.Code {
			continue
		}
		for _, at := range stopPattern.FindAllStringSubmatchIndex(b.Text, -1) {
			if b.isVerbatim(at[3]) {
				continue
			}
			f.find(b.part(at[2], at[3]+1), answers[b].whole(),
				wording.Sprintf("there is a space before %q", b.Text[at[3]:at[3]+1]),
				wording.Sprintf("take the space out"))
		}
	}
}
