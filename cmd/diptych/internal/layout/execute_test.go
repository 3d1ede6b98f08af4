package layout

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// counter counts what it is given, and keeps none of it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// TestPagesAreBounded has layouts repeat themselves: a page of the size of the largest list passes, and what goes beyond the
// bound is stopped there and told with the layout's place.
func TestPagesAreBounded(t *testing.T) {
	kilobyte := strings.Repeat("été, ", 1024/len("été, ")+1)[:1024]
	tests := map[string]struct {
		layout string
		want   []string // problems
		least  int      // bytes
	}{
		"a long list": {
			`{{range 15000}}` + kilobyte + `{{end}}`, []string{}, 15_000 * 1024,
		},
		"loops inside loops": {
			`{{range 100000}}{{range 100000}}{{range 100000}}` + kilobyte + `{{end}}{{end}}{{end}}`,
			[]string{"layouts/page.html template: the layout makes a page of more than 50331648 bytes " +
				"(show less on one page, and look for a loop inside a loop)"}, mostBytes - 1024,
		},
		"a body again and again": {
			`{{range 100000000}}{{$.Body}}{{$.Title}}` + kilobyte + `{{end}}`,
			[]string{"layouts/page.html template: the layout makes a page of more than 50331648 bytes " +
				"(show less on one page, and look for a loop inside a loop)"}, mostBytes - 1<<20,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			set, model, found := readSite(t, address, files{"layouts/page.html": test.layout})
			if len(found) > 0 {
				t.Fatalf("found when the layouts were read: %v", found)
			}
			pair, _ := model.Pair("about")
			var written counter
			problems, err := set.Execute(&written, "page", model.View(pair.Page(source.French), func(source.Problem) {}), "/")
			if err != nil {
				t.Fatal(err)
			}
			if got := lines(problems); strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("problems %q\nwant %q", got, test.want)
			}
			if int(written) < test.least || int(written) > mostBytes {
				t.Errorf("%d bytes were written, want %d to %d", written, test.least, mostBytes)
			}
		})
	}
}
