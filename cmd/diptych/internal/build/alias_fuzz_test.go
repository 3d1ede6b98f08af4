package build

import (
	"io/fs"
	"strings"
	"testing"
)

// FuzzAlias holds that a former address, whatever an author writes, is refused or is a path inside the output that a
// browser asks for by the same letters.
func FuzzAlias(f *testing.F) {
	for _, seed := range []string{"/fr/ancien-nom/", "/été/", "/%C3%A9t%C3%A9/", "/a/../b", "/%2e%2e/x/",
		"//x", "/", "/%", "/a%00", "/.", "/..%2f", "/ "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, alias string) {
		clean, ok := cleanAlias(alias)
		if !ok {
			return
		}
		if !fs.ValidPath(clean) || clean == "." || strings.ContainsAny(clean, "\\?#:\x00\n") {
			t.Errorf("alias %q gives the path %q", alias, clean)
		}
		escaped, escapedOK := cleanAlias("/" + strings.ReplaceAll(clean, "%", "%25"))
		if !escapedOK || escaped != clean {
			t.Errorf("alias %q gives %q, and that again %q, %v", alias, clean, escaped, escapedOK)
		}
	})
}
