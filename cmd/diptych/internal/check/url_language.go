package check

import (
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var urlLanguage = Rule{
	ID: "url-language", Severity: source.Warning,
	Summary: "a link leads to the other language's version of a page",
	Reason:  "Readers lose their language, though the page exists in theirs. A link to what exists in the other language only says so behind it: (en anglais).",
	study:   studyMarkedLinks,
	judge:   judgeMarkedLinks,
}

// markedLinks are the links of a pair whose addresses say that they are in a language.
type markedLinks struct {
	own     map[string]bool // by language and host: where the halves' own languages are linked to
	foreign []foreignLink
}

// foreignLink is a link to the other language.
type foreignLink struct {
	link     link
	lang     source.Lang // of the half
	at, peer where
	paired   bool // whether the other half has the same address
}

func studyMarkedLinks(p *pair) any {
	kept := markedLinks{own: map[string]bool{}}
	answers := p.answers()
	for b := range p.blocks {
		for _, reference := range b.links() {
			l, ok := readLink(reference.Destination)
			if !ok {
				continue
			}
			switch marked := l.markedAs(); {
			case marked == b.lang:
				kept.own[string(b.lang)+" "+l.domain()] = true
			case marked != "" && !(l.isDocument() && l.documentLang() == marked) && !isAnnounced(b, reference): // of documents foreign-doc tells
				answer := answers[b]
				kept.foreign = append(kept.foreign, foreignLink{
					l, b.lang, b.part(reference.From, reference.To).where(), answer.whole().where(), answer != nil && answer.linksTo(l.whole),
				})
			}
		}
	}
	return kept
}

// isAnnounced tells whether readers are told that a link leads to the other language.
func isAnnounced(b *block, l markdown.Reference) bool {
	return l.Lang != "" || namesLanguage(l.Text) || namesLanguage(l.Aside) || namesLanguage(b.Text[l.To:min(len(b.Text), l.To+announcement)])
}

// announcement is how many bytes behind a link are looked at for the name of a language.
const announcement = 40

// judgeMarkedLinks tells of links to the other language where the page can be had in the reader's: it is on this site, the
// other half leads to the same address, which is right there, or other links lead to that site in the reader's language.
func judgeMarkedLinks(studies []*study, f *finder) {
	all := kept[markedLinks](studies, f.rule.ID)
	own := map[string]bool{}
	for _, k := range all {
		for host := range k.own {
			own[host] = true
		}
	}
	for _, k := range all {
		for _, l := range k.foreign {
			inside := l.link.isInside() || f.context.isOwnHost(l.link.host)
			if !inside && !(l.paired && l.link.isMarkedInPath()) && !own[string(l.lang)+" "+l.link.domain()] {
				continue
			}
			severity := source.Warning
			if inside {
				severity = source.Error
			}
			f.findAt(severity, l.at, l.peer,
				wording.Sprintf("the link leads to a page in %s: %s", l.lang.Other().Name(), l.link.whole),
				wording.Sprintf("link to the page in %s, or say behind the link that it is in %s", l.lang.Name(), l.lang.Other().Name()))
		}
	}
}
