package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// output is what a build wrote.
type output struct {
	files int
	bytes int64
}

// readOutput looks at a folder that was built from so many pairs. The error is that it has fewer files than there are
// pages, or that the page whose text is edited does not say what it is to say.
func readOutput(folder string, pairs int, says string) (o output, err error) {
	err = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		o.files++
		o.bytes += info.Size()
		return nil
	})
	if err != nil {
		return o, err
	}
	if o.files < pages(pairs) {
		return o, fmt.Errorf("%d pages have become %d files", pages(pairs), o.files)
	}
	page := filepath.Join(folder, filepath.FromSlash(address(0, middle(pairs))), "index.html")
	text, err := os.ReadFile(page)
	if err == nil && !bytes.Contains(text, []byte(says)) {
		err = fmt.Errorf("%s does not say %q", page, says)
	}
	return o, err
}
