package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMakerOfEachSystem builds a program for each system, and asks the Go command what it is called.
func TestMakerOfEachSystem(t *testing.T) {
	folder := t.TempDir()
	source := filepath.Join(folder, "main.go")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, system := range []string{"linux/amd64", "linux/arm64", "darwin/arm64", "windows/amd64"} {
		program := filepath.Join(folder, strings.ReplaceAll(system, "/", "-"))
		build := exec.Command("go", "build", "-ldflags=-s -w", "-o", program, source)
		goos, arch, _ := strings.Cut(system, "/")
		build.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+arch, "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", system, err, out)
		}
		want, err := exec.Command("go", "tool", "buildid", program).Output()
		if err != nil {
			t.Fatal(err)
		}
		if got := buildID(program); got != strings.TrimSpace(string(want)) || len(got) < 40 {
			t.Errorf("%s: the build ID is %q, want %q", system, got, want)
		}
	}
}

func TestNoMaker(t *testing.T) {
	for _, head := range []string{"", "\x04\x00\x00\x00Go\x00\x00", "\xff\xff\xff\xff\x04\x00\x00\x00Go\x00\x00été"} {
		if id := buildIDIn([]byte(head)); id != "" {
			t.Errorf("%q has the build ID %q", head, id)
		}
	}
	if id := buildID(filepath.Join(t.TempDir(), "absent")); id != "" {
		t.Errorf("what is not there has the build ID %q", id)
	}
}
