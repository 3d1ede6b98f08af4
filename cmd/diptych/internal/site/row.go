package site

import (
	"html/template"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

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
