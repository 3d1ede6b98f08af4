package check

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"diptych/cmd/diptych/internal/language"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var urlMismatch = Rule{
	ID: "url-mismatch", Severity: source.Warning,
	Summary: "a link leads to another place than the one that answers it",
	Reason:  "Addresses may well differ by language, in a part such as /fr/, in the name of a host, or in a path that is itself in the language. What is told is another site altogether, or another page of a site whose addresses have no language.",
	study:   studyLinkPairs,
	judge:   judgeLinkPairs,
}

// linkPair is two links that answer each other and lead to different places.
type linkPair struct {
	french, english link
	at, peer        where
}

func studyLinkPairs(p *pair) any {
	var kept []linkPair
	for r := range p.pairs {
		french, english := r.french.unshared(r.english), r.english.unshared(r.french)
		if len(french) != len(english) {
			continue // of these link-count tells
		}
		for i := range french {
			fr, ok := p.readLink(french[i].Destination)
			en, alsoOk := p.readLink(english[i].Destination)
			if ok && alsoOk && differ(fr, en) && !(fr.isNamedBy(french[i].Text) && en.isNamedBy(english[i].Text)) {
				kept = append(kept, linkPair{fr, en,
					r.french.part(french[i].From, french[i].To).where(), r.english.part(english[i].From, english[i].To).where()})
			}
		}
	}
	return kept
}

// readLink takes an address apart. One of the site's own host is within the site.
func (p *pair) readLink(address string) (link, bool) {
	l, ok := readLink(address)
	if ok && p.context.isOwnHost(l.host) {
		l.host = ""
	}
	return l, ok
}

// unshared gives the links of a block whose address its answer does not have.
func (b *block) unshared(answer *block) []markdown.Reference {
	var links []markdown.Reference
	for _, l := range b.links() {
		if !answer.linksTo(l.Destination) {
			links = append(links, l)
		}
	}
	return links
}

// differ tells whether two addresses lead to different places, as far as they show.
func differ(fr, en link) bool {
	switch {
	case fr.isInside() && en.isInside():
		return differInside(fr, en)
	case fr.isInside() || en.isInside():
		return true
	case fr.domain() != en.domain():
		return true
	case fr.markedAs() != "" || en.markedAs() != "":
		return false
	case fr.host != en.host:
		return fr.bare() != "/" && en.bare() != "/" && !sharePart(fr.bare(), en.bare()) && !areTranslated(fr.path, en.path)
	}
	return fr.bare() != en.bare() && !areTranslated(fr.path, en.path)
}

// sharePart tells whether two paths have a part in common.
func sharePart(fr, en string) bool {
	parts := strings.Split(strings.Trim(en, "/"), "/")
	for part := range strings.SplitSeq(strings.Trim(fr, "/"), "/") {
		if part != "" && slices.Contains(parts, part) {
			return true
		}
	}
	return false
}

// differInside compares what leads to pages of the site: by key it is the same in both languages; by address it is not.
func differInside(fr, en link) bool {
	return isByKey(fr) && isByKey(en) && fr.path != en.path
}

func isByKey(l link) bool { return len(l.path) > 4 && (l.path[:5] == "page:" || l.path[:4] == "doc:") }

// areTranslated tells whether two paths are in their languages.
func areTranslated(fr, en string) bool {
	return language.Odds(spoken(fr)) > pathOdds && language.Odds(spoken(en)) < -pathOdds
}

// spoken gives a path as the words that it is made of.
func spoken(path string) string {
	if plain, err := url.PathUnescape(path); err == nil {
		path = plain
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || r == '\'' || r == '’' {
			return r
		}
		return ' '
	}, path)
}

// isNamedBy tells whether the text of a link names the site that it leads to: two such links are not meant to be the same.
func (l link) isNamedBy(text string) bool {
	name, _, _ := strings.Cut(l.domain(), ".")
	return len(name) > 2 && strings.Contains(strings.ReplaceAll(folded(text), " ", ""), name)
}

// pathOdds is what the words of a path have to say for its language.
const pathOdds = 1.5

// judgeLinkPairs tells of the pairs, save those of two sites that answer each other elsewhere too.
func judgeLinkPairs(studies []*study, f *finder) {
	all := kept[[]linkPair](studies, f.rule.ID)
	together := map[[2]string]int{}
	for _, pairs := range all {
		for _, p := range pairs {
			together[[2]string{p.french.host, p.english.host}]++
		}
	}
	for _, pairs := range all {
		for _, p := range pairs {
			if p.french.host != p.english.host && together[[2]string{p.french.host, p.english.host}] > 1 {
				continue
			}
			f.findAt(f.rule.Severity, p.at, p.peer,
				wording.Sprintf("the link leads to %s in French and to %s in English", p.french.whole, p.english.whole),
				wording.Sprintf("let both lead to the same page, each in its language"))
		}
	}
}
