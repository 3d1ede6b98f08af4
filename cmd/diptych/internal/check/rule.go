package check

import (
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Rule is one thing that is looked for. It is found by one of its functions, all of which may be nil where another room
// tells of it.
type Rule struct {
	ID       string // in kebab-case, for good: exceptions and configurations name it
	Severity source.Severity
	Summary  wording.Phrase // what it finds, without a full stop
	Reason   wording.Phrase // why that matters, and what it may get wrong; whole sentences

	pair  func(p *pair, f *finder)          // looks at one pair
	mend  func(b *block) []edit             // mends what it finds, where that is safe
	study func(p *pair) any                 // keeps of one pair what judge needs
	judge func(studies []*study, f *finder) // looks at what was kept of all pairs

	messages func(m *messages, f *finder)       // looks at the catalogues
	page     func(p *outputPage, f *pageFinder) // looks at one page as it is published
	pages    func(o *outputs, f *pageFinder)    // looks at what was kept of all these
}

// Rules gives all rules, sorted by their ids.
func Rules() []*Rule {
	list := make([]*Rule, len(rules))
	for i := range rules {
		list[i] = &rules[i]
	}
	return list
}

// Find finds a rule by its id.
func Find(id string) (*Rule, bool) {
	for i := range rules {
		if rules[i].ID == id {
			return &rules[i], true
		}
	}
	return nil, false
}

// ids gives the ids of all rules.
func ids() []string {
	list := make([]string, len(rules))
	for i := range rules {
		list[i] = rules[i].ID
	}
	return list
}

// isToldElsewhere tells whether other rooms tell of it, in every build: then neither severity nor exceptions are ours to give.
func (r *Rule) isToldElsewhere() bool {
	return r.pair == nil && r.judge == nil && r.messages == nil && r.page == nil && r.pages == nil
}

// bends tells whether exceptions can be made from the rule: not from what every build tells, nor from what was confirmed,
// which is what a release is refused for.
func (r *Rule) bends() bool { return !r.isToldElsewhere() && r.ID != Stale }

// looksAtPairs tells whether the rule looks at pairs, and neither at messages nor at outputs.
func (r *Rule) looksAtPairs() bool { return r.pair != nil || r.judge != nil }

// Mends tells whether `--fix` mends what the rule finds.
func (r *Rule) Mends() bool { return r.mend != nil }
