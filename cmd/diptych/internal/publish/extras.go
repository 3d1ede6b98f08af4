package publish

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"diptych/cmd/diptych/internal/parallel"
)

// findExtras looks for files of others. It looks everywhere and at no times: a file that is forgotten is lost.
func (g *generation) findExtras(known manifest, inside map[string]bool) error {
	all := make([]string, 0, len(inside))
	for folder := range inside {
		all = append(all, folder)
	}
	var mu sync.Mutex
	var failed error
	parallel.For(len(all), func(i int) {
		found, err := g.extrasIn(all[i], known, inside)
		if len(found) > 0 || err != nil {
			mu.Lock()
			defer mu.Unlock()
			g.extras, failed = append(g.extras, found...), errors.Join(failed, err)
		}
	})
	slices.Sort(g.extras)
	isPartial := func(name string) bool { return path.Base(name) == partial }
	g.partial = slices.DeleteFunc(slices.Clone(g.extras), func(name string) bool { return !isPartial(name) })
	g.extras = slices.DeleteFunc(g.extras, isPartial)
	return failed
}

// extrasIn gives the files of others in one folder of ours, and below those that are not ours.
func (g *generation) extrasIn(folder string, known manifest, inside map[string]bool) ([]string, error) {
	info, err := os.Lstat(g.name(folder))
	if err != nil || !info.IsDir() {
		return nil, nil // what is gone holds nothing, and what is no folder is found in the one above it
	}
	entries, err := os.ReadDir(g.name(folder))
	if err != nil {
		return nil, err
	}
	var found []string
	for _, entry := range entries {
		path := join(folder, entry.Name())
		_, ours := known[path]
		switch {
		case path == marker || path == inner || inside[path] && entry.IsDir() || ours && !entry.IsDir():
		case entry.IsDir():
			err = errors.Join(err, below(g.folder, path, func(path string) { found = append(found, path) }))
		default:
			found = append(found, path)
		}
	}
	return found, err
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

// join puts a name behind a folder's path.
func join(folder, name string) string {
	if folder == "." {
		return name
	}
	return folder + "/" + name
}
