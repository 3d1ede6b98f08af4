package site

import (
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// Common is what a page has in common with others. What follows from it alone is equal on all of them, so that a layout
// need write it only once; [Share] tells what does.
type Common struct {
	Kind      string
	Lang      source.Lang
	Both      bool // whether the page speaks both languages
	Draft     bool
	Alone     bool
	Event     bool // whether there is one, as all that follows
	Documents bool

	root, top string // the way to the site's root, and in a site that opens from a folder, the first folder on the way from there
	frame     *Frame
	plan      *Plan
}

// CommonOf gives what a view's page has in common with others. It is no method, since all methods of a view are the
// layouts' own.
func CommonOf(v *View) Common {
	c := Common{
		Kind: v.Kind, Lang: v.Lang, Both: v.Other == nil, Draft: v.Draft, Alone: v.Alone(),
		root: v.model.Root(v.output), frame: v.model.Frame, plan: v.model.Plan,
	}
	if facts := v.facts(); facts != nil {
		c.Event, c.Documents = hasMeeting(facts), len(facts.Documents) > 0
	}
	if v.model.Config.BaseURL.IsFolder() {
		c.top, _, _ = strings.Cut(v.output, "/")
	}
	return c
}

// facts gives those of the page, or of the pair; nil on pages that come from none.
func (v *View) facts() *Facts {
	switch {
	case v.page != nil:
		return v.page.Facts
	case v.pair != nil:
		return v.pair.Facts
	}
	return nil
}

// Silent gives a view of the same page that reports nothing, for what is asked of it beside the page.
func Silent(v *View) *View {
	silent := *v
	silent.report, silent.halves = func(source.Problem) {}, nil
	return &silent
}

// SameSite tells whether two pages are of the same version of a site, as far as what they have in common follows from it.
func (c Common) SameSite(other Common) bool { return c.frame == other.frame && c.plan == other.plan }

// Share is what a value that a layout names is to pages that have the same Common.
type Share int

const (
	Own       Share = iota // the page's own; there may be none on one of the pages
	AllOrNone              // its own, but all of them have one, or none has; who asks for it may be told of a problem
	Equal                  // equal on all of them
	TheView                // the view of each of them
	TheSite                // its .Site
	TheOther               // its .Other, which all of them have, or none
	TheHalves              // its .Halves, of the same languages
	TheHalf                // a certain one of these
)

// Member tells what becomes of a value by a name behind it. A method that takes arguments is Equal for equal ones. What
// reports problems of the page is Own.
func (s Share) Member(name string) Share {
	switch s {
	case Equal:
		return Equal
	case TheView:
		return ofView(name)
	case TheSite:
		return equalIf(name, "Title", "Description", "Notice", "Params")
	case TheOther:
		return equalIf(name, "Lang", "Tag", "OpenGraph", "Name", "T", "HasNews")
	case TheHalf:
		if name == "Site" {
			return TheSite
		}
		return max(equalIf(name, "Lang", "Tag", "Home", "Draft", "T"), allOrNone(name))
	}
	return Own
}

func ofView(name string) Share {
	switch name {
	case "Site":
		return TheSite
	case "Other":
		return TheOther
	case "Halves":
		return TheHalves
	}
	return max(equalIf(name, "Kind", "Lang", "Tag", "OpenGraph", "Home", "Draft", "Alone", "Feeds", "Calendars"), allOrNone(name))
}

func allOrNone(name string) Share {
	if name == "Event" || name == "Documents" {
		return AllOrNone
	}
	return Own
}

func equalIf(name string, names ...string) Share {
	for _, equal := range names {
		if name == equal {
			return Equal
		}
	}
	return Own
}
