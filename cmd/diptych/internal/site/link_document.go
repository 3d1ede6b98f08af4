package site

import (
	"slices"
	"strings"
	"unicode"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/media"
	"diptych/cmd/diptych/internal/source"
)

// isDocument tells whether a destination names a document of the register.
func isDocument(target string) bool {
	scheme, _, _ := strings.Cut(target, ":")
	return strings.EqualFold(scheme, "doc")
}

// toDocument leads to a document of the page or the site, in the language of the page if it exists in it. One that can't be
// linked yet is no dead link: its note says so.
func (l *linker) toDocument(link markdown.Link) markdown.Target {
	d, suffix, ok := l.document(link)
	if !ok {
		return markdown.Target{Address: l.undeclared(link)}
	}
	l.checkAside(link, d)
	target := markdown.Target{Hreflang: string(d.Lang), Type: d.Type, Title: d.Title, Note: d.Note}
	if d.Foreign {
		target.Lang = d.Tag
	}
	if d.Href != "" {
		target.Address = d.Href + suffix
	}
	return target
}

// document finds the document that a link names by its id. What follows a # leads into it, as in `doc:note#page=3`.
func (l *linker) document(link markdown.Link) (d DocumentView, suffix string, ok bool) {
	target, fragment, into := strings.Cut(link.Destination, "#")
	_, id, _ := strings.Cut(target, ":")
	d, ok = l.view.findDocument(id)
	if into && !strings.Contains(d.Href, "#") {
		suffix = "#" + inAddress.Replace(fragment)
	}
	return d, suffix, ok
}

func (l *linker) undeclared(link markdown.Link) string {
	if source.HasErrors(l.page.heads.problems) {
		return "#" // the facts that declare it may be what can't be read
	}
	target, _, _ := strings.Cut(link.Destination, "#")
	_, id, _ := strings.Cut(target, ":")
	if near := source.Nearest(id, l.view.documentIDs()); near != "" {
		return l.lost(link, "there is no document %q", id).to("did you mean doc:%s?", near)
	}
	return l.lost(link, "there is no document %q", id).
		to("an id is that of a [[document]] among the page's facts or in config.toml")
}

// showDocument shows a document in the text, which only a picture can be.
func (l *linker) showDocument(link markdown.Link) string {
	d, suffix, ok := l.document(link)
	switch {
	case !ok:
		return l.undeclared(link)
	case d.OnRequest:
		return l.lost(link, "the document %q can't be shown yet", d.ID).to("take it out until it has a file or an address")
	case d.Type != "" && !strings.HasPrefix(d.Type, "image/"):
		return l.lost(link, "the document %q is not a picture", d.ID).to("link to it, without the exclamation mark: [](doc:%s)", d.ID)
	default:
		return d.Href + suffix
	}
}

// checkAside finds a note that the author wrote behind the link. The tool writes it, from the file, and twice is once too
// often.
func (l *linker) checkAside(link markdown.Link, d DocumentView) {
	if aside := link.Document.Aside; d.Note != "" && isNote(aside) {
		l.report(source.Warnf("document-note", link.Document.AsidePos,
			"%q stands behind a link to a document, and the tool writes (%s) there", aside, d.Note).
			WithHint("take it out: language, type and size are written by the tool"))
	}
}

// isNote tells whether a few words between brackets speak of language, type or size.
func isNote(aside string) bool {
	const mostWords = 8
	words := strings.FieldsFunc(strings.ToLower(aside), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return len(words) <= mostWords && slices.ContainsFunc(words, func(word string) bool {
		_, format := media.ByName("." + word)
		return format || slices.Contains(noteWords[:], word)
	})
}

// noteWords are what people write in notes on documents, in either language.
var noteWords = [...]string{
	"anglais", "anglaise", "français", "française", "english", "french", "demande", "request",
	"ko", "mo", "octets", "kb", "mb", "bytes",
}
