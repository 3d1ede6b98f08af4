package check

import (
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var headingShape = Rule{
	ID: "heading-shape", Severity: source.Error,
	Summary: "a heading has no answer in the other half, or another level there",
	Reason:  "Headings are how readers find their way, and how the switch to the other language finds the same section. A section that one half lacks is most often a translation that was never written.",
	pair:    checkHeadings,
}

func checkHeadings(p *pair, f *finder) {
	for i, r := range p.rows {
		switch {
		case r.isPair():
			checkLevels(r, f)
		case r.alone().Kind == markdown.HeadingBlock && !p.standsAlone(i):
			b := r.alone()
			f.find(b.whole(), p.near(i, b.lang.Other()),
				wording.Sprintf("the heading %q has no answer in the %s half", excerpt(b.Text), b.lang.Other().Name()),
				wording.Sprintf("write the section in %s, or take it out here", b.lang.Other().Name()))
		}
	}
}

func checkLevels(r row, f *finder) {
	if r.french.Kind != markdown.HeadingBlock || r.french.Level == r.english.Level {
		return
	}
	f.find(r.french.whole(), r.english.whole(),
		wording.Sprintf("the heading has level %d in French and %d in English", r.french.Level, r.english.Level),
		wording.Sprintf("give both the same number of #"))
}
