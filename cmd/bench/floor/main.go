// Command floor builds the pages of a bilingual site with as little as that can take:
//
//	floor CONTENT OUTPUT
//
// It is what a generator is measured against, and no generator: it reads each half, its front matter as TOML and its body
// as GitHub's Markdown, and writes the page with its title, its body and a link to the other half. Nothing is checked,
// linked, listed, sorted or typeset, and an output that is there is written over. What it does is done as well as the
// libraries allow: on all cores, each with a parser and buffers of its own.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// langs are the languages of the halves, by which their files are named.
var langs = [2]string{"fr", "en"}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "floor: give the folder of the pages and that of the output")
		os.Exit(2)
	}
	if err := build(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(1)
	}
}

// build writes the pages of all pairs below the folder content. The error tells of the first fault of each core.
func build(content, output string) error {
	keys, err := list(content)
	if err != nil {
		return err
	}
	var next atomic.Int64
	var group sync.WaitGroup
	folders := &folders{}
	faults := make([]error, runtime.GOMAXPROCS(0))
	for i := range faults {
		group.Go(func() {
			w := newWriter(content, output, folders)
			for n := next.Add(1); n <= int64(len(keys)) && faults[i] == nil; n = next.Add(1) {
				faults[i] = w.pair(keys[n-1])
			}
		})
	}
	group.Wait()
	return errors.Join(faults...)
}

// list gives the paths of all pairs below a folder, without language and ending.
func list(content string) (keys []string, err error) {
	err = filepath.WalkDir(content, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		key, ok := strings.CutSuffix(path, "."+langs[0]+".md")
		if !ok {
			return nil
		}
		key, err = filepath.Rel(content, key)
		keys = append(keys, key)
		return err
	})
	return keys, err
}
