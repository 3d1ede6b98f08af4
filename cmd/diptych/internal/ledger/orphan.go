package ledger

import "diptych/cmd/diptych/internal/source"

// Orphans tells of the locks in a tree that belong to no pair, most often since the key of the pair was changed.
func Orphans(tree *source.Tree, isPair func(key string) bool) []source.Problem {
	var problems []source.Problem
	for _, file := range tree.Below(Folder) {
		if key := KeyOf(file.Path); key != "" && !isPair(key) {
			problems = append(problems, source.Warnf("lock", source.Pos{File: file.Path}, "there is no page %q, to which this lock belongs", key).
				WithHint("if the page has another key now, say `diptych confirm --moved %s NEW`; if it was removed, remove this file", key))
		}
	}
	return problems
}
