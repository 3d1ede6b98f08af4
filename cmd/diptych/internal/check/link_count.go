package check

import (
	"strings"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var linkCount = Rule{
	ID: "link-count", Severity: source.Warning,
	Summary: "a block has more links than its answer",
	Reason:  "A link that one half lacks keeps its readers from a document or page that the others are led to.",
	pair:    checkLinkCount,
}

func checkLinkCount(p *pair, f *finder) {
	for r := range p.pairs {
		french, english := r.french.links(), r.english.links()
		if len(french) == len(english) || r.french.isBroken() || r.english.isBroken() {
			continue // of a broken link its own rule tells
		}
		more, fewer := r.french, r.english
		if len(english) > len(french) {
			more, fewer = r.english, r.french
		}
		at := more.unanswered(fewer)
		f.find(at, fewer.whole(),
			wording.Sprintf("the links are not as many, %d in French and %d in English: %s; %s",
				len(french), len(english), listed(french), listed(english)),
			wording.Sprintf("link the same in both halves"))
	}
}

// links gives the links of a block, without pictures and calls of footnotes.
func (b *block) links() []markdown.Reference {
	var links []markdown.Reference
	for _, l := range b.Links {
		if !l.Image {
			links = append(links, l)
		}
	}
	return links
}

// unanswered gives the first link of a block to an address that its answer does not link to, or all of the block.
func (b *block) unanswered(answer *block) span {
	for _, l := range b.links() {
		if !answer.linksTo(l.Destination) {
			return b.part(l.From, l.To)
		}
	}
	return b.whole()
}

func (b *block) linksTo(destination string) bool {
	for _, l := range b.Links {
		if l.Destination == destination {
			return true
		}
	}
	return false
}

// listed writes the texts of links as a list; a dash where there is none.
func listed(links []markdown.Reference) string {
	if len(links) == 0 {
		return "–"
	}
	texts := make([]string, len(links))
	for i, l := range links {
		texts[i] = "[" + excerpt(l.Text) + "]"
	}
	return strings.Join(texts, " ")
}
