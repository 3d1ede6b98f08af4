package host

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// folderOf gives the first folder of some files, by which they have their language.
func folderOf(names []string) string {
	if first, _, below := strings.Cut(names[0], "/"); below {
		return first + "/"
	}
	return ""
}

// endings gives the endings of some files, sorted.
func endings(names []string) []string {
	var all []string
	for _, name := range names {
		if ending := path.Ext(name); ending != "" {
			all = append(all, ending)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// longestChunk is how many bytes of names stand in one pattern: nginx takes no word of 4,096 bytes, Apache no line of 8,192.
const longestChunk = 3000

// chunks gives the names with an ending as parts of patterns, as many together as servers take.
func chunks(names []string, ending string) [][]string {
	var all [][]string
	size := longestChunk
	for _, name := range names {
		if path.Ext(name) != ending {
			continue
		}
		part := regexp.QuoteMeta(name)
		if size+len(part) > longestChunk {
			all, size = append(all, nil), 0
		}
		all[len(all)-1] = append(all[len(all)-1], part)
		size += len(part) + 1
	}
	return all
}
