package main

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/cli"
	"diptych/cmd/diptych/internal/source"
)

// preview is a `diptych serve` over a copy of this repository's site.
type preview struct {
	t       *testing.T
	browser context.Context
	root    string // the copy
	flags   []string
	origin  string // "http://127.0.0.1:PORT/", the same after a restart
	stop    func()
}

// edit is a change of one file: a piece of it that becomes another.
type edit struct{ file, old, new string }

// startPreview starts the preview of a copy of the site that differs by some edits.
func startPreview(t *testing.T, browser context.Context, edits ...edit) *preview {
	t.Helper()
	return startPreviewWith(t, browser, nil, edits...)
}

// startPreviewWith starts it with flags of the command.
func startPreviewWith(t *testing.T, browser context.Context, flags []string, edits ...edit) *preview {
	t.Helper()
	p := &preview{t: t, browser: browser, root: filepath.Join(t.TempDir(), "site"), flags: flags, stop: func() {}}
	copySite(t, p.root)
	for _, e := range edits {
		p.save(e)
	}
	p.start("127.0.0.1:0")
	t.Cleanup(func() { p.stop() })
	return p
}

// copySite copies the source of this repository's site, without what was confirmed of it: stories that are about that
// confirm it themselves, and to all others an edit is an edit.
func copySite(t *testing.T, to string) {
	t.Helper()
	for _, folder := range source.Folders() {
		if err := os.CopyFS(filepath.Join(to, folder), os.DirFS(filepath.Join("../..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(to, "i18n/lock")); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile(filepath.Join("../..", source.ConfigFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(to, source.ConfigFile), config, 0o644); err != nil {
		t.Fatal(err)
	}
}

// start runs the command until stop is called. It returns when the preview can be asked.
func (p *preview) start(address string) {
	p.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	out := &terminal{origin: make(chan string, 1)}
	ended := make(chan int, 1)
	args := append([]string{"serve", "--source", p.root, "--addr", address, "--date", "2023-11-01"}, p.flags...)
	go func() {
		ended <- cli.Run(args, cli.World{
			Cache:   mustCache(p.t),
			Context: ctx, Stdout: out, Stderr: out, Now: time.Now, Getenv: func(string) string { return "" },
		})
	}()
	p.stop = sync.OnceFunc(func() {
		cancel()
		if code := <-ended; code != 0 {
			p.t.Errorf("the preview ended with %d:\n%s", code, out.all())
		}
	})
	select {
	case p.origin = <-out.origin:
	case <-time.After(patience):
		p.t.Fatalf("the preview does not start:\n%s", out.all())
	}
}

// restart stops the preview, edits what is edited meanwhile, and starts it at the same address.
func (p *preview) restart(meanwhile edit) {
	p.t.Helper()
	address, err := url.Parse(p.origin)
	if err != nil {
		p.t.Fatal(err)
	}
	p.stop()
	p.save(meanwhile)
	p.start(address.Host)
	if p.origin != address.String() {
		p.t.Fatalf("another program has taken %s meanwhile", address)
	}
}

// save edits a file as editors do: the new text is written beside it, and takes its place at once.
func (p *preview) save(e edit) {
	p.t.Helper()
	name := filepath.Join(p.root, filepath.FromSlash(e.file))
	text, err := os.ReadFile(name)
	if err != nil {
		p.t.Fatal(err)
	}
	if !bytes.Contains(text, []byte(e.old)) {
		p.t.Fatalf("%s does not have %q", e.file, e.old)
	}
	saved := p.root + ".saved" // outside of the site, where nobody watches
	if err := os.WriteFile(saved, bytes.Replace(text, []byte(e.old), []byte(e.new), 1), 0o644); err != nil {
		p.t.Fatal(err)
	}
	if err := os.Rename(saved, name); err != nil {
		p.t.Fatal(err)
	}
}

// undo is the edit that takes an edit back.
func (e edit) undo() edit { return edit{e.file, e.new, e.old} }

// terminal takes what the preview prints, and finds its address there.
type terminal struct {
	origin chan string // gets the address once

	mu   sync.Mutex
	text strings.Builder
	done bool
}

var frenchAddress = regexp.MustCompile(`(http://\S+/)fr/\n`)

func (o *terminal) Write(text []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.text.Write(text)
	if found := frenchAddress.FindStringSubmatch(o.text.String()); found != nil && !o.done {
		o.done = true
		o.origin <- found[1]
	}
	return len(text), nil
}

func (o *terminal) all() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}
