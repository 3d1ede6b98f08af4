package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// TestReadOnlyExtras holds that a folder of others which may not be written stops no build, and that nothing of it is left.
func TestReadOnlyExtras(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("who may do anything is stopped by nothing")
	}
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	put(t, output, "notes/été/à-moi.txt", "à moi")
	if err := os.Chmod(filepath.Join(output, "notes", "été"), 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { loosen(root) })
	for i := range 5 {
		mustBuild(t, output, root, editions[(i+1)%3])
		checkContent(t, output, built(editions[(i+1)%3], map[string]string{"notes/été/à-moi.txt": "à moi"}))
	}
}
