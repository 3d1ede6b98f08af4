package check

import (
	"context"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// manyPages gives a site of n pairs beside those of the sample site, each with some headings, links and paragraphs.
func manyPages(tb testing.TB, n int) *build.Site {
	texts := sampleTexts(tb, nil)
	for i := range n {
		maps.Copy(texts, map[string]string{
			fmt.Sprintf("content/réunion-%d.fr.md", i): "+++\ntitle = \"Une réunion\"\nslug = \"page-" + fmt.Sprint(i) + "\"\n+++\n" + strings.Repeat("## Été\n\nLa [réunion](page:meetings) se tient à l’*été*.\n\n", 10),
			fmt.Sprintf("content/réunion-%d.en.md", i): "+++\ntitle = \"A meeting\"\nslug = \"page-" + fmt.Sprint(i) + "\"\n+++\n" + strings.Repeat("## Summer\n\nThe [meeting](page:meetings) is in the *summer*.\n\n", 10),
		})
	}
	return build.Assemble(source.NewTree(texts), site.Options{Day: civil.Date{Year: 2023, Month: 11, Day: 1}})
}

// BenchmarkOutputs compares a look at the outputs of a site with their making alone.
func BenchmarkOutputs(b *testing.B) {
	s := manyPages(b, 500)
	c := newContext(s.Model(), Options{})
	b.Run("look", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			checker := &siteChecker{site: s, pairs: &Pairs{context: c}}
			if err := checker.checkOutputs(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("make", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Every(context.Background(), discard{}, func() {}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// discard takes a site and keeps nothing.
type discard struct{}

func (discard) Create(string) (io.WriteCloser, error) { return build.Unread{}, nil }
