package site

import (
	"slices"

	"diptych/cmd/diptych/internal/markdown"
)

// Layouts is what a page asks about the layouts of its site.
type Layouts interface {
	Has(name string) bool // whether there is a layout of that name
	HasID(id string) bool // whether a layout writes an element of that id
}

// ShownBy tells the view which layouts show it.
func (v *View) ShownBy(layouts Layouts) { v.layouts = layouts }

// turns gives what leads from each heading of the page's body to the other half: to the part that answers it, or else to the
// page. It is nil where there is no other half to read.
func (v *View) turns(ours []markdown.Heading) func(heading int) markdown.Turn {
	other := v.page.Other()
	if v.Other == nil || other.Half == nil {
		return nil
	}
	theirs := v.model.headingsAside(other)
	answering := answers(ours, theirs)
	return func(heading int) markdown.Turn {
		turn := markdown.Turn{
			Address: v.Other.Href, Lang: string(v.Other.Lang), Tag: v.Other.Tag, Name: v.Other.Name, Title: v.Other.Title,
		}
		if at := answering[heading]; at >= 0 {
			answer := theirs[at]
			turn.Address, turn.Title = v.Other.Href+"#"+answer.ID, answer.Text
			turn.Alias = v.alias(answer.ID, ours)
		}
		return turn
	}
}

// alias gives the id of a part of the other half if it is free on this page, so that an address with the other half's
// fragment leads to the same part here; else "".
func (v *View) alias(id string, ours []markdown.Heading) string {
	if slices.ContainsFunc(ours, func(h markdown.Heading) bool { return h.ID == id }) ||
		v.layouts != nil && v.layouts.HasID(id) {
		return ""
	}
	return id
}
