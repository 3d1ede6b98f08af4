package host

import (
	"path"
	"sort"
	"strings"
)

// cover gives the fewest places that have exactly some of the files: folders in which every file is one of them, each with a
// slash at its end, and single files. A folder counts only if no other file has its name in front of its own, since some hosts
// take "/css/*" for "/css*". Both are sorted.
func cover(files []File, member func(File) bool) (folders, singles []string) {
	whole := map[string]bool{} // by folder: whether every file below it is a member
	for _, f := range files {
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			before, seen := whole[dir]
			whole[dir] = member(f) && (before || !seen)
		}
	}
	for dir := range whole {
		if whole[dir] && hasNamesake(files, dir) {
			whole[dir] = false
		}
	}
	taken := map[string]bool{}
	for _, f := range files {
		if !member(f) {
			continue
		}
		if dir := widest(f.Path, whole); dir == "" {
			singles = append(singles, f.Path)
		} else if !taken[dir] {
			taken[dir] = true
			folders = append(folders, dir+"/")
		}
	}
	sort.Strings(folders)
	sort.Strings(singles)
	return folders, singles
}

// widest gives the highest folder above a file that is a member as a whole; "" if there is none.
func widest(file string, whole map[string]bool) string {
	found := ""
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if whole[dir] {
			found = dir
		}
	}
	return found
}

// hasNamesake tells whether a file outside a folder has the folder's name in front of its own, in letters of any size.
func hasNamesake(files []File, dir string) bool {
	name := strings.ToLower(dir)
	for _, f := range files {
		folded := strings.ToLower(f.Path)
		if strings.HasPrefix(folded, name) && !strings.HasPrefix(f.Path, dir+"/") {
			return true
		}
	}
	return false
}
