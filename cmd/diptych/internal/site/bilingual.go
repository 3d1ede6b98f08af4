package site

import (
	"html/template"
	"strings"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// BilingualLayout is the layout of pages that have both halves side by side. A site without it has no such pages.
const BilingualLayout = "bilingual"

// BilingualPath is the output path of the page that has both halves of a pair: its key, below the codes of both languages in
// the order of config.toml, as in "fr-en/preparatory-process/dhaka/index.html".
func (m *Model) BilingualPath(pair *Pair) string {
	folder := m.bilingualFolder()
	if pair.Key == index {
		return folder + indexFile
	}
	return folder + strings.TrimSuffix(pair.Key, "/"+index) + "/" + indexFile
}

func (m *Model) bilingualFolder() string {
	languages := m.Config.Languages
	return string(languages[0].Lang) + "-" + string(languages[1].Lang) + "/"
}

// BilingualAt finds the pair whose halves stand on the page at an output path, if it is a page of both.
func (m *Model) BilingualAt(path string) (*Pair, bool) {
	folder, below, _ := strings.Cut(path, "/")
	if strings.TrimSuffix(m.bilingualFolder(), "/") != folder {
		return nil, false
	}
	pair, found := m.Pair(strings.TrimSuffix(strings.TrimSuffix(below, indexFile), "/"))
	if below == indexFile {
		pair, found = m.Pair(index)
	}
	return pair, found && pair.IsWhole() && m.BilingualPath(pair) == path
}

// IDPrefix is what stands in front of the ids of a half, on the page of both: these may have the same.
func IDPrefix(lang source.Lang) string { return string(lang) + "-" }

// IsWhole tells whether the pair has both halves.
func (p *Pair) IsWhole() bool { return p.pages[0].Half != nil && p.pages[1].Half != nil }

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
	if v.page == nil || v.layouts == nil || !v.layouts.Has(BilingualLayout) || !v.page.IsWhole() {
		return ""
	}
	return v.href(v.model.BilingualPath(v.page.Pair))
}

// RowView is a part of a page in both languages: two cells, in the order of config.toml. What nothing answers stands beside
// an empty cell.
type RowView struct{ Cells []CellView }

// CellView is a part of a half.
type CellView struct {
	Lang source.Lang
	Tag  string
	HTML template.HTML // empty where nothing answers
}

// Rows are the bodies of both halves, part beside part.
func (v *View) Rows() []RowView {
	if v.pair == nil {
		return nil
	}
	languages := v.model.Config.Languages
	left, right := v.pair.Page(languages[0].Lang), v.pair.Page(languages[1].Lang)
	pieces, theirs := v.pieces(left), v.pieces(right)
	var rows []RowView
	row := func(one, other template.HTML) {
		rows = append(rows, RowView{[]CellView{v.cell(left, one), v.cell(right, other)}})
	}
	ours, others := v.model.Document(left).Headings, v.model.Document(right).Headings
	for _, joined := range beside(pieces, theirs, answers(ours, others), len(others)) {
		row(htmlOf(pieces, joined[0]), htmlOf(theirs, joined[1]))
	}
	return rows
}

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
	listed := first.Children()
	if v.pair.Key == index {
		listed = v.model.meetingsBeside(first)
	}
	var rows []EntryRowView
	for _, page := range listed {
		var row EntryRowView
		for _, language := range v.model.Config.Languages {
			in := v.half(language.Lang)
			row.Cells = append(row.Cells, EntryCellView{
				EntryView: in.view.entries([]*Page{page.Pair.Page(language.Lang)})[0], Lang: in.Lang, Own: in.Tag, language: in.language,
			})
		}
		rows = append(rows, row)
	}
	return rows
}

func (v *View) cell(page *Page, html template.HTML) CellView {
	return CellView{page.Lang, v.model.Language(page.Lang).Locale.Tag(), html}
}

// htmlOf gives the HTML of a piece by its number; "" for -1.
func htmlOf(pieces []markdown.Piece, number int) template.HTML {
	if number < 0 {
		return ""
	}
	return template.HTML(pieces[number].HTML) // made by markdown, as a body is
}

// pieces gives the parts of a half as they stand on this page: each id has its language in front, since both halves may
// have it.
func (v *View) pieces(page *Page) []markdown.Piece {
	inside := *v
	inside.Lang, inside.page = page.Lang, page // documents are told in the language of the half
	links := &linker{model: v.model, page: page, view: &inside, from: v.output, ids: IDPrefix(page.Lang), report: v.report}
	document := v.model.Document(page)
	for _, problem := range document.Problems {
		v.report(problem)
	}
	return document.Cut(markdown.Filling{Link: links.target, ID: links.ids})
}

// numbersOf gives the numbers of pieces by what they begin with, and by each heading of so many that stands in them: one in a
// quotation begins no piece of its own.
func numbersOf(pieces []markdown.Piece, headings int) map[int]int {
	at := map[int]int{}
	for i, piece := range pieces {
		at[piece.Heading] = i
	}
	holder := 0
	for heading := range headings {
		if begun, begins := at[heading]; begins {
			holder = begun
		} else {
			at[heading] = holder
		}
	}
	return at
}

// beside gives the rows in which the pieces of two halves stand, by their numbers; -1 stands for none. A piece whose answer
// would have to stand above a row that is there already has a row of its own.
func beside(ours, theirs []markdown.Piece, answering []int, headings int) [][2]int {
	at := numbersOf(theirs, headings)
	var rows [][2]int
	next := 0 // the first of theirs without a row
	for i, piece := range ours {
		answer := piece.Heading // what stands before the first heading, and the footnotes, answer their likes
		if answer >= 0 {
			answer = answering[answer]
		}
		j, found := at[answer]
		if !found || j < next || piece.Heading >= 0 && answer < 0 {
			rows = append(rows, [2]int{i, -1})
			continue
		}
		for ; next < j; next++ {
			rows = append(rows, [2]int{-1, next})
		}
		rows = append(rows, [2]int{i, j})
		next++
	}
	for ; next < len(theirs); next++ {
		rows = append(rows, [2]int{-1, next})
	}
	return rows
}
