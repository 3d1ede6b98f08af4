package asset

import (
	"strings"
	"testing"
	"time"
)

// FuzzReferences holds that each place lies in the text and behind the one before it, and names what stands between a
// url( or a quote and its end.
func FuzzReferences(f *testing.F) {
	for _, seed := range []string{
		"", "@import \"é.css\";", "@import url( 'à la une.css' ) print;", "a{src:url(../été.woff2?#x),url(\"b\")}", "/*/ url(x) */url(y)",
		"\"\\\"url(x)\"", "url(", "url(\"", "url('\\", "url(a\\", "@import '", ".l\\'été{}", "\"L'été\nurl(x)", "curl(x)", "url(\n\r\f)", "url()",
		"url(data:image/svg+xml;utf8,<svg/>)", "\\", "/*", "url(\"a\" ", "@IMPORT\t\"A.CSS\"",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, css []byte) {
		last := 0
		for _, ref := range references(css) {
			if ref.from < last || ref.to < ref.from || ref.to > len(css) {
				t.Fatalf("%q: %v comes after %d", css, ref, last)
			}
			before := strings.TrimRight(string(css[last:ref.from]), blank)
			if !strings.HasSuffix(before, `"`) && !strings.HasSuffix(before, "'") && !strings.HasSuffix(strings.ToLower(before), "url(") {
				t.Fatalf("%q: %v is behind %q", css, ref, before)
			}
			last = ref.to
		}
	})
}

// TestReferencesIsFast has inputs on which a search that goes back would take minutes.
func TestReferencesIsFast(t *testing.T) {
	for _, part := range []string{"url(", "url(\"", "@import ", "\"", "'\n", "/*", "\\", "url(\"\n", "@import\"\n", "url('a' "} {
		css := []byte(strings.Repeat(part, 1<<20/len(part)))
		began := time.Now()
		references(css)
		if took := time.Since(began); took > time.Second {
			t.Errorf("a megabyte of %q took %v", part, took)
		}
	}
}
