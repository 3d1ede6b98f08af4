package check

import (
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var vagueLink = Rule{
	ID: "vague-link", Severity: source.Warning,
	Summary: "the text of a link does not say where it leads",
	Reason:  "A screen reader lists the links of a page by their texts, out of their sentences (WCAG 2.2, criterion 2.4.4): seven times « ici » tells nothing.",
	pair:    checkVague,
}

func checkVague(p *pair, f *finder) {
	answers := p.answers()
	for _, h := range p.halves() {
		seen := map[string]string{} // text → where it leads
		for _, b := range h.blocks {
			for _, l := range b.links() {
				text := folded(l.Text)
				at := b.part(l.From, l.To)
				switch to, known := seen[text]; {
				case isVague(text):
					f.find(at, answers[b].whole(), wording.Sprintf("the link says %q, and not where it leads", l.Text),
						wording.Sprintf("let the text name what the link leads to"))
				case known && to != l.Destination && b.Kind != markdown.Row && namesSomething(text):
					f.find(at, answers[b].whole(), wording.Sprintf("two links say %q and lead to different places", l.Text),
						wording.Sprintf("let each text name what its link leads to"))
				}
				seen[text] = l.Destination
			}
		}
	}
}

// namesSomething tells whether a folded text has enough words to be taken for the name of one thing.
func namesSomething(text string) bool {
	return countWords(text) > 1 && len(text) >= shortestName
}

// shortestName is how many bytes such a text has at least.
const shortestName = 8

// isVague tells whether a folded text says nothing of where it leads.
func isVague(text string) bool {
	switch text {
	case "ici", "cliquer ici", "cliquez ici", "clique ici", "ce lien", "ce site", "cette page", "ce document", "lien", "la", "suite",
		"en savoir plus", "lire la suite", "plus", "plus d informations", "voir ici", "par ici", "le lien", "suivez ce lien",
		"here", "click here", "this link", "link", "this page", "this site", "this document", "more", "read more", "learn more",
		"more information", "see here", "over here", "this":
		return true
	}
	return false
}
