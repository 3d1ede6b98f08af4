package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// verify holds the modules in Go's cache against go.sum.
func verify(ctx context.Context) error {
	return command(ctx, ".", "go", "mod", "verify").Run()
}

// copySource clones the source into a folder of its own, so that nothing of a folder's name can be in a program.
func copySource(ctx context.Context) (string, error) {
	if err := command(ctx, ".", "git", "diff", "--quiet", "HEAD").Run(); err != nil {
		return "", errors.New("what is handed out is made of a commit: there are changes that are in none")
	}
	folder, err := os.MkdirTemp("", "diptych-dist")
	if err != nil {
		return "", err
	}
	if err := command(ctx, ".", "git", "clone", "--quiet", ".", filepath.Join(folder, "source")).Run(); err != nil {
		os.RemoveAll(folder)
		return "", err
	}
	return folder, nil
}

// buildTwice builds a program here and from the copy, in an empty cache, and compares the two. A program that is not equal is not left.
func buildTwice(ctx context.Context, system, processor, path, second string) (err error) {
	whole, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(whole)
		}
	}()
	again := filepath.Join(second, filepath.Base(path))
	cache, err := os.MkdirTemp(second, "cache")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	if err := build(ctx, ".", system, processor, whole); err != nil {
		return err
	}
	if err := build(ctx, filepath.Join(second, "source"), system, processor, again, "GOCACHE="+cache); err != nil {
		return err
	}
	first, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	other, err := os.ReadFile(again)
	if err != nil {
		return err
	}
	if !bytes.Equal(first, other) {
		return fmt.Errorf("%s is not the same when it is built again", path)
	}
	return nil
}

// build builds the tool in a folder of the source. It has nothing of the folder, the machine's libraries and the symbols that only
// debuggers need.
func build(ctx context.Context, folder, system, processor, path string, environment ...string) error {
	run := command(ctx, folder, "go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-o", path, "./cmd/diptych")
	run.Env = append(append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT=", "GOWORK=off", "GOOS="+system, "GOARCH="+processor), environment...)
	return run.Run()
}

func command(ctx context.Context, folder, name string, arguments ...string) *exec.Cmd {
	run := exec.CommandContext(ctx, name, arguments...)
	run.Dir, run.Stdout, run.Stderr = folder, os.Stderr, os.Stderr
	return run
}

// sumsFile is the name of the file with the digests.
const sumsFile = "SHA256SUMS"

// writeSums writes the digests of files, as sha256sum --check reads them.
func writeSums(folder string, names []string) error {
	var text strings.Builder
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "%x  %s\n", sha256.Sum256(content), name)
	}
	return os.WriteFile(filepath.Join(folder, sumsFile), []byte(text.String()), 0o644)
}
