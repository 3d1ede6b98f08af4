package publish

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// isPath tells whether a path names a file that may be published: within the output, of one line, and none of our own.
func isPath(name string) bool {
	return name != "." && fs.ValidPath(name) && filepath.IsLocal(filepath.FromSlash(name)) && !strings.ContainsAny(name, "\n\r") &&
		path.Base(name) != partial && name != marker && name != inner && !strings.HasPrefix(name, inner+"/")
}

// checkPath gives the error for a path that is none.
func checkPath(name string) error {
	if !isPath(name) {
		return fmt.Errorf("%q is not a path within the output", name)
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

// folders gives the folders that a path stands in, from the innermost outwards, without the root.
func folders(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(name, '/'); i > 0; i = strings.LastIndexByte(name[:i], '/') {
			if !yield(name[:i]) {
				return
			}
		}
	}
}

// foldersOf gives the folders that any of the files stands in, without the root.
func foldersOf(files manifest) map[string]bool {
	all := make(map[string]bool, len(files)) // most pages have one of their own
	for name := range files {
		for folder := range folders(name) {
			if all[folder] {
				break
			}
			all[folder] = true
		}
	}
	return all
}

// isPage tells whether a path is a page, which refers to other files.
func isPage(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".html" || ext == ".htm"
}
