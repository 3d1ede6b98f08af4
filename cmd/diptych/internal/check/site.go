package check

import (
	"context"
	"slices"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Report is what a check of a whole site found. It is immutable.
type Report struct {
	Findings []source.Problem   // sorted: what a build tells as well, and what the rules found
	Ignored  int                // findings that an exception with a reason covers
	Pairs    int                // that were looked at
	LeftOut  []wording.Sentence // what could not be looked at, and why
}

// Site checks a whole site: its pairs, its messages and, where it has layouts, its outputs. The error says that ctx was
// done, or that a file could not be read.
func Site(ctx context.Context, s *build.Site, options Options) (Report, error) {
	pairs := CheckPairs(ctx, s.Model(), options, nil)
	c := &siteChecker{site: s, pairs: pairs, found: pairs.findings()}
	if err := c.look(ctx); err != nil {
		return Report{}, err
	}
	findings, ignored := settle(pairs.context, pairs.studies, c.found, func(*Rule) bool { return true })
	findings = append(findings, checkPolicies(pairs.context, pairs.studies)...)
	findings = slices.Concat(findings, c.told)
	return Report{
		Findings: source.Sort(asked(findings, pairs)), Ignored: ignored, Pairs: countAsked(pairs), LeftOut: c.leftOut,
	}, ctx.Err()
}

// look has the rules look at what is not in pairs.
func (c *siteChecker) look(ctx context.Context) error {
	c.checkMessages()
	if !c.hasLayouts() {
		return c.checkBodies(ctx)
	}
	return c.checkOutputs(ctx)
}

// siteChecker is one check of a site.
type siteChecker struct {
	site    *build.Site
	pairs   *Pairs
	found   []source.Problem // by rules
	told    []source.Problem // by the rooms above, as in any build
	leftOut []wording.Sentence
}

// asked leaves out what concerns no page that was asked for, save errors in config.toml, which concern all of them.
func asked(findings []source.Problem, pairs *Pairs) []source.Problem {
	keys := pairs.context.options.Keys
	if len(keys) == 0 {
		return findings
	}
	files := map[string]bool{}
	for _, s := range pairs.studies {
		if slices.Contains(keys, s.source.Key) {
			for _, file := range s.source.Files() {
				files[file] = true
			}
		}
	}
	return slices.DeleteFunc(findings, func(p source.Problem) bool {
		return !files[p.Pos.File] && !files[p.Peer.File] && !(p.Severity == source.Error && p.Pos.File == source.ConfigFile)
	})
}

func countAsked(pairs *Pairs) int {
	if keys := pairs.context.options.Keys; len(keys) > 0 {
		return len(keys)
	}
	return pairs.Count()
}
