// Package save replaces a file of a site's source, whole or not at all: whoever reads it, and whatever happens meanwhile,
// there is the old text or the new one.
//
// The new text is written to a hidden file beside the old one, brought to the disk, and renamed. All of this goes through
// an [os.Root], so that no path or link leads out of the site's folder.
package save

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// File writes a file at a slash-separated path relative to the root, and the folders above it that are not there. The
// rights of a file that it replaces stay. It refuses to replace what is no regular file, such as a link, since a link would
// end up as a file of its own. On an error the old file is still there; the error is that of the file system, or says what
// stands in the way.
func File(root *os.Root, name string, data []byte) error {
	mode, err := modeOf(root, name)
	if err != nil {
		return err
	}
	folder := path.Dir(name)
	if err := root.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	file, beside, err := create(root, name, mode)
	if err != nil {
		return err
	}
	if err = errors.Join(fill(file, data, mode), file.Close()); err == nil {
		err = root.Rename(beside, name)
	}
	if err != nil {
		return errors.Join(err, root.Remove(beside))
	}
	sync(root, folder)
	return nil
}

// modeOf gives the rights that the file is to have.
func modeOf(root *os.Root, name string) (fs.FileMode, error) {
	info, err := root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0o644, nil
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return 0, fmt.Errorf("%q is not a regular file, and is not replaced", name)
	}
	return info.Mode().Perm(), nil
}

// attempts is how many names are tried for the new file. A name is taken only while another program saves the same file, or
// since one was killed then.
const attempts = 100

// create opens a new file beside the one that it is to replace. Its name is hidden, so that it is no part of the site.
func create(root *os.Root, name string, mode fs.FileMode) (file *os.File, beside string, err error) {
	for n := range attempts {
		beside = fmt.Sprintf("%s/.%s.diptych-%d", path.Dir(name), path.Base(name), n)
		file, err = root.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return file, beside, err
}

// fill writes the text and brings it to the disk.
func fill(file *os.File, data []byte, mode fs.FileMode) error {
	if _, err := file.Write(data); err != nil {
		return err
	}
	if err := file.Chmod(mode); err != nil { // the umask may have taken rights away that the old file has
		return err
	}
	return file.Sync()
}

// sync brings the new name to the disk, where the system can do that to a folder. What is lost otherwise is the new text,
// and only if the machine stops right now.
func sync(root *os.Root, folder string) {
	if opened, err := root.Open(folder); err == nil {
		_ = opened.Sync()
		opened.Close()
	}
}

// Move renames a file, makes the folders above its new name, and removes those above its old one, up to and without the
// folder within, that have nothing left in them. Nothing is written over: the error says so if the new name is taken.
func Move(root *os.Root, from, to, within string) error {
	if _, err := root.Lstat(to); err == nil {
		return fmt.Errorf("%q is there already", to)
	}
	if err := root.MkdirAll(path.Dir(to), 0o755); err != nil {
		return err
	}
	if err := root.Rename(from, to); err != nil {
		return err
	}
	for folder := path.Dir(from); folder != within && folder != "."; folder = path.Dir(folder) {
		if root.Remove(folder) != nil { // something is in it
			break
		}
	}
	sync(root, path.Dir(to))
	return nil
}
