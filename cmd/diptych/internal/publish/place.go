package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"diptych/cmd/diptych/internal/wording"
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
	switch info, err := os.Lstat(path); {
	case err == nil && info.Mode().Type() != fs.ModeSymlink:
		return place(path) // another build has put it there since
	case err == nil:
		return "", wording.Errorf("%q is a link that leads nowhere; remove it, or make the folder that it names", path)
	}
	above, err := place(filepath.Dir(path))
	return filepath.Join(above, filepath.Base(path)), err
}

// resolve gives the folder to publish in, absolute and without links. The error says why it can't be replaced: it is the site's
// source, or above it, or one of the folders that the site is made of; or it is the user's home, or above it.
func (at Place) resolve() (output string, err error) {
	if output, err = place(at.Output); err != nil {
		return "", err
	}
	for folder := output; folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if name := filepath.Base(folder); name == inner || name != marker && strings.HasPrefix(name, ".") && strings.HasSuffix(name, marker) {
			return "", wording.Errorf("the output %q would be in %q, where diptych makes another one; name another folder", output, folder)
		}
	}
	for folder := filepath.Dir(output); folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if _, err := os.Lstat(filepath.Join(folder, marker)); err == nil {
			return "", wording.Errorf("the output %q would be in %q, which is the output of another site; name another folder", output, folder)
		}
	}
	source, err := place(at.Source)
	if err != nil {
		return "", err
	}
	if output == source {
		return "", wording.Errorf("the output %q is the site's own source; name another folder", output)
	}
	if inside(source, output) {
		return "", wording.Errorf("the output %q holds the site's own source; name another folder", output)
	}
	for _, room := range []string{"content", "layouts", "static", "i18n", "cmd", ".git"} {
		folder, err := place(filepath.Join(source, room))
		if err == nil && inside(output, folder) {
			return "", wording.Errorf("the output %q is part of the site's source; name another folder", output)
		}
	}
	if home, err := place(at.Home); at.Home != "" && err == nil && inside(home, output) {
		return "", wording.Errorf("the output %q is somebody's home, or holds one; name a folder in it", output)
	}
	return output, nil
}

// inside tells whether path is folder or below it.
func inside(path, folder string) bool {
	way, err := filepath.Rel(folder, path)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// checkOurs refuses a folder with files in it that we did not write, and tells whether there are any that we did.
func checkOurs(output string) (there bool, err error) {
	entries, err := os.ReadDir(output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, wording.Errorf("the output %q is not a folder that can be read: %s", output, err)
	case len(entries) == 0 || len(entries) == 1 && entries[0].Name() == inner:
		return false, nil
	}
	if info, err := os.Lstat(filepath.Join(output, marker)); err != nil || !info.Mode().IsRegular() {
		return false, wording.Errorf("the output %q holds files, and no .diptych by which a build would know them as its own; name another folder, or move away what is yours and empty this one", output)
	}
	return true, nil
}
