package check

import (
	"regexp"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var brokenLink = Rule{
	ID: "broken-link", Severity: source.Error,
	Summary: "brackets were meant as a link or the call of a footnote, and are shown as text",
	Reason:  "A space between ] and (, or within an address, takes the link apart: readers see brackets and an address instead. A footnote that is called and not there is shown as [^1].",
	pair:    checkBroken,
}

var (
	brokenPattern = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\][ \n]*\((?:(?:https?|mailto|page|doc):|/[\pL\pN]|#|www\.|` +
			`[\pL\pN_.-]+(?:/[\pL\pN_.-]+)*\.(?:html?|md|pdf|php|aspx?|docx?|xlsx?|png|jpe?g|svg)[)#?])`)
	})
	footnotePattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[\^[^\]\s]+\]`) })
)

func checkBroken(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		if b.Kind == markdown.FrontMatter || b.Kind == markdown.Code || strings.IndexByte(b.Text, ']') < 0 {
			continue
		}
		text := b.Without(markdown.Verbatim)
		if at := brokenPattern().FindStringIndex(text); at != nil {
			f.find(b.part(at[0], at[1]), answers[b].whole(),
				wording.Sprintf("the link is broken: %q", excerpt(b.Text[at[0]:min(at[1]+20, len(b.Text))])),
				wording.Sprintf("write [text](address) without a space between the brackets or in the address"))
		}
		if at := footnotePattern().FindStringIndex(text); at != nil {
			f.find(b.part(at[0], at[1]), answers[b].whole(),
				wording.Sprintf("there is no footnote %s", b.Text[at[0]:at[1]]),
				wording.Sprintf("write it below: `%s: …`", b.Text[at[0]:at[1]]))
		}
	}
}

// isBroken tells whether a block has a broken link.
func (b *block) isBroken() bool {
	return strings.IndexByte(b.Text, ']') >= 0 && brokenPattern().MatchString(b.Without(markdown.Verbatim))
}
