package build

import (
	"context"
	"io"
	"testing"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// discard is a target that keeps nothing, so that what is measured is our work and not the disk's.
type discard struct{}

func (discard) Create(string) (io.WriteCloser, error) { return discardFile{}, nil }

type discardFile struct{}

func (discardFile) Write(p []byte) (int, error) { return len(p), nil }
func (discardFile) Close() error                { return nil }

// thousand is a site of a thousand pairs beside the sample's own.
const thousand = 1000

// BenchmarkBuild1000 builds a site of a thousand pairs, from its tree to its last byte.
func BenchmarkBuild1000(b *testing.B) {
	tree := sampleTree(b, generated(thousand))
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		s := Assemble(tree, site.Options{Day: today})
		pages += s.Pages()
		if problems, err := s.All(context.Background(), discard{}, func() {}); len(problems) > 0 || err != nil {
			b.Fatal(told(problems), err)
		}
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkAssemble1000 finds the paths of such a site and its problems as a whole, without rendering.
func BenchmarkAssemble1000(b *testing.B) {
	tree := sampleTree(b, generated(thousand))
	b.ReportAllocs()
	for b.Loop() {
		if s := Assemble(tree, site.Options{Day: today}); source.HasErrors(s.Problems()) {
			b.Fatal(told(s.Problems()))
		}
	}
}

// BenchmarkOutput renders one page of such a site again and again, as a preview does.
func BenchmarkOutput(b *testing.B) {
	s := Assemble(sampleTree(b, generated(thousand)), site.Options{Day: today})
	const path = "fr/rubrique-07/page-0373/index.html"
	b.ReportAllocs()
	for b.Loop() {
		if problems, err := s.Output(path, io.Discard); len(problems) > 0 || err != nil {
			b.Fatal(told(problems), err)
		}
	}
}
