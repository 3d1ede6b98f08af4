package ledger

import (
	"strings"
	"testing"
)

// longPage is a page of some 5 KB in each half, of which one block in a hundred is as it was.
func longPage() (was, is Pair) {
	french, english := "Titre\n"+strings.Repeat(frenchPage[strings.Index(frenchPage, "\n"):], 12), "Title\n"+strings.Repeat(englishPage[strings.Index(englishPage, "\n"):], 12)
	return pairOf(french, english), pairOf(strings.ReplaceAll(french, "i", "y"), strings.ReplaceAll(english, "e", "i"))
}

func BenchmarkCompare(b *testing.B) {
	was, is := longPage()
	lock := confirmed(was)
	for name, pair := range map[string]Pair{"confirmed": was, "rewritten": is} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compare(lock, pair)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	was, _ := longPage()
	text := confirmed(was).String()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(text)
	}
}
