package cli

import (
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

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

// How much may be added to the memory in use before it is collected again (GOGC). A program begins with firstPercent, by which
// nothing is collected before the heap has 32 MiB, eight times what Go itself waits for: a site of 50 pairs is built before. Then
// it goes on with Go's own 100; a large site with oftenPercent, by which one of 5,000 pairs takes a fifth less memory than by
// 100, and a twentieth more time on the processors.
const (
	firstPercent = 800
	thenPercent  = 100
	oftenPercent = 50
)

// collector has memory collected as builds need it, until it is restored.
type collector struct {
	mu      sync.Mutex
	percent int // from the first collection on
	before  int
}

// collectLate has memory collected late at first, unless whoever starts the tool says how in GOGC: then the collector is nil.
func collectLate(world World) *collector {
	if world.Getenv("GOGC") != "" {
		return nil
	}
	c := &collector{percent: thenPercent, before: debug.SetGCPercent(firstPercent)}
	unused := &struct{ next *int }{}
	runtime.AddCleanup(unused, (*collector).collected, c)
	return c
}

// collected is called behind the first collection.
func (c *collector) collected() {
	c.mu.Lock()
	defer c.mu.Unlock()
	debug.SetGCPercent(c.percent)
}

// set has memory collected in some way from now on.
func (c *collector) set(percent int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.percent = percent
	debug.SetGCPercent(percent)
}

// often has memory collected often from now on.
func (c *collector) often() {
	if c != nil {
		c.set(oftenPercent)
	}
}

// restore has it collected as it was before.
func (c *collector) restore() {
	if c != nil {
		c.set(c.before)
	}
}
