//go:build !linux

package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// tree is a folder below which others are opened.
type tree struct{ name string }

// opened is a folder that is read.
type opened struct {
	name string
	info fs.FileInfo
}

func openTree(name string) (tree, error) { return tree{name}, nil }

func (t tree) close() {}

// open opens a folder of the tree, which may be no link.
func (t tree) open(path string) (opened, error) {
	name := filepath.Join(t.name, filepath.FromSlash(path))
	info, err := os.Lstat(name)
	if err == nil && !info.IsDir() {
		err = &os.PathError{Op: "open", Path: name, Err: syscall.ENOTDIR}
	}
	if err != nil {
		return opened{}, err
	}
	return opened{name, info}, nil
}

func (o opened) close() {}

// changed tells when the folder was changed last.
func (o opened) changed() (time.Time, error) { return changeTime(o.info), nil }

// stat tells what a name in the folder is, and when it was changed last, in whatever way.
func (o opened) stat(name string) (changed time.Time, kind fs.FileMode, err error) {
	info, err := os.Lstat(filepath.Join(o.name, name))
	if err != nil {
		return time.Time{}, 0, err
	}
	return changeTime(info), info.Mode().Type(), nil
}

// each calls do for each name in the folder.
func (o opened) each(do func(name string, isFolder bool) error) error {
	entries, err := os.ReadDir(o.name)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if err := do(entry.Name(), entry.IsDir()); err != nil {
			return err
		}
	}
	return nil
}
