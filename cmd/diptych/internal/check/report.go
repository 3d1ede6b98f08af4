package check

import (
	"slices"

	"diptych/cmd/diptych/internal/policy"
	"diptych/cmd/diptych/internal/source"
)

// settle gives findings their severities in force and takes out those that exceptions cover. It tells how many these are.
// looked tells whether a rule has looked at all that an exception from it may cover.
func settle(c *siteContext, studies []*study, findings []source.Problem, looked func(*Rule) bool) (settled []source.Problem, ignored int) {
	exceptions, policies := gather(studies)
	used := make([]bool, len(exceptions))
	for _, p := range findings {
		level := levelOf(c, policies, p)
		if level == policy.Off {
			continue
		}
		if cover(exceptions, used, p) {
			ignored++
			continue
		}
		p.Severity = source.Severity(level)
		settled = append(settled, p)
	}
	return append(settled, judgeExceptions(exceptions, used, looked)...), ignored
}

// gather gives the exceptions of all pairs, and what pages say of severities, by their files.
func gather(studies []*study) ([]exception, map[string]policy.Policy) {
	var exceptions []exception
	policies := map[string]policy.Policy{}
	for _, s := range studies {
		exceptions = append(exceptions, s.exceptions...)
		if s.source == nil || len(s.source.Facts.Check.Severities) == 0 {
			continue
		}
		for _, lang := range source.Langs() {
			if front := s.source.Front(lang); front != nil {
				policies[front.File] = s.source.Facts.Check
			}
		}
	}
	return exceptions, policies
}

// levelOf gives how severe a finding is to be: as its page says, or else config.toml, or else its rule.
func levelOf(c *siteContext, policies map[string]policy.Policy, p source.Problem) policy.Level {
	if level, stated := policies[p.Pos.File].Level(p.Rule); stated {
		return level
	}
	if level, stated := c.config.Check.Level(p.Rule); stated {
		return level
	}
	return policy.Level(p.Severity)
}

// cover notes the exceptions that cover a finding, and tells whether there are any.
func cover(exceptions []exception, used []bool, p source.Problem) bool {
	covered := false
	for i, e := range exceptions {
		if e.covers(p) {
			used[i], covered = true, true
		}
	}
	return covered
}

// checkPolicies tells of severities for rules that there are none of, or that have but one.
func checkPolicies(c *siteContext, studies []*study) []source.Problem {
	stated := slices.Clone(c.config.Check.Severities)
	for _, s := range studies {
		if s.source != nil {
			stated = append(stated, s.source.Facts.Check.Severities...)
		}
	}
	var told []source.Problem
	for _, severity := range stated {
		switch rule, known := Find(severity.Rule); {
		case !known:
			told = append(told, unknownRule("check", severity.Rule, severity.Pos))
		case rule.isToldElsewhere():
			told = append(told, source.Warnf("check", severity.Pos, "`%s` is told in every build, always as an error", severity.Rule).
				WithHint("mend what it tells of, and take this out"))
		}
	}
	return told
}
