package serve

import (
	"bytes"
	"html"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// A site that is built is what this package previews.
var _ Site = (*build.Site)(nil)

// sample builds the sample site of package site at an address.
func sample(t *testing.T, base string) (*build.Site, *source.Tree) {
	t.Helper()
	archive, err := txtar.ParseFile("../site/testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range archive.Files {
		texts[file.Name] = string(file.Data)
	}
	tree := source.NewTree(texts)
	built := build.Assemble(tree, site.Options{Day: civil.Date{Year: 2023, Month: time.November, Day: 1}, BaseURL: &base})
	if len(built.Problems()) > 0 {
		t.Fatal(built.Problems())
	}
	return built, tree
}

// TestSameAsPublished asks for every output: save for the script in pages, it is what is published, byte for byte, with
// the headers of the published site.
func TestSameAsPublished(t *testing.T) {
	for _, base := range []string{"https://example.org/", "https://example.org/accra/", ""} {
		built, tree := sample(t, base)
		p := run(t, Options{Headers: host.Headers}, nil)
		p.Publish(built, tree)
		pages := 0
		for _, path := range built.Paths() {
			var want bytes.Buffer
			if _, err := built.Output(path, &want); err != nil {
				t.Fatal(err)
			}
			got := p.get(t, built.BasePath()+escape(path))
			body := got.body
			if strings.HasSuffix(path, ".html") {
				body = without(t, body)
				pages++
			}
			if got.status != http.StatusOK || body != want.String() {
				t.Errorf("at %q, %s is answered with %d and %q, want %q", base, path, got.status, got.body, want.String())
			}
			for _, header := range host.Headers(path) {
				if got.header.Get(header.Name) != header.Value {
					t.Errorf("at %q, the header %s of %s is %q", base, header.Name, path, got.header.Get(header.Name))
				}
			}
		}
		if pages < 10 {
			t.Errorf("at %q there are %d pages only", base, pages)
		}
	}
}

// TestAddressesLead follows each page's own address, as links and menus write it, to the page.
func TestAddressesLead(t *testing.T) {
	built, tree := sample(t, "https://example.org/accra/")
	p := run(t, Options{}, nil)
	p.Publish(built, tree)
	for _, path := range built.Paths() {
		folder, ok := strings.CutSuffix(path, "index.html")
		if !ok {
			continue
		}
		got := p.get(t, built.BasePath()+escape(folder))
		if want := `data-page="` + html.EscapeString(path) + `"`; got.status != 200 || !strings.Contains(got.body, want) {
			t.Errorf("%s is answered with %d, without %s", folder, got.status, want)
		}
	}
}
