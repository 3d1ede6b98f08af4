package check

import (
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// study is what was found in one pair, and what was kept of it for the rules that judge by all pairs.
type study struct {
	source     *site.Source
	unseen     bool // whether there was no time to look at it
	found      []source.Problem
	kept       map[string]any // by the id of a rule
	exceptions []exception
}

// studyPair has each rule look at a pair.
func studyPair(c *siteContext, s *site.Source) *study {
	if s.IsMisread() {
		return &study{source: s} // its blocks are not those that the author means
	}
	p := newPair(c, s)
	p.excepts = held(exceptionsOf(p))
	made := &study{source: s, kept: map[string]any{}, exceptions: p.excepts}
	for i := range rules {
		rule := &rules[i]
		if rule.pair != nil {
			f := &finder{rule: rule, context: c}
			rule.pair(p, f)
			made.found = append(made.found, f.found...)
		}
		if rule.study != nil {
			made.kept[rule.ID] = rule.study(p)
		}
	}
	return made
}

// kept gives what a rule kept of each pair.
func kept[T any](studies []*study, id string) []T {
	all := make([]T, 0, len(studies))
	for _, s := range studies {
		if one, ok := s.kept[id].(T); ok {
			all = append(all, one)
		}
	}
	return all
}
