package check

import (
	"diptych/cmd/diptych/internal/language"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var altUntranslated = Rule{
	ID: "alt-untranslated", Severity: source.Warning,
	Summary: "the alternative text of a picture is the same in both languages",
	Reason:  "A screen reader would speak the one language with the voice of the other. Texts of one to three words are left alone, since names may be the same in both languages.",
	pair:    checkAltUntranslated,
}

func checkAltUntranslated(p *pair, f *finder) {
	for r := range p.pairs {
		french, english := r.french.images(), r.english.images()
		for i := range min(len(french), len(english)) {
			fr, en := french[i], english[i]
			if fr.Lang != "" || en.Lang != "" || countWords(fr.Text) < fewestWords || folded(fr.Text) != folded(en.Text) || !isProse(fr.Text) {
				continue
			}
			wrong, other := fr.Pos, en.Pos
			name := source.French.Name()
			if language.Odds(fr.Text) > 0 {
				wrong, other, name = en.Pos, fr.Pos, source.English.Name()
			}
			f.findAt(f.rule.Severity, where{pos: wrong}, where{pos: other},
				wording.Sprintf("the alternative text is the same in both halves: %q", excerpt(fr.Text)),
				wording.Sprintf("translate it into %s", name))
		}
	}
}
