package publish

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"
)

// extrasIn finds the files of others where a generation is by now. What it has of ours is not looked at again.
func (g generation) extrasIn(folder string) ([]string, error) {
	there, err := checkOurs(folder)
	if err != nil || !there {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(folder, marker))
	if err != nil {
		return nil, err
	}
	if g.named == nil || string(text) != g.text { // somebody was at it
		now, err := look(folder, time.Time{})
		return now.extras, err
	}
	g.folder = folder
	found, err := (&search{of: &g}).all()
	g.take(found.extras)
	return g.extras, err
}

// take tells files of others from those that a killed build had begun to copy.
func (g *generation) take(extras []string) {
	slices.Sort(extras)
	isPartial := func(name string) bool { return path.Base(name) == partial }
	g.partial = slices.DeleteFunc(slices.Clone(extras), func(name string) bool { return !isPartial(name) })
	g.extras = slices.DeleteFunc(extras, isPartial)
}

// below calls do for each file below a folder of a generation, with its path.
func below(root, folder string, do func(path string)) error {
	entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(folder)))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		path := join(folder, entry.Name())
		if path == inner {
			continue
		}
		if !entry.IsDir() {
			do(path)
			continue
		}
		if err := below(root, path, do); err != nil {
			return err
		}
	}
	return nil
}
