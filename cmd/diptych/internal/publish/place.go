package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// place gives the absolute path of a folder without links in it. The folder, and those above it, need not be there yet.
func place(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("%q is a link that leads nowhere; remove it, or make the folder that it names", path)
	}
	above, err := place(filepath.Dir(path))
	return filepath.Join(above, filepath.Base(path)), err
}

// checkPlace refuses an output that is the site's source or above it, or one of the folders that the site is made of. Both
// paths are as [place] gives them.
func checkPlace(output, source string) error {
	if inside(source, output) {
		return fmt.Errorf("the output %q would replace the site's own source; name another folder", output)
	}
	for _, room := range []string{"content", "layouts", "static", "i18n", "cmd", ".git"} {
		folder, err := place(filepath.Join(source, room))
		if err == nil && inside(output, folder) {
			return fmt.Errorf("the output %q is part of the site's source; name another folder", output)
		}
	}
	return nil
}

// inside tells whether path is folder or below it.
func inside(path, folder string) bool {
	way, err := filepath.Rel(folder, path)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// checkOurs refuses a folder with files in it that we did not write.
func checkOurs(output string) error {
	entries, err := os.ReadDir(output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("the output %q is not a folder that can be read: %w", output, err)
	case len(entries) == 0:
		return nil
	}
	if _, err := os.Lstat(filepath.Join(output, marker)); err != nil {
		return fmt.Errorf("the output %q holds files that diptych did not write; name another folder, or empty this one", output)
	}
	return nil
}
