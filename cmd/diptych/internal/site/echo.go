package site

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// withoutEchoes leaves out what would send an editor the wrong way: a half that is there and could not be read is not missing. That
// it could not be read is among the tree's own problems.
func withoutEchoes(problems []source.Problem, tree *source.Tree) []source.Problem {
	if !source.HasErrors(tree.Problems) {
		return problems
	}
	unread := map[string]bool{}
	for _, problem := range tree.Problems {
		unread[problem.Pos.File] = unread[problem.Pos.File] || problem.Severity == source.Error
	}
	return slices.DeleteFunc(problems, func(p source.Problem) bool {
		return p.Rule == "pair-missing" && unread[otherHalf(p.Pos.File)]
	})
}

// otherHalf gives the path of the other half of a pair: content/a.en.md for content/a.fr.md.
func otherHalf(file string) string {
	for _, lang := range source.Langs() {
		if key, ok := strings.CutSuffix(file, "."+string(lang)+".md"); ok {
			return key + "." + string(lang.Other()) + ".md"
		}
	}
	return ""
}
