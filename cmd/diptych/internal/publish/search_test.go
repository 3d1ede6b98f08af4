package publish

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWideFolder holds that all of a folder is looked at which has more in it than a system gives at once: a file of others among
// many of ours, one that was changed, and one that is gone.
func TestWideFolder(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{}
	for i := range 2000 {
		files[fmt.Sprintf("fr/documents-%04d-été.html", i)] = fmt.Sprint("page ", i)
	}
	mustBuild(t, output, root, files)
	put(t, output, "fr/documents-0815-à-moi.html", "à moi")
	put(t, output, "fr/documents-1234-été.html", "autre")
	if err := (machine{}).remove(filepath.Join(output, "fr", "documents-1999-été.html")); err != nil {
		t.Fatal(err)
	}
	result := mustBuild(t, output, root, files)
	want := Changes{Added: []string{"fr/documents-1999-été.html"}, Changed: []string{"fr/documents-1234-été.html"},
		Kept: []string{"fr/documents-0815-à-moi.html"}}
	if diff := cmp.Diff(want, result.Changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	checkContent(t, output, built(files, map[string]string{"fr/documents-0815-à-moi.html": "à moi"}))
}
