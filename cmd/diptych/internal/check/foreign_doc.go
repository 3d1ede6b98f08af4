package check

import (
	"path"
	"strings"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var foreignDoc = Rule{
	ID: "foreign-doc", Severity: source.Warning,
	Summary: "a link leads to a document in the other language and does not say so",
	Reason:  "Readers learn only after the download that they can't read it. A document that is declared as [[document]] gets the note, the language and the type by itself.",
	pair:    checkForeignDocs,
}

func checkForeignDocs(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		for _, reference := range b.links() {
			l, ok := readLink(reference.Destination)
			if !ok || !l.isDocument() || l.documentLang() != b.lang.Other() || isAnnounced(b, reference) {
				continue
			}
			f.find(b.part(reference.From, reference.To), answers[b].whole(),
				wording.Sprintf("the document is in %s, and the link does not say so: %s", b.lang.Other().Name(), path.Base(l.path)),
				wording.Sprintf("declare it as a [[document]], which writes the note, or link to the %s version", b.lang.Name()))
		}
	}
}

// documentLang gives the language that the name of a document says it is in; "" for none, or both.
func (l link) documentLang() source.Lang {
	switch l.documentLangs() {
	case [2]bool{true, false}:
		return source.French
	case [2]bool{false, true}:
		return source.English
	}
	return ""
}

// documentLangs tells whether the name of a document says that it is in French, and whether that it is in English.
func (l link) documentLangs() (named [2]bool) {
	name, _, _ := strings.Cut(strings.ToLower(path.Base(l.path)), "?")
	name = strings.TrimSuffix(name, path.Ext(name))
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r < 'a' || r > 'z' }) {
		switch word {
		case "fr", "fra", "fre", "french", "francais":
			named[0] = true
		case "en": // which is a French word too, as in mise-en-page.pdf
			named[1] = named[1] || strings.HasSuffix(name, word)
		case "eng", "english", "anglais":
			named[1] = true
		}
	}
	return named
}

// namesLanguage tells whether a text says in which language something is.
func namesLanguage(text string) bool {
	for word := range strings.FieldsSeq(folded(text)) {
		switch word {
		case "anglais", "anglaise", "francais", "francaise", "english", "french":
			return true
		}
	}
	return false
}
