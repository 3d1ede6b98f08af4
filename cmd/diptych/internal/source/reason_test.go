package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"diptych/cmd/diptych/internal/wording"
)

func TestReason(t *testing.T) {
	tests := []struct {
		err  error
		want wording.Sentence
	}{
		{&fs.PathError{Op: "open", Path: "a.md", Err: syscall.EACCES}, wording.Sentence{English: "permission denied", French: "permission refusée"}},
		{fmt.Errorf("a: %w", &fs.PathError{Err: syscall.EISDIR}), wording.Sentence{English: "is a directory", French: "c’est un dossier"}},
		{errors.New("cassé"), wording.Sentence{English: "cassé", French: "cassé"}},
	}
	for _, test := range tests {
		if got := Reason(test.err); got != test.want {
			t.Errorf("%v is said as %q / %q", test.err, got.English, got.French)
		}
	}
}

// TestReasonOutside holds that the words of [os.Root], whose error has no name, are known.
func TestReasonOutside(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	_, err = root.Open("../a")
	if got := Reason(err); got.French != "le chemin sort du dossier du site" {
		t.Errorf("%v is said as %q", err, got.French)
	}
}
