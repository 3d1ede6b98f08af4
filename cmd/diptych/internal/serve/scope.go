package serve

import (
	"cmp"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// half names a page: the key of its pair, and its language.
type half struct {
	key  string
	lang source.Lang
}

// scope tells in which files a mistake concerns a page: those of its pair, and all outside content, which every page is
// made with. The zero scope is that of a page which comes from no pair.
type scope struct {
	files []string // what the files of its pair, and perhaps of the sections above, begin with
}

// scopeOf gives the scope of a page.
func scopeOf(page half) scope { return scope{files: []string{"content/" + page.key + "."}} }

// wideScopeOf takes in the sections above, whose slugs are part of the page's address. The home page has none.
func wideScopeOf(page half) scope {
	c := scopeOf(page)
	for i, r := range page.key {
		if r == '/' {
			c.files = append(c.files, "content/"+page.key[:i]+"/index.")
		}
	}
	return c
}

// covers tells whether a mistake in a file concerns the page.
func (c scope) covers(file string) bool {
	if !strings.HasPrefix(file, "content/") {
		return true
	}
	return slices.ContainsFunc(c.files, func(start string) bool {
		rest, ok := strings.CutPrefix(file, start)
		return ok && !strings.Contains(rest, "/")
	})
}

// broken tells whether one of some problems is an error that concerns the page.
func (c scope) broken(problems []source.Problem) bool {
	return slices.ContainsFunc(problems, func(p source.Problem) bool {
		return p.Severity == source.Error && c.covers(p.Pos.File)
	})
}

// split tells the problems that concern a page, those of its own making among them, from all others. Of these, errors
// come first.
func (c scope) split(problems, own []source.Problem) (errors, warnings, others []source.Problem) {
	for _, problem := range problems {
		switch {
		case !c.covers(problem.Pos.File) && !slices.Contains(own, problem):
			others = append(others, problem)
		case problem.Severity == source.Error:
			errors = append(errors, problem)
		default:
			warnings = append(warnings, problem)
		}
	}
	slices.SortStableFunc(others, func(a, b source.Problem) int { return cmp.Compare(weight(a), weight(b)) })
	return errors, warnings, others
}

// weight is less for what keeps the site from being published.
func weight(problem source.Problem) int {
	if problem.Severity == source.Error {
		return 0
	}
	return 1
}
