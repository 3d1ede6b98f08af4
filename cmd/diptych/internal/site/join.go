package site

import (
	"cmp"

	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// joiner makes pairs out of the files below content.
type joiner struct {
	drafts   drafts
	frame    *Frame
	plan     *Plan
	before   *Model // an earlier model of the site, or nil
	problems []source.Problem
}

func (j *joiner) report(problems ...source.Problem) { j.problems = append(j.problems, problems...) }

// join runs the stages: pairs, sections, addresses and orders.
func (j *joiner) join() {
	j.report(j.drafts.strays...)
	for _, d := range j.drafts.all {
		j.report(d.problems...)
	}
	j.findNext()
	j.publish()
	j.nest()
	j.address()
	j.order()
	j.findSearch()
}

// publish keeps the pairs that are part of the site on its day. What stands in the folder of a hidden index is hidden
// with it.
func (j *joiner) publish() {
	own := map[string]wording.Sentence{} // what facts say of their pair, and not of the folder above
	for _, d := range j.drafts.all {
		if why := j.hides(d.joined); !why.IsZero() {
			own[d.key] = why
		}
	}
	for i, d := range j.drafts.all {
		if d.isEmpty() {
			continue
		}
		if why := cmp.Or(own[d.key], hiddenFolder(d.key, own)); !why.IsZero() {
			j.plan.hidden[d.key] = why
			continue
		}
		j.checkExpired(d.joined)
		j.report(d.unfinished...)
		j.add(d, i)
	}
}

// add makes a draft, at its index among them, one of the published pairs.
func (j *joiner) add(d *draftPair, index int) {
	pair := newPair(d, index, len(j.plan.Pairs), j.plan.styles)
	j.takeRanks(pair)
	j.plan.Pairs = append(j.plan.Pairs, pair)
	j.plan.places.ordinals[d.key] = pair.ordinal
}

// newPair makes a pair of a draft at an index among them, for a place among the published.
func newPair(d *draftPair, index, ordinal int, styles *[2]style) *Pair {
	pair := &Pair{Key: d.key, Facts: d.joined, heads: d.heads, draft: index, ordinal: ordinal}
	for _, lang := range source.Langs() {
		page := pair.Page(lang)
		page.Pair, page.Lang, page.Half = pair, lang, d.half(lang)
		if d.joined.Typography {
			page.rules = &styles[place(lang)].rules
		}
	}
	return pair
}

// takeRanks takes over what an earlier model knows the pair to be sorted by.
func (j *joiner) takeRanks(pair *Pair) {
	if j.before == nil || *j.before.styles != *j.plan.styles {
		return
	}
	if earlier := j.before.counterpart(pair); earlier != nil && earlier.heads == pair.heads {
		for i := range pair.pages {
			pair.pages[i].rank = earlier.pages[i].rank
		}
	}
}

// hides says why facts keep a pair out of the site, or nothing.
func (j *joiner) hides(f *content.Facts) wording.Sentence {
	switch day := j.plan.Day; {
	case f.Draft && !j.plan.options.Drafts:
		return wording.Sprintf("it is a draft")
	case f.PublishDate.After(day):
		return wording.Sprintf("it is published on %s", f.PublishDate)
	case !f.ExpiryDate.IsZero() && !f.ExpiryDate.After(day):
		return wording.Sprintf("it expired on %s", f.ExpiryDate)
	default:
		return wording.Sentence{}
	}
}

// hiddenFolder says why the folder of a key is not part of the site, or nothing. hidden says why index pages are not.
func hiddenFolder(key string, hidden map[string]wording.Sentence) wording.Sentence {
	folder := parent(key)
	if isIndex(key) {
		folder = parent(folder)
	}
	for ; folder != "" && len(hidden) > 0; folder = parent(folder) {
		if why := hidden[folder+"/"+index]; !why.IsZero() {
			return wording.Sprintf("the page of its folder is not there: %s", why)
		}
	}
	return wording.Sentence{}
}

// checkExpired finds an exemption past its last day.
func (j *joiner) checkExpired(f *content.Facts) {
	if e := f.Exempt; e != nil && !e.Until.IsZero() && e.Until.Before(j.plan.Day) {
		j.report(source.Errorf("exempt", e.Pos, "the exemption ended on %s; %s answers for it", e.Until, e.Owner).
			WithHint("write the missing half, or agree on a new day with its owner"))
	}
}

// findNext finds the next day on which the site changes by itself.
func (j *joiner) findNext() {
	draftFolders := map[string]bool{}
	for _, d := range j.drafts.all {
		if d.joined.Draft && !j.plan.options.Drafts && isIndex(d.key) {
			draftFolders[parent(d.key)] = true
		}
	}
	for _, d := range j.drafts.all {
		if d.isEmpty() || !j.plan.options.Drafts && (d.joined.Draft || isBelow(d.key, draftFolders)) {
			continue
		}
		for _, day := range d.joined.Changes(j.plan.Day) {
			if next := j.plan.Next; next.IsZero() || day.Before(next) {
				j.plan.Next = day
			}
		}
	}
}

// isBelow tells whether a key stands in one of the folders, or below it. The home page opens no folder.
func isBelow(key string, folders map[string]bool) bool {
	for folder := parent(key); folder != "" && len(folders) > 0; folder = parent(folder) {
		if folders[folder] {
			return true
		}
	}
	return false
}
