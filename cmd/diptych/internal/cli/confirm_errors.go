package cli

import (
	"context"
	"io"
	"slices"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// pairErrors gives the errors of pairs, by their keys: those that a check finds, and those of rendering them. The error says
// that ctx was done, or that a file could not be read.
func (d *desk) pairErrors(ctx context.Context, pairs []*site.Source) (map[string][]source.Problem, error) {
	keys := make([]string, len(pairs))
	for i, pair := range pairs {
		keys[i] = pair.Key
	}
	report, err := check.Site(ctx, d.site, check.Options{Day: d.day, Keys: keys, Drafts: true})
	if err != nil {
		return nil, err
	}
	rendered := make([][]source.Problem, len(pairs))
	parallel.For(len(pairs), func(i int) { rendered[i] = d.render(pairs[i]) })
	return errorsOf(pairs, slices.Concat(append(rendered, report.Findings)...)), nil
}

// errorsOf gives the errors among problems that concern a file of a pair, by the keys of the pairs.
func errorsOf(pairs []*site.Source, problems []source.Problem) map[string][]source.Problem {
	owner := map[string]string{}
	for _, pair := range pairs {
		for _, file := range pair.Files() {
			owner[file] = pair.Key
		}
	}
	found := map[string][]source.Problem{}
	for _, p := range problems {
		if p.Severity != source.Error || p.Rule == check.Stale { // to confirm is what mends a stale pair
			continue
		}
		for _, file := range slices.Compact([]string{p.Pos.File, p.Peer.File}) {
			if key, ours := owner[file]; ours && !slices.Contains(found[key], p) {
				found[key] = append(found[key], p)
			}
		}
	}
	return found
}

// render gives what is wrong with the pages of a pair. A pair that is not published has none.
func (d *desk) render(s *site.Source) []source.Problem {
	var problems []source.Problem
	if pair, published := d.model().Pair(s.Key); published && pair.Key == s.Key {
		for _, lang := range source.Langs() {
			found, _ := d.site.Output(pair.Page(lang).Output, io.Discard) // there is such an output, and writing to nowhere can't fail
			problems = append(problems, found...)
		}
	}
	return problems
}
