package watch

import (
	"slices"
	"strings"
)

// belongs tells whether a path is part of the site: one of the files, or at or below one of the folders with no name on
// the way that is hidden or is left by an editor while it saves.
func (o Options) belongs(path string) bool {
	top, rest, nested := strings.Cut(path, "/")
	if !nested && slices.Contains(o.Files, path) {
		return true
	}
	if !slices.Contains(o.Folders, top) {
		return false
	}
	for way := top; nested; {
		var name string
		name, rest, nested = strings.Cut(rest, "/")
		way += "/" + name
		if passing(name) && !slices.Contains(o.Hidden, way) {
			return false
		}
	}
	return true
}

// passing tells whether a name is hidden, or is that of a backup (gedit, vim, Emacs: `name~`) or of what Emacs saves by
// itself (`#name#`). Other names that editors use for a moment are told as any other: who looks finds nothing there.
func passing(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}
