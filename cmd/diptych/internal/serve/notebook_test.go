package serve

import (
	"maps"
	"testing"
)

func TestNotebook(t *testing.T) {
	var n notebook
	n.write("fr/été/index.html", "")
	for _, path := range []string{"fr/index.html", "en/index.html", "fr/hiver/index.html"} {
		n.write(path, "note "+path)
	}
	n.write("en/index.html", "")
	if n.of("fr/index.html") != "note fr/index.html" || n.of("en/index.html") != "" || n.of("fr/été/index.html") != "" {
		t.Errorf("it has %v", n.notes)
	}
	if n.keep([]string{"a", "fr/index.html"}); len(n.notes) != 2 {
		t.Errorf("few notes of no use are not kept: %v", n.notes)
	}
	if n.keep([]string{"fr/index.html"}); !maps.Equal(n.notes, map[string]string{"fr/index.html": "note fr/index.html"}) {
		t.Errorf("what is left is %v", n.notes)
	}
}
