package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/source"
)

// drafts are all pairs on their way, published or not, and what below content is part of none.
type drafts struct {
	all    []*draftPair // sorted by key
	strays []source.Problem
}

// readDrafts reads what is below content. What did not change since an earlier model, which may be nil, is taken from
// there. Lean is that of the options.
func readDrafts(tree *source.Tree, lean bool, before *Model) drafts {
	files, locks := tree.Below(contentFolder), tree.Below(ledger.Folder)
	if before != nil {
		filesBefore, locksBefore := before.tree.Below(contentFolder), before.tree.Below(ledger.Folder)
		if samePaths(files, filesBefore) && samePaths(locks, locksBefore) {
			return before.drafts.renewed(changes(files, filesBefore, locks, locksBefore))
		}
	}
	read := group(files, locks)
	parallel.For(len(read.all), func(i int) {
		var earlier *draftPair
		if before != nil {
			earlier = before.drafts.find(read.all[i].key)
		}
		if earlier != nil && earlier.files == read.all[i].files {
			read.all[i] = earlier
			return
		}
		read.all[i].read(earlier)
		if lean {
			read.all[i].letGo()
		}
	})
	return read
}

// samePaths tells whether two lists have files of the same paths.
func samePaths(a, b []*source.File) bool {
	return slices.EqualFunc(a, b, func(one, other *source.File) bool { return one == other || one.Path == other.Path })
}

// changes gives the files that are others than before, of lists of the same paths: each list is followed by what it was.
func changes(lists ...[]*source.File) []*source.File {
	var changed []*source.File
	for i := 0; i < len(lists); i += 2 {
		for j, file := range lists[i] {
			if file != lists[i+1][j] {
				changed = append(changed, file)
			}
		}
	}
	return changed
}

// renewed gives the drafts where some files changed, and none came or went.
func (ds drafts) renewed(files []*source.File) drafts {
	changed := map[*draftPair]*draftPair{} // before → now
	for _, file := range files {
		key, lang, kind := splitName(file.Path)
		earlier := ds.find(key)
		if kind == nameStray || earlier == nil {
			continue // a lock may be that of no page
		}
		if changed[earlier] == nil {
			changed[earlier] = &draftPair{key: key, files: earlier.files}
		}
		changed[earlier].files.put(kind, lang, file)
	}
	if len(changed) == 0 {
		return ds
	}
	now := drafts{all: slices.Clone(ds.all), strays: ds.strays}
	edited := slices.Collect(maps.Values(changed))
	parallel.For(len(edited), func(i int) {
		at, _ := ds.index(edited[i].key)
		edited[i].read(ds.all[at])
		now.all[at] = edited[i]
	})
	return now
}

// find gives the draft of a key, or nil.
func (ds drafts) find(key string) *draftPair {
	at, found := ds.index(key)
	if !found {
		return nil
	}
	return ds.all[at]
}

func (ds drafts) index(key string) (at int, found bool) {
	return slices.BinarySearchFunc(ds.all, key, func(d *draftPair, key string) int { return cmp.Compare(d.key, key) })
}

// group collects the files of each key. A lock of which there is no page is no part of the site.
func group(files, locks []*source.File) drafts {
	var grouped drafts
	byKey := make(map[string]*draftPair, len(files)/2)
	for _, file := range files {
		key, lang, kind := splitName(file.Path)
		if kind == nameStray {
			if !gallery.IsPicture(file.Path) {
				grouped.strays = append(grouped.strays, stray(file.Path))
			}
			continue
		}
		d := byKey[key]
		if d == nil {
			d = &draftPair{key: key}
			byKey[key] = d
		}
		d.files.put(kind, lang, file)
	}
	for _, lock := range locks {
		if d := byKey[ledger.KeyOf(lock.Path)]; d != nil {
			d.files.put(nameLock, "", lock)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		grouped.all = append(grouped.all, byKey[key])
	}
	return grouped
}

// contentFolder is where the pages stand.
const contentFolder = "content"

// The kinds of file that belong to a page, and of others below content.
const (
	nameHalf = iota
	nameFacts
	nameLock
	nameStray
)

// splitName takes a path apart: "content/a/b.fr.md" is the French half of "a/b", "i18n/lock/a/b.toml" its lock.
func splitName(path string) (key string, lang source.Lang, kind int) {
	if key := ledger.KeyOf(path); key != "" {
		return key, "", nameLock
	}
	path = strings.TrimPrefix(path, contentFolder+"/")
	if key, ok := strings.CutSuffix(path, ".toml"); ok {
		return key, "", nameFacts
	}
	for _, lang := range source.Langs() {
		if key, ok := strings.CutSuffix(path, "."+string(lang)+".md"); ok {
			return key, lang, nameHalf
		}
	}
	return path, "", nameStray
}

func stray(path string) source.Problem {
	if name, ok := strings.CutSuffix(path, ".md"); ok {
		if i := strings.LastIndexByte(name, '.'); i > strings.LastIndexByte(name, '/') {
			name = name[:i] // the code of another language
		}
		return source.Errorf("stray-file", source.Pos{File: path}, "the file is in neither of the two languages").
			WithHint("the halves of a page are named %s.fr.md and %s.en.md", name, name)
	}
	return source.Warnf("stray-file", source.Pos{File: path}, "the file is no part of a page and is not published").
		WithHint("documents live below static/; pictures also beside the pages")
}
