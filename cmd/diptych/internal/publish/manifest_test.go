package publish

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	want := manifest{"fr/été/index.html": {1}, "a  b": {}, ".well-known/a": {2}}
	wantNotes := notes{"fr/été/index.html": "0f équipe", "a  b": "1", whole: "00 tout"}
	plain := string(want.text(wantNotes))
	for _, text := range []string{plain, strings.ReplaceAll(plain, "\n", "\r\n")} {
		got, said, ok := parse(text)
		if diff := cmp.Diff(want, got) + cmp.Diff(wantNotes, said); diff != "" || !ok {
			t.Errorf("%v (-want +got):\n%s", ok, diff)
		}
	}
	sum := strings.Repeat("0", 64)
	for _, bad := range []string{
		"x", "\n", sum + "\n", sum + " a\n", sum + "  \n", sum + "  .\n", sum + "  ../ailleurs/été\n", sum + "  /été\n", sum + "  fr/../../été\n",
		sum + "  " + marker + "\n", sum + "  " + inner + "/new\n", sum[2:] + "  été\n", sum + "00  été\n", "é" + sum[2:] + "  été\n", sum + "  été",
	} {
		if m, _, ok := parse(markerHead + bad); ok {
			t.Errorf("%q gives %v", bad, m)
		}
	}
	if _, _, ok := parse(sum + "  été\n"); ok {
		t.Error("a manifest needs no head")
	}
}

func TestIsPage(t *testing.T) {
	for path, want := range map[string]bool{
		"fr/été.html": true, "fr/été.HTM": true, "index.htm": true, "fr/été.css": false, "html": false, "fr.html/été": false, "a.html.gz": false,
	} {
		if isPage(path) != want {
			t.Errorf("%s: not %v", path, want)
		}
	}
}
