package content

import (
	"io/fs"
	"net/url"
	"strings"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/source"
)

// Document is a text that belongs to a page and is published beside it, in one language or both.
type Document struct {
	ID        string
	Languages map[source.Lang]Edition // one or two
	OnRequest bool                    // it can't be linked yet
	Pos       source.Pos
}

// Edition is a document in one language.
type Edition struct {
	Title string
	File  string // path below static; empty if the edition has a URL or none
	URL   string // an https address; empty if the edition has a file or none
	Pos   source.Pos
}

func readDocuments(facts *decode.Reader, report func(source.Problem)) []Document {
	var documents []Document
	first := map[string]source.Pos{}
	for _, r := range facts.Tables("document") {
		d := readDocument(r, report)
		if pos, taken := first[d.ID]; taken && d.ID != "" {
			report(source.Errorf("document", r.Pos("id"), "two documents of the page have the id %q", d.ID).
				WithPeer(pos).WithHint("give each document an id of its own"))
		}
		first[d.ID] = r.Pos("id")
		documents = append(documents, d)
	}
	return documents
}

func readDocument(r *decode.Reader, report func(source.Problem)) Document {
	d := Document{
		ID: r.Text("id"), OnRequest: r.Bool("request"),
		Languages: map[source.Lang]Edition{}, Pos: r.Pos(""),
	}
	if d.ID == "" || locale.Slug(d.ID) != d.ID {
		report(source.Errorf("document", r.Pos("id"), "the document needs an `id` of small letters, digits and hyphens").
			WithHint(`write a short name that both halves can link to: id = "concept-note"`))
	}
	for _, lang := range source.Langs() {
		if inner, found := r.Table(string(lang)); found {
			d.Languages[lang] = readEdition(inner, d.OnRequest, report)
		}
	}
	r.Rest("[[document]]", pageKeys()...)
	if len(d.Languages) == 0 {
		report(source.Errorf("document", d.Pos, "the document exists in no language").
			WithHint(`name its title in each language it exists in: en = { title = "Concept note" }`))
	}
	return d
}

func readEdition(r *decode.Reader, onRequest bool, report func(source.Problem)) Edition {
	e := Edition{Title: strings.TrimSpace(r.Text("title")), File: r.Text("file"), URL: r.Text("url"), Pos: r.Pos("")}
	r.Rest("the document's edition")
	switch {
	case e.Title == "":
		report(source.Errorf("document", e.Pos, "the document has no title in this language").
			WithHint(`write its own title: { title = "…" }`))
	case e.File != "" && e.URL != "":
		report(source.Errorf("document", e.Pos, "the document has both a file and an address").WithHint("keep one of them"))
	case onRequest && e.File+e.URL != "":
		report(source.Errorf("document", e.Pos, "the document is on request and has an address as well").
			WithHint("leave out `request`, or the address"))
	case !onRequest && e.File+e.URL == "":
		report(source.Errorf("document", e.Pos, "the document has neither a file nor an address").
			WithHint("write `file`, a path below static, or `url`; or say `request = true` on the document"))
	}
	e.checkAddress(r, report)
	return e
}

func (e Edition) checkAddress(r *decode.Reader, report func(source.Problem)) {
	if e.File != "" && (!fs.ValidPath(e.File) || e.File == "." || strings.Contains(e.File, `\`)) {
		report(source.Errorf("document", r.Pos("file"), "%q is not a path below static", e.File).
			WithHint(`write it with / between folders, without static/ and without ..: file = "documents/note.pdf"`))
	}
	if e.URL == "" {
		return
	}
	if u, err := url.Parse(e.URL); err != nil || u.Scheme != "https" || u.Host == "" {
		report(source.Errorf("document", r.Pos("url"), "%q is not an https address", e.URL).
			WithHint("write the whole address, with https://"))
	}
}
