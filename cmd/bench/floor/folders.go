package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// folders are those that were made. Many may be made at once.
type folders struct{ made sync.Map } // of their paths

// make makes a folder and those above it, without asking the system for one that was made before.
func (f *folders) make(folder string) error {
	if _, ok := f.made.Load(folder); ok {
		return nil
	}
	err := os.Mkdir(folder, 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		if err = f.make(filepath.Dir(folder)); err == nil {
			err = os.Mkdir(folder, 0o755)
		}
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	f.made.Store(folder, true)
	return nil
}
