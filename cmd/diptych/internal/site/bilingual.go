package site

import (
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// BilingualLayout is the layout of pages that have both halves side by side. A site without it has no such pages.
const BilingualLayout = "bilingual"

// BilingualPath is the output path of the page that has both halves of a pair: its key, below the codes of both languages in
// the order of config.toml, as in "fr-en/preparatory-process/dhaka/index.html".
func (m *Model) BilingualPath(pair *Pair) string {
	folder := m.BilingualFolder()
	if pair.Key == index {
		return folder + indexFile
	}
	return folder + strings.TrimSuffix(pair.Key, "/"+index) + "/" + indexFile
}

// BilingualFolder is the folder of pages that have both halves, with a slash at its end: "fr-en/".
func (m *Model) BilingualFolder() string {
	languages := m.Config.Languages
	return string(languages[0].Lang) + "-" + string(languages[1].Lang) + "/"
}

// BilingualAt finds the pair whose halves stand on the page at an output path, if it is a page of both.
func (m *Model) BilingualAt(path string) (*Pair, bool) {
	folder, below, _ := strings.Cut(path, "/")
	if strings.TrimSuffix(m.BilingualFolder(), "/") != folder {
		return nil, false
	}
	pair, found := m.Pair(strings.TrimSuffix(strings.TrimSuffix(below, indexFile), "/"))
	if below == indexFile {
		pair, found = m.Pair(index)
	}
	return pair, found && pair.IsPrinted() && m.BilingualPath(pair) == path
}

// IDPrefix is what stands in front of the ids of a half, on the page of both: these may have the same.
func IDPrefix(lang source.Lang) string { return string(lang) + "-" }

// IsPrinted tells whether a page with both halves makes sense of the pair: there are two, and they are not the lists on which
// readers search.
func (p *Pair) IsPrinted() bool {
	return p.pages[0].Half != nil && p.pages[1].Half != nil && p.Facts.Layout != SearchLayout
}

// Bilingual makes the view of the page that has both halves of a pair. report is called for what is wrong with their bodies,
// as on their own pages.
func (m *Model) Bilingual(pair *Pair, report func(source.Problem)) *View {
	first := pair.Page(m.Config.Languages[0].Lang)
	v := m.view(first.Lang, m.BilingualPath(pair), BilingualLayout, report)
	v.pair = pair
	v.Title, v.Description = first.Title(), first.Description()
	v.Canonical = m.URL(v.output)
	v.Draft = pair.Facts.Draft
	return v
}

// Bilingual is the href of the page that has both halves, for those who print it; empty where there is none.
func (v *View) Bilingual() string {
	if v.page == nil || v.layouts == nil || !v.layouts.Has(BilingualLayout) || !v.page.IsPrinted() {
		return ""
	}
	return v.href(v.model.BilingualPath(v.page.Pair))
}
