package check

import (
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var metaUntranslated = Rule{
	ID: "meta-untranslated", Severity: source.Warning,
	Summary: "a word of the front matter is the same in both languages",
	Reason:  "A title or description that is the same, word for word, was most often copied to be translated later. Names of one to three words are left alone, since they may be the same in both languages.",
	pair:    checkMetaUntranslated,
}

// fewestWords is how many words a text has that is hardly the same in both languages by itself.
const fewestWords = 4

func checkMetaUntranslated(p *pair, f *finder) {
	for r := range p.pairs {
		if r.french.Kind != markdown.FrontMatter || countWords(r.french.Text) < fewestWords ||
			folded(r.french.Text) != folded(r.english.Text) || !isProse(r.french.Text) {
			continue
		}
		wrong := r.copied()
		f.find(wrong.whole(), r.in(wrong.lang.Other()).whole(),
			wording.Sprintf("the text is the same in both halves: %q", excerpt(wrong.Text)),
			wording.Sprintf("translate it into %s", wrong.lang.Name()))
	}
}
