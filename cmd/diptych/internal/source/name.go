package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Compose gives the form in which paths and names are held and looked for (Unicode's NFC): an accent is part of its
// letter, as most systems type it. A Mac may write it behind its letter (NFD); readers see no difference.
func Compose(name string) string { return norm.NFC.String(name) }

// hidden are the hidden names that do belong to a site, since hosts ask for them.
var hidden = [...]string{"static/.htaccess", "static/.nojekyll", "static/.well-known"}

// belongs tells whether a name is part of a site: not hidden, and not what an editor leaves while it saves. Below
// static, the hidden names that hosts ask for do belong.
func belongs(path, name string) bool {
	if strings.HasPrefix(name, ".") {
		return slices.Contains(hidden[:], path)
	}
	return !strings.HasSuffix(name, "~") && !(strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"))
}

// isLeftover tells whether a file, and no folder, is named as what programs leave behind without hiding it: the files in
// which Windows keeps how a folder looks, vim's copies of what is being edited, and the file by which vim tries whether
// it may write.
func isLeftover(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "ehthumbs.db", "desktop.ini", "4913":
		return true
	}
	return slices.Contains([]string{".swp", ".swo", ".swn"}, strings.ToLower(path.Ext(name)))
}

func isASCII(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf })
}

// checkForms tells of names in a folder that stand there in more than one form: by the composed name, as they are on
// disk. The first is read.
func (r *reader) checkForms(folder string, forms map[string][]string) {
	for name, disk := range forms {
		if len(disk) > 1 {
			r.report(Errorf("name", Pos{File: folder + "/" + name}, "the same name is there twice, its accents written in two ways: %+q and %+q", disk[0], disk[1]).
				WithHint("keep one of the two, and give the other one another name"))
		}
	}
}

// forms gives the forms in which a name stands in a folder on disk.
func (r *reader) forms(folder, name string) []string {
	if isASCII(name) {
		return []string{name}
	}
	var forms []string
	entries, _ := fs.ReadDir(r.root.FS(), path.Join(".", folder)) // one that can't be read has no name in it
	for _, entry := range entries {
		if Compose(entry.Name()) == name {
			forms = append(forms, entry.Name())
		}
	}
	return forms
}

// onDisk gives the form that a path has on disk; the path itself if it is not there.
func (r *reader) onDisk(name string) string {
	if isASCII(name) {
		return name
	}
	folder := r.onDisk(parent(name))
	if forms := r.forms(folder, path.Base(name)); len(forms) > 0 {
		return path.Join(folder, forms[0])
	}
	return path.Join(folder, path.Base(name))
}
