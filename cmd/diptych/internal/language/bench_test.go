package language

import (
	"strings"
	"testing"
)

// BenchmarkRead reports what a word costs in blocks of some 300 words of prose, of which a quarter are not in the table.
func BenchmarkRead(b *testing.B) {
	for name, text := range map[string]string{"fr": heldFrench, "en": heldEnglish} {
		b.Run(name, func(b *testing.B) {
			text := strings.ReplaceAll(text, "\n", " ")
			words := 0
			b.ReportAllocs()
			for b.Loop() {
				words += len(Read(text))
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(words), "ns/word")
		})
	}
}

// BenchmarkParseTable reports what the first text costs.
func BenchmarkParseTable(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseTable(written); err != nil {
			b.Fatal(err)
		}
	}
}
