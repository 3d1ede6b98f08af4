package build

import (
	"path"

	"diptych/cmd/diptych/internal/source"
)

// outputFolder is a folder of outputs, as it is written first, and the first output in it.
type outputFolder struct{ path, output string }

// checkFolders finds outputs that would have to be a file and a folder at once, and folders that many systems take for one.
// It tells of each folder once, by the first output in it.
func (c *collector) checkFolders() {
	seen, first := map[string]bool{}, map[string]outputFolder{}
	for _, output := range c.paths {
		for way := path.Dir(output); way != "." && !seen[way]; way = path.Dir(way) {
			seen[way] = true
			c.checkFolder(outputFolder{way, output}, first)
		}
	}
}

// checkFolder compares a folder with the files, and with the first folder that is written alike. Where the folders above
// already differ, these are told.
func (c *collector) checkFolder(f outputFolder, first map[string]outputFolder) {
	folded, from := fold(f.path), c.outputs[f.output].from
	if claimed, ok := c.taken[folded]; ok {
		c.report(folderProblem(f.output, from, c.outputs[claimed].from))
	}
	earlier, known := first[folded]
	if !known {
		first[folded] = f
		return
	}
	if path.Dir(earlier.path) == path.Dir(f.path) {
		c.report(alike(f.path, earlier.path, from, c.outputs[earlier.output].from))
	}
}

func folderProblem(output string, from, file source.Pos) source.Problem {
	return source.Errorf("duplicate-address", from, "the address %s needs a folder where %s puts a file", address(output), file).
		WithPeer(file).WithHint("give one of the two another slug, alias or name")
}

// alike tells of two folders that some systems take for one.
func alike(one, other string, from, first source.Pos) source.Problem {
	return source.Errorf("duplicate-address", from, "the folders %q and %q are one on many systems", one, other).
		WithPeer(first).WithHint("write the name in the same way in both places: capital and small letters count as the same, and so do the two ways to write an accent")
}
