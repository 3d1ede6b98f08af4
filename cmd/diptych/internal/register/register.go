// Package register reads the documents that a page or the site declares: `[[document]]`, once for both languages, so that
// no link to a document says by hand what it leads to.
//
// A document belongs to a page, among its facts, or to the whole site, in config.toml. Both are written alike, so that
// both are read here.
package register

import (
	"io/fs"
	"maps"
	"net/url"
	"strings"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/source"
)

// Document is a text that is published beside the pages, in one language or both. It is immutable.
type Document struct {
	ID        string                  // by which links name it: `doc:concept-note`
	Editions  map[source.Lang]Edition // one or two
	OnRequest bool                    // it can't be linked yet
	Pos       source.Pos
	IDPos     source.Pos
}

// Edition is a document in one language.
type Edition struct {
	Title string
	File  string // path below static; empty if the edition has a URL or none
	URL   string // an https address; empty if the edition has a file or none, or names no such address, which has been told
	Pos   source.Pos
}

// In gives the edition for a reader of a language: that in the language, else the other one. lang is the edition's own.
func (d Document) In(reader source.Lang) (edition Edition, lang source.Lang) {
	if own, ok := d.Editions[reader]; ok {
		return own, reader
	}
	return d.Editions[reader.Other()], reader.Other()
}

// Equal tells whether two documents are the same, and stated at the same places.
func (d Document) Equal(other Document) bool {
	return d.ID == other.ID && d.OnRequest == other.OnRequest && d.Pos == other.Pos && d.IDPos == other.IDPos &&
		maps.Equal(d.Editions, other.Editions)
}

// HasFile tells whether the edition names a file by what can be a path below static; anything else has been told.
func (e Edition) HasFile() bool { return e.File != "" && isPath(e.File) }

// Files gives the paths below static that documents name, in the form in which the tree has them.
func Files(documents []Document) []string {
	var files []string
	for _, d := range documents {
		for _, lang := range source.Langs() {
			if edition := d.Editions[lang]; edition.HasFile() {
				files = append(files, source.Compose(edition.File))
			}
		}
	}
	return files
}

// Read reads the documents that a table declares, in their order. above are the keys of a page, which people write below
// the [[document]] that they belong above.
func Read(r *decode.Reader, report func(source.Problem), above ...string) []Document {
	var documents []Document
	first := map[string]source.Pos{}
	for _, table := range r.Tables("document") {
		d := readDocument(table, report, above)
		if pos, taken := first[d.ID]; taken && d.ID != "" {
			report(source.Errorf("document", d.IDPos, "two documents have the id %q", d.ID).
				WithPeer(pos).WithHint("give each document an id of its own"))
		}
		first[d.ID] = d.IDPos
		documents = append(documents, d)
	}
	return documents
}

func readDocument(r *decode.Reader, report func(source.Problem), above []string) Document {
	d := Document{
		ID: r.Text("id"), OnRequest: r.Bool("request"),
		Editions: map[source.Lang]Edition{}, Pos: r.Pos(""), IDPos: r.Pos("id"),
	}
	if d.ID == "" || locale.Slug(d.ID) != d.ID {
		report(source.Errorf("document", d.IDPos, "the document needs an `id` of small letters, digits and hyphens").
			WithHint(`write a short name that both halves can link to: id = "concept-note"`))
	}
	for _, lang := range source.Langs() {
		if inner, found := r.Table(string(lang)); found {
			d.Editions[lang] = readEdition(inner, d.OnRequest, report)
		}
	}
	for _, key := range []string{"title", "file", "url"} {
		if r.Has(key) {
			r.Know(key)
			report(source.Errorf("document", r.Pos(key), "`%s` belongs to one language of the document", key).
				WithHint(`write it inside the language: fr = { title = "…", file = "documents/note.pdf" }`))
		}
	}
	r.Rest("[[document]]", above...)
	if len(d.Editions) == 0 {
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
	e.checkFile(r, report)
	if e.URL != "" && !isWholeAddress(e.URL) {
		report(source.Errorf("document", r.Pos("url"), "%q is not an https address", e.URL).
			WithHint("write the whole address, with https://"))
		e.URL = "" // the preview shows the page all the same
	}
	return e
}

func (e Edition) checkFile(r *decode.Reader, report func(source.Problem)) {
	if e.File != "" && !e.HasFile() {
		report(source.Errorf("document", r.Pos("file"), "%q is not a path below static", e.File).
			WithHint(`write it with / between folders, without static/ and without ..: file = "documents/note.pdf"`))
	}
}

// isWholeAddress tells whether an address leads to another site, safely: with https and a host.
func isWholeAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && u.Host != ""
}

// isPath tells whether a file's name can be a path below static.
func isPath(file string) bool {
	return fs.ValidPath(file) && file != "." && !strings.Contains(file, `\`)
}
