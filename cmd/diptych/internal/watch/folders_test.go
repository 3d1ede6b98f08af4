package watch

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFolders does something to folders, step by step; after each step the mirror must show the disk.
func TestFolders(t *testing.T) {
	write := func(path, text string) func(*mirror) { return func(m *mirror) { m.write(path, text) } }
	rename := func(from, to string) func(*mirror) { return func(m *mirror) { m.rename(from, to) } }
	remove := func(path string) func(*mirror) { return func(m *mirror) { m.remove(path) } }
	folder := func(path string) func(*mirror) { return func(m *mirror) { m.must(os.MkdirAll(m.name(path), 0o755)) } }
	both := func(steps ...func(*mirror)) func(*mirror) {
		return func(m *mirror) {
			for _, step := range steps {
				step(m)
			}
		}
	}
	tests := []struct {
		name  string
		steps []func(*mirror)
	}{
		{"nested folders with a file at once", []func(*mirror){
			write("content/à/b/ç/été.fr.md", "un"), write("content/à/b/ç/été.fr.md", "deux"),
			write("content/à/b/x.en.md", "two")}},
		{"renamed", []func(*mirror){
			rename("content/événements", "content/rencontres"), write("content/rencontres/été.fr.md", "un"),
			rename("content/rencontres", "content/événements"), write("content/événements/été.en.md", "one")}},
		{"renamed with folders below", []func(*mirror){
			write("content/événements/2026/juin/a.fr.md", "un"), rename("content/événements", "content/rencontres"),
			write("content/rencontres/2026/juin/a.fr.md", "deux"), write("content/rencontres/2026/b.fr.md", "trois")}},
		{"renamed, and a new one by the old name", []func(*mirror){
			both(rename("content/événements", "content/anciens"), write("content/événements/été.fr.md", "neuf")),
			write("content/anciens/été.fr.md", "ancien"), write("content/événements/été.fr.md", "encore neuf")}},
		{"two that change names", []func(*mirror){
			write("content/autres/a.fr.md", "autre"),
			both(rename("content/événements", "content/x"), rename("content/autres", "content/événements"),
				rename("content/x", "content/autres")),
			write("content/autres/été.fr.md", "un"), write("content/événements/a.fr.md", "deux")}},
		{"moved into a new folder", []func(*mirror){
			write("content/événements/juin/a.fr.md", "un"),
			both(folder("content/archives"), rename("content/événements", "content/archives/événements")),
			write("content/archives/événements/juin/a.fr.md", "deux"), write("content/archives/événements/b.fr.md", "trois")}},
		{"moved to another room", []func(*mirror){
			rename("content/événements", "layouts/événements"), write("layouts/événements/été.fr.md", "un")}},
		{"removed and made again", []func(*mirror){
			both(remove("content/événements"), write("content/événements/été.fr.md", "un")),
			write("content/événements/été.fr.md", "deux"),
			remove("content/événements"), write("content/événements/été.fr.md", "trois"),
			write("content/événements/été.fr.md", "quatre")}},
		{"appears later", []func(*mirror){
			write("static/css/à.css", "un"), write("static/css/à.css", "deux"), remove("static"),
			write("static/à.css", "trois"), write("static/à.css", "quatre")}},
		{"a hidden one that belongs", []func(*mirror){
			write("static/.well-known/security.txt", "Contact: été@example.org"), write("static/.well-known/security.txt", "")}},
		{"goes out of the site and comes back", []func(*mirror){
			rename("content", "vieux"), write("vieux/été.fr.md", "ailleurs"), rename("vieux", "content"),
			write("content/événements/été.fr.md", "un"), write("content/été.fr.md", "ici")}},
		{"comes in from outside, full", []func(*mirror){
			both(write("ailleurs/à/b/c.fr.md", "un"), rename("ailleurs", "content/ici")),
			write("content/ici/à/b/c.fr.md", "deux")}},
		{"becomes a file, and a folder again", []func(*mirror){
			both(remove("content/événements"), write("content/événements", "fichier")),
			both(remove("content/événements"), write("content/événements/été.fr.md", "un")),
			write("content/événements/été.fr.md", "deux")}},
		{"hidden for a while", []func(*mirror){
			rename("content/événements", "content/.événements"), write("content/.événements/été.fr.md", "caché"),
			rename("content/.événements", "content/événements"), write("content/événements/été.fr.md", "visible")}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newMirror(t)
			for _, step := range test.steps {
				step(m)
				m.await()
			}
		})
	}
}

// TestWatched holds that no watch is spent on what is not part of the site: the system has only so many.
func TestWatched(t *testing.T) {
	m := &mirror{t: t, root: t.TempDir()}
	for _, path := range []string{"content/à/b/c.fr.md", "content/.git/objects/x", "content/vieux~/x", "i18n", "public/x",
		"static/.well-known/x", ".git/x"} {
		m.write(path, "")
	}
	ctx := endingWith(t)
	watcher, err := prepare(ctx, m.root, siteOptions)
	m.must(err)
	want := []string{".", "content", "content/à", "content/à/b", "static", "static/.well-known"}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(watcher.folders.watched))); diff != "" {
		t.Errorf("watched (-want +got):\n%s", diff)
	}
	go watcher.run(ctx)
}

// TestDoubt holds back the kernel's events, so that a folder is found in its new place before it is known to have left
// the old one. The kernel then goes on knowing it by the old name.
func TestDoubt(t *testing.T) {
	m := &mirror{t: t, root: t.TempDir()}
	m.write("content/événements/juin/été.fr.md", "L’été")
	ctx := endingWith(t)
	watcher, err := prepare(ctx, m.root, siteOptions)
	m.must(err)
	m.must(os.Mkdir(m.name("content/archives"), 0o755))
	m.rename("content/événements", "content/archives/événements")

	follow := func(h hint) (told, doubt []string) {
		found := &news{}
		found.add(h)
		watcher.folders.follow(found)
		return found.change().Paths, slices.Sorted(slices.Values(watcher.folders.doubt))
	}
	moved := []string{"content/archives/événements", "content/archives/événements/juin"}
	told, doubt := follow(hint{path: "content/archives", came: true})
	if diff := cmp.Diff([][]string{{"content/archives"}, moved}, [][]string{told, doubt}); diff != "" {
		t.Errorf("told and in doubt after the folder came (-want +got):\n%s", diff)
	}
	told, doubt = follow(hint{path: "content/événements", gone: true})
	if diff := cmp.Diff([][]string{append(moved, "content/événements"), nil}, [][]string{told, doubt}); diff != "" {
		t.Errorf("told and in doubt after the folder went (-want +got):\n%s", diff)
	}

	go watcher.run(ctx)
	m.attend(watcher)
	m.write("content/archives/événements/juin/été.fr.md", "L’été, « plus tard »")
	m.await()
}

// TestLinkedFolder watches a folder of the site that is a link, and follows no link below.
func TestLinkedFolder(t *testing.T) {
	m := newMirror(t)
	inside, outside := t.TempDir(), t.TempDir()
	m.must(os.Symlink(inside, m.name("static")))
	m.must(os.Symlink(outside, m.name("content/lien")))
	m.hear("content/lien", "static")
	m.must(os.WriteFile(filepath.Join(outside, "secret.fr.md"), []byte("« secret »"), 0o644))
	m.must(os.WriteFile(filepath.Join(inside, "été.css"), []byte("p {}"), 0o644))
	m.hear("static/été.css")
}

// TestCheckout writes 5,000 files in 100 folders while the receiver is busy: they add up to few changes, none is lost.
func TestCheckout(t *testing.T) {
	m := newMirror(t)
	for i := range 5000 {
		m.write(fmt.Sprintf("content/année/%02d/page-%d.fr.md", i%100, i), fmt.Sprintf("L’été n° %d", i))
	}
	m.await()
	if len(m.texts) < 5000 || len(m.heard) > 50 {
		t.Errorf("%d texts were told in %d changes", len(m.texts), len(m.heard))
	}
	m.remove("content/année")
	m.await()
	if len(m.heard) > 150 {
		t.Errorf("the removal was told in %d changes", len(m.heard))
	}
}
