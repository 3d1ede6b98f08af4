package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestUnequalIsNotLeft holds that a program which could not be built twice is not left where others are handed out, and that an
// older one of its name is not either.
func TestUnequalIsNotLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "diptych-été")
	if err := os.WriteFile(path, []byte("older"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := buildTwice(t.Context(), "no-system", "no-processor", path, t.TempDir()); err == nil {
		t.Error("it is built")
	}
	if _, err := os.Lstat(path); err == nil {
		t.Error("it is left")
	}
}
