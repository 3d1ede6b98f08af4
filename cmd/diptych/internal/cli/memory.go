package cli

import (
	"runtime/debug"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// largeBytes is from how many bytes of pages on a site is built in little memory. Below, to read texts again and to collect often costs
// more time than the memory is worth.
const largeBytes = 16 << 20

// isLarge tells whether a site is one to be built in little memory.
func isLarge(tree *source.Tree) bool {
	var size int64
	for _, file := range tree.Files() {
		if strings.HasSuffix(file.Path, ".md") {
			size += file.Size
		}
	}
	return size > largeBytes
}

// growPercent is how much may be added to the memory in use before it is collected again (GOGC): a site of 5,000 pairs takes a
// seventh less than by Go's own 100, and a twelfth more time on the processors.
const growPercent = 50

// collectOften has memory collected often until restore is called, unless whoever starts the tool says how in GOGC.
func collectOften(world World) (restore func()) {
	if world.Getenv("GOGC") != "" {
		return func() {}
	}
	percent := debug.SetGCPercent(growPercent)
	return func() { debug.SetGCPercent(percent) }
}
