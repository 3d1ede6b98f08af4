package check

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// mostPages is on how many pages the same finding is told at each of them. On more it is the layout's.
const mostPages = 3

// pageFinding is a finding on a page as it is published, before it is known where in the source it comes from.
type pageFinding struct {
	rule          *Rule
	path          string
	mark          mark
	kind          wording.Phrase // what the message says of any page
	message, hint wording.Sentence
}

// pageFinder takes the findings of one rule on pages as they are published.
type pageFinder struct {
	outputs *outputs
	rule    *Rule
	path    string
	anchors []anchor
	found   []pageFinding
}

// find reports a finding on the page that is looked at. The message must not name the page: findings with the same message
// on many pages are one.
func (f *pageFinder) find(at mark, format wording.Phrase, args ...any) *pageFinding {
	return f.findOn(f.path, at, format, args...)
}

func (f *pageFinder) findOn(path string, at mark, format wording.Phrase, args ...any) *pageFinding {
	f.found = append(f.found, pageFinding{rule: f.rule, path: path, mark: at, kind: format, message: wording.Sprintf(format, args...)})
	return &f.found[len(f.found)-1]
}

// to says what to do about a finding.
func (p *pageFinding) to(hint wording.Phrase, args ...any) { p.hint = wording.Sprintf(hint, args...) }

// settle gives findings their places. What the author of a page wrote is told there, each; what a layout has, once.
func (o *outputs) settle(all []pageFinding) []source.Problem {
	slices.SortStableFunc(all, func(a, b pageFinding) int { return cmp.Or(a.compareKind(b), a.compare(b)) })
	var settled []source.Problem
	for kind := range groups(all, pageFinding.compareKind) {
		var rest []pageFinding
		for same := range groups(kind, pageFinding.compare) {
			placed, left := o.place(same)
			settled, rest = append(settled, placed...), append(rest, left...)
		}
		settled = append(settled, o.placeRest(rest)...)
	}
	return settled
}

// groups gives the stretches of a sorted list whose elements are equal.
func groups(all []pageFinding, compare func(a, b pageFinding) int) iter.Seq[[]pageFinding] {
	return func(yield func([]pageFinding) bool) {
		for from, to := 0, 0; from < len(all); from = to {
			for to = from; to < len(all) && compare(all[from], all[to]) == 0; to++ {
			}
			if !yield(all[from:to:to]) {
				return
			}
		}
	}
}

// compareKind orders findings by what they say of any page.
func (p pageFinding) compareKind(other pageFinding) int {
	return cmp.Or(cmp.Compare(p.rule.ID, other.rule.ID), cmp.Compare(p.kind, other.kind))
}

// compare orders findings of one kind by what they say of their page.
func (p pageFinding) compare(other pageFinding) int {
	return cmp.Or(cmp.Compare(p.message.English, other.message.English), cmp.Compare(p.mark.address, other.mark.address),
		cmp.Compare(p.mark.fragment, other.mark.fragment), cmp.Compare(p.mark.id, other.mark.id), cmp.Compare(p.mark.element, other.mark.element))
}

// place gives the problems that the same finding on some pages comes to, where it is written in the text of a page or in a
// layout, or stands on so many pages that it is the layout's; and the findings that are left.
func (o *outputs) place(same []pageFinding) (placed []source.Problem, left []pageFinding) {
	for _, p := range same {
		if pos := o.inBody(p); !pos.IsZero() {
			placed = append(placed, p.at(pos))
		} else {
			left = append(left, p)
		}
	}
	if len(left) == 0 {
		return placed, nil
	}
	layout := o.site.Layouts().Find(left[0].mark.find, o.layoutNames(left)...)
	if layout.IsZero() && countPages(left) > mostPages {
		layout = o.layoutOf(left)
	}
	if layout.IsZero() {
		return placed, left
	}
	return append(placed, onPages(left, layout)), nil
}

// placeRest gives the problems for findings of one kind that say something else of each page, and are written nowhere: if
// there are many, a layout makes them out of what it is given.
func (o *outputs) placeRest(rest []pageFinding) []source.Problem {
	if countPages(rest) > mostPages {
		one := rest[0]
		one.message = wording.Sprintf("%s (and the like, on %d pages)", one.message, countPages(rest))
		return []source.Problem{one.at(o.layoutOf(rest))}
	}
	var placed []source.Problem
	for _, p := range rest {
		file, layout := o.fileOf(p.path), o.layoutAt(p.path)
		one := p.at(file)
		if layout != file {
			one.Peer = layout
		}
		placed = append(placed, one)
	}
	return placed
}

// onPages gives the one problem for a finding on several pages.
func onPages(same []pageFinding, pos source.Pos) source.Problem {
	one := same[0]
	if pages := countPages(same); pages > 1 {
		one.message = wording.Sprintf("%s (on %d pages)", one.message, pages)
	}
	return one.at(pos)
}

// countPages counts the pages of findings.
func countPages(found []pageFinding) int {
	pages := map[string]bool{}
	for _, p := range found {
		pages[p.path] = true
	}
	return len(pages)
}

func (p pageFinding) at(pos source.Pos) source.Problem {
	return source.Problem{Rule: p.rule.ID, Severity: p.rule.Severity, Pos: pos, Message: p.message, Hint: p.hint}
}

// fileOf gives the file that a page comes from.
func (o *outputs) fileOf(path string) source.Pos { return source.Pos{File: o.site.Origin(path).File} }

// layoutOf gives the layout that shows the pages; where they are of several, what these share.
func (o *outputs) layoutOf(found []pageFinding) source.Pos {
	if _, shared := o.site.Model().File("layouts/base.html"); shared && len(o.layoutNames(found)) > 1 {
		return source.Pos{File: "layouts/base.html"}
	}
	return o.layoutAt(found[0].path)
}

// layoutNames gives the names of the layouts that show the pages, sorted.
func (o *outputs) layoutNames(found []pageFinding) []string {
	var names []string
	for _, p := range found {
		name := strings.TrimSuffix(strings.TrimPrefix(o.layoutAt(p.path).File, "layouts/"), ".html")
		if at, known := slices.BinarySearch(names, name); !known {
			names = slices.Insert(names, at, name)
		}
	}
	return names
}

// layoutAt gives the layout that shows a page.
func (o *outputs) layoutAt(path string) source.Pos {
	if page, ok := o.site.Model().PageAt(path); ok {
		return source.Pos{File: "layouts/" + page.Layout() + ".html"}
	}
	if _, both := o.site.Model().BilingualAt(path); both {
		return source.Pos{File: "layouts/" + site.BilingualLayout + ".html"}
	}
	return o.fileOf(path)
}

// inBody gives the place in the text of a page, or of either half of a page of both, where a finding was written; zero if it
// was not written there.
func (o *outputs) inBody(p pageFinding) source.Pos {
	model := o.site.Model()
	if page, ok := model.PageAt(p.path); ok {
		return o.inHalf(page, p.mark)
	}
	if pair, ok := model.BilingualAt(p.path); ok {
		for _, lang := range source.Langs() {
			own := p.mark
			own.id, own.fragment = strings.TrimPrefix(own.id, site.IDPrefix(lang)), strings.TrimPrefix(own.fragment, site.IDPrefix(lang))
			if pos := o.inHalf(pair.Page(lang), own); !pos.IsZero() {
				return pos
			}
		}
		return source.Pos{}
	}
	if file := o.fileOf(p.path); strings.HasPrefix(file.File, "static/") {
		return file
	}
	return source.Pos{}
}

// inHalf gives the place in the text of a half where a mark is written; zero if it is not.
func (o *outputs) inHalf(page *site.Page, m mark) source.Pos {
	if page.Half == nil {
		return source.Pos{}
	}
	model := o.site.Model()
	if m.id != "" {
		for _, heading := range model.Headings(page) {
			if heading.ID == m.id {
				return source.Pos{File: page.Half.File, Line: heading.Line}
			}
		}
	}
	pair, _ := model.Source(page.Key)
	body := pair.Body(page.Lang)
	if at := m.find(body); at >= 0 {
		return placeIn(page.Half.BodyPos, body, at)
	}
	return source.Pos{}
}

// placeIn gives the place of an offset in a text that begins at a place, on a line of its own.
func placeIn(start source.Pos, text string, at int) source.Pos {
	before := text[:at]
	return source.Pos{
		File: start.File, Line: max(start.Line, 1) + strings.Count(before, "\n"),
		Column: utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1,
	}
}
