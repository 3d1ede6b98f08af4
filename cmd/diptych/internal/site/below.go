package site

import "diptych/cmd/diptych/internal/source"

// EntryRowView is another page as a page with both halves lists it: two cells, in the order of config.toml.
type EntryRowView struct{ Cells []EntryCellView }

// EntryCellView is an entry in one language.
type EntryCellView struct {
	EntryView
	Lang source.Lang
	Own  string // BCP 47 tag of the cell; Tag is that of a title in the other language

	language *Language
}

// T gives a message of the cell's language. args are names and values in turn.
func (c EntryCellView) T(id string, args ...any) (string, error) { return c.language.T(id, args...) }

// Below are the pages that a page with both halves lists, in the order of its first language: those of a section, and on the
// home page the meetings of the site.
func (v *View) Below() []EntryRowView {
	if v.pair == nil {
		return nil
	}
	first := v.pair.Page(v.Lang)
	listed := v.model.Children(first)
	if v.pair.Key == index {
		listed = v.model.meetingsBeside(first)
	}
	rows := make([]EntryRowView, len(listed))
	for _, half := range v.Halves() {
		pages := make([]*Page, len(listed))
		for i, page := range listed {
			pages[i] = page.Pair.Page(half.Lang)
		}
		for i, entry := range half.view.entries(pages) {
			rows[i].Cells = append(rows[i].Cells, EntryCellView{entry, half.Lang, half.Tag, half.language})
		}
	}
	return rows
}
