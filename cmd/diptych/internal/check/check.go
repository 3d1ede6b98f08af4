// Package check proves that the two halves of a page say the same, as far as that can be seen without knowing what words
// mean: which part has no answer, which number, date or link differs, where the other language was left in the text.
//
// Each rule is a file of its own with one value of type [Rule]; [Rules] lists them. A rule compares and reports, and knows
// nothing of files or severities in force. What all rules see of a page is made once, in pair.go: its blocks, aligned, with
// their numbers, words and dates read. A rule that must know the whole site studies each page and judges at the end, so
// that pages are looked at in parallel and none is kept.
//
// A rule alarms rarely or not at all: a finding that is wrong costs an editor's trust in all others. What can't be told
// from a sound page is [source.Info].
package check

import (
	"cmp"
	"context"
	"slices"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// Options are what a check depends on beside the site.
type Options struct {
	Day     civil.Date // for what is told in days
	Keys    []string   // the pairs that are asked for; none for all
	Drafts  bool       // whether pairs that are drafts as a whole are looked at too
	Release bool       // whether the site is to be published: what is stale, or was never confirmed, is an error then
}

// Pairs is what the rules found in the pairs of a site. It is immutable.
type Pairs struct {
	context *siteContext
	studies []*study // sorted by key
	judged  []source.Problem

	verdicts map[string]map[*study]verdict // by the id of a rule that judges by all pairs
}

// CheckPairs looks at the pairs of a model. before is what was found in an earlier model of the same site, or nil: pairs
// that are the same are not looked at again. If ctx is done the result is not whole.
//
// Rules that compare pages look at all pairs, whichever are asked for.
func CheckPairs(ctx context.Context, model *site.Model, options Options, before *Pairs) *Pairs {
	c := newContext(model, options)
	sources := model.Sources()
	if !options.Drafts {
		sources = slices.DeleteFunc(sources, func(s *site.Source) bool {
			return s.IsDraft() && !slices.Contains(options.Keys, s.Key)
		})
	}
	p := &Pairs{context: c, studies: make([]*study, len(sources))}
	parallel.For(len(sources), func(i int) {
		if ctx.Err() != nil {
			p.studies[i] = &study{source: sources[i], unseen: true}
			return
		}
		p.studies[i] = before.again(c, sources[i])
	})
	p.judge(ctx, before)
	return p
}

// again gives the study of a pair: that of an earlier model, which may be nil, if nothing that it follows from changed.
func (p *Pairs) again(c *siteContext, s *site.Source) *study {
	if p != nil && p.context.same(c) {
		if earlier := p.find(s.Key); earlier != nil && !earlier.unseen && earlier.source.Same(s) {
			return earlier
		}
	}
	return studyPair(c, s)
}

// find gives the study of a pair, or nil.
func (p *Pairs) find(key string) *study {
	at, found := slices.BinarySearchFunc(p.studies, key, func(s *study, key string) int { return cmp.Compare(s.source.Key, key) })
	if !found {
		return nil
	}
	return p.studies[at]
}

// judge has the rules that compare pages judge by all studies. What they found in an earlier model, which may be nil, serves where
// they would find the same.
func (p *Pairs) judge(ctx context.Context, before *Pairs) {
	p.verdicts = map[string]map[*study]verdict{}
	for i := range rules {
		if rule := &rules[i]; rule.judge != nil {
			f := &finder{rule: rule, context: p.context, ctx: ctx}
			if before != nil {
				f.before = before.verdicts[rule.ID]
			}
			rule.judge(p.studies, f)
			p.judged, p.verdicts[rule.ID] = append(p.judged, f.found...), f.verdicts
		}
	}
}

// Count gives how many pairs were looked at.
func (p *Pairs) Count() int { return len(p.studies) }

// findings gives all findings, before exceptions.
func (p *Pairs) findings() []source.Problem {
	all := slices.Clone(p.judged)
	for _, s := range p.studies {
		all = append(all, s.found...)
	}
	return all
}

// Findings gives what was found, with its severity in force and without what exceptions cover, sorted; and how many findings
// these cover.
func (p *Pairs) Findings() (findings []source.Problem, ignored int) {
	findings, ignored = settle(p.context, p.studies, p.findings(), (*Rule).looksAtPairs)
	return source.Sort(findings), ignored
}
