package publish

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/parallel"
)

// BenchmarkPublish publishes small pages, each in a folder of its own, on the disk of the temporary folder (TMPDIR): from nothing,
// with nothing changed, with one changed, and with all.
func BenchmarkPublish(b *testing.B) {
	for _, pages := range []int{1500, 15000} {
		for _, bench := range []struct {
			name            string
			before, changed int
		}{{"first", 0, 0}, {"same", 1, 0}, {"edit", 2, 1}, {"all", 2, pages}} {
			b.Run(fmt.Sprintf("%s/%d", bench.name, pages), func(b *testing.B) {
				b.ReportAllocs()
				folder := b.TempDir()
				output := filepath.Join(folder, "public")
				for i := range bench.before {
					publishPages(b, output, pages, bench.changed, i)
				}
				for i := 0; b.Loop(); i++ {
					if bench.before == 0 {
						output = filepath.Join(folder, fmt.Sprint(i), "public")
					}
					publishPages(b, output, pages, bench.changed, bench.before+i)
				}
			})
		}
	}
}

// publishPages publishes pages, of which the first ones say which edition they are of.
func publishPages(b *testing.B, output string, pages, changed, edition int) {
	b.Helper()
	stage, err := Open(b.Context(), Place{Output: output, Source: filepath.Join(b.TempDir(), "source")}, func(string) {})
	if err != nil {
		b.Fatal(err)
	}
	text := []byte(strings.Repeat("<p>L’été, à lire.</p>\n", 200))
	parallel.For(pages, func(i int) {
		file, err := stage.Create(fmt.Sprintf("fr/section-%02d/page-%05d/index.html", i%40, i))
		if err != nil {
			b.Error(err)
			return
		}
		if i < changed {
			fmt.Fprintln(file, edition)
		}
		file.Write(text)
		if err := file.Close(); err != nil {
			b.Error(err)
		}
	})
	if _, err := stage.Commit(); err != nil {
		b.Fatal(err)
	}
}
