package build

import (
	"context"
	"io"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/site"
)

// stopping is a target that ends the build at its third file.
type stopping struct {
	*memory
	created atomic.Int32
	stop    func()
}

func (s *stopping) Create(path string) (io.WriteCloser, error) {
	if s.created.Add(1) == 3 {
		s.stop()
	}
	return s.memory.Create(path)
}

// TestAllIsInterrupted holds that a build ends soon after its context, and says that it is not whole.
func TestAllIsInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	s := sample(t, ownHost, nil)
	target := &stopping{memory: &memory{files: map[string]string{}}, stop: stop}
	_, err := s.All(ctx, target, func() {})
	if err == nil || err.Error() != "interrupted" {
		t.Errorf("the error is %v", err)
	}
	if len(target.files) == len(s.Paths()) {
		t.Errorf("all %d outputs were made", len(target.files))
	}
}

// TestEveryOutputOfAWrongSite holds that those who look at outputs get them also where something is wrong with the site,
// save for the pages in which it is, and the same problems; and that All hands out none of them.
func TestEveryOutputOfAWrongSite(t *testing.T) {
	base := ownHost
	s := Assemble(sampleTree(t, files{
		"content/seul.fr.md": half("Seul", "", "Un seul volet."),
		"content/bad.fr.md":  half("Mauvais", "", "[rien](page:nulle-part)"), "content/bad.en.md": half("Bad", "", "Nothing."),
	}), site.Options{Day: today, BaseURL: &base})
	every, published := &memory{files: map[string]string{}}, &memory{files: map[string]string{}}
	found, err := s.Every(context.Background(), every, func() {})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{"fr/index.html": true, "en/bad/index.html": true, "fr/bad/index.html": false} {
		if got := every.files[path] != ""; got != want {
			t.Errorf("%s is made: %t, want %t", path, got, want)
		}
	}
	same, err := s.All(context.Background(), published, func() {})
	if diff := cmp.Diff(told(found), told(same)); diff != "" || err != nil {
		t.Errorf("%v; problems of Every and of All differ (-every +all):\n%s", err, diff)
	}
	if len(published.files) > 0 {
		t.Errorf("%d outputs of a wrong site are handed out", len(published.files))
	}
}

func TestOrigin(t *testing.T) {
	s := sample(t, ownHost, files{"static/note.txt": "Une note."})
	for path, want := range map[string]string{
		"fr/index.html": "content/index.fr.md", "en/404.html": "layouts/404.html", "index.html": "layouts/chooser.html",
		"note.txt": "static/note.txt", "sitemap.xml": "config.toml", "nowhere": "",
	} {
		if got := s.Origin(path).File; got != want {
			t.Errorf("%s comes from %q, want %q", path, got, want)
		}
	}
}
