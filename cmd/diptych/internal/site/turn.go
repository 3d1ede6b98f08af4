package site

import (
	"diptych/cmd/diptych/internal/markdown"
)

// Layouts is what a page asks about the layouts of its site.
type Layouts interface {
	Has(name string) bool // whether there is a layout of that name
	HasID(id string) bool // whether a layout writes an element of that id
}

// Show tells a view which layouts show it. It is no method, since all methods of a view are the layouts' own.
func Show(v *View, layouts Layouts) { v.layouts = layouts }

// turns gives what leads from each heading of the page's body to the other half: to the part that answers it, or else to the
// page. It is nil where there is no other half to read. An id of the other half that is free on this page becomes a second id
// of the part here, so that an address with the other half's fragment leads to it.
func (v *View) turns(ours []markdown.Heading) func(heading int) markdown.Turn {
	other := v.page.Other()
	if v.Other == nil || other.Half == nil {
		return nil
	}
	theirs := v.model.headingsOfPair(other)
	answering, taken := answers(ours, theirs), make(map[string]bool, len(ours))
	for _, heading := range ours {
		taken[heading.ID] = true
	}
	return func(heading int) markdown.Turn {
		turn := markdown.Turn{
			Address: v.Other.Href, Lang: string(v.Other.Lang), Tag: v.Other.Tag, Name: v.Other.Name, Title: v.Other.Title,
		}
		if at := answering[heading]; at >= 0 {
			answer := theirs[at]
			turn.Address, turn.Title = v.Other.Href+"#"+answer.ID, answer.Text
			if !taken[answer.ID] && !v.isOfLayout(answer.ID) {
				turn.Alias = answer.ID
			}
		}
		return turn
	}
}

// isOfLayout tells whether an id is that of an element which a layout writes.
func (v *View) isOfLayout(id string) bool { return v.layouts != nil && v.layouts.HasID(id) }
