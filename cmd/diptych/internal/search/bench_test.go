package search

import (
	"fmt"
	"io"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// BenchmarkGather reports what a text of a few KB costs.
func BenchmarkGather(b *testing.B) {
	for _, lang := range source.Langs() {
		b.Run(string(lang), func(b *testing.B) {
			text := read(b, "corpus."+string(lang)+".txt")
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Gather(text)
			}
		})
	}
}

// BenchmarkEncode reports what an index costs, of the corpus so many times.
func BenchmarkEncode(b *testing.B) {
	pages := readCorpus(b, source.French)
	for _, times := range []int{1, 10, 100} {
		b.Run(fmt.Sprint(times*len(pages)), func(b *testing.B) {
			var many []Page
			for range times {
				many = append(many, pages...)
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := Encode(io.Discard, source.French, many); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
