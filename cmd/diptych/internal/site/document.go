package site

import (
	"net/url"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/media"
	"diptych/cmd/diptych/internal/register"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// DocumentView is a document as a reader of the page's language gets it: in that language, or else in the other one.
type DocumentView struct {
	ID        string
	Title     string // its own title
	Lang      source.Lang
	Tag       string // of the document's language
	Foreign   bool   // whether the document exists in the other language only
	Href      string // empty if it can't be linked yet
	OnRequest bool
	Type      string // MIME type, for the attribute `type`; empty if it isn't known
	Format    string // "PDF"; empty if it isn't known
	Size      string // "214 Ko"; empty of what is no file of the site
	Note      string // what to know before following the link: "en anglais seulement, PDF, 214 Ko"; may be empty
}

// Documents are the page's documents, in the order of its facts.
func (v *View) Documents() []DocumentView {
	if v.page == nil {
		return nil
	}
	return v.documents(v.page.Facts.Documents)
}

// Documents are the documents of the whole site, in the order of config.toml.
func (s SiteView) Documents() []DocumentView { return s.view.documents(s.view.model.Config.Documents) }

func (v *View) documents(declared []register.Document) []DocumentView {
	views := make([]DocumentView, 0, len(declared))
	for _, d := range declared {
		views = append(views, v.document(d))
	}
	return views
}

func (v *View) document(d register.Document) DocumentView {
	edition, lang := d.In(v.Lang)
	language := v.model.Language(lang)
	view := DocumentView{
		ID: d.ID, Title: edition.Title, Lang: lang, Tag: language.Locale.Tag(), Foreign: lang != v.Lang,
		Href: edition.URL, OnRequest: d.OnRequest,
	}
	if v.page == nil || v.page.Facts.Typography {
		view.Title = language.Typography.Text(edition.Title)
	}
	kind := typeOfAddress(edition.URL)
	if a, ok := v.model.Assets.Get(edition.File); ok {
		kind, _ = v.model.Assets.Kind(a) // what is wrong with it is told when the site is assembled
		view.Href, view.Size = v.href(a.Path), v.model.Language(v.Lang).Locale.Size(v.model.published(a))
	}
	view.Type, view.Format = kind.MIME, kind.Label
	view.Note = v.note(view)
	return view
}

// published gives the size in bytes of what is published of a file: pictures lose what they say of their makers.
func (m *Model) published(a asset.Asset) int64 {
	if p, isPicture := m.Pictures.Get(a.File().Path); isPicture {
		if size, known := p.CleanSize(); known {
			return size
		}
	}
	return a.Size
}

// typeOfAddress tells by its ending what is at an address elsewhere.
func typeOfAddress(address string) media.Type {
	u, err := url.Parse(address)
	if err != nil {
		return media.Type{}
	}
	kind, _ := media.ByName(u.Path)
	return kind
}

// note joins what a reader is told of a document beside its title.
func (v *View) note(d DocumentView) string {
	var foreign, request string
	if d.Foreign {
		foreign = v.message(documentForeign, "it is what readers are told of a document in the other language only")
	}
	if d.OnRequest {
		request = v.message(documentRequest, "it is what readers are told of a document that can't be linked yet")
	}
	parts := []string{foreign, d.Format, d.Size, request}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}

// The names of the messages in notes on documents.
const (
	documentForeign = "document.foreign" // "en anglais seulement"
	documentRequest = "document.request" // "sur demande"
)

// message gives a message that the tool itself needs, or tells why it does.
func (v *View) message(id string, why wording.Phrase) string {
	language := v.model.Language(v.Lang)
	text, err := language.Catalogue.Text(id, nil)
	if err != nil && !language.Catalogue.Has(id) { // else its placeholders have been told
		v.report(language.messageMissing(id, why))
	}
	return text
}

// findDocument finds a document by its id: one of the page's, or else one of the site's.
func (v *View) findDocument(id string) (DocumentView, bool) {
	for _, declared := range v.declared() {
		for _, d := range declared {
			if d.ID == id {
				return v.document(d), true
			}
		}
	}
	return DocumentView{}, false
}

// documentIDs gives the ids that links of the page may name.
func (v *View) documentIDs() []string {
	var ids []string
	for _, declared := range v.declared() {
		for _, d := range declared {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// declared gives the documents that links of the page may name, the page's own before the site's.
func (v *View) declared() [2][]register.Document {
	return [2][]register.Document{v.page.Facts.Documents, v.model.Config.Documents}
}
