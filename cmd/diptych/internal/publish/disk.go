package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// disk is all that publishing changes on a disk, so that tests can have each of these changes fail. Reading needs none of it.
type disk interface {
	mkdir(name string) error                    // with the folders above it; it may be there
	create(name string) (io.WriteCloser, error) // a new file, which must not be there
	rename(from, to string) error
	exchange(a, b string) error // both must be there; [errNoExchange] where the system can't
	link(from, to string) error // a second name for a file
	symlink(target, name string) error
	remove(name string) error // a file or an empty folder
	removeAll(name string) error
	sync(root string, changed []string) error // what was written below root, of which changed are the files and folders
}

// errNoExchange says that two names can't be exchanged in one step here.
var errNoExchange = errors.New("two folders can't be exchanged in one step here")

// machine is the disk of this machine.
type machine struct{}

func (machine) mkdir(name string) error {
	if os.Mkdir(name, 0o755) == nil { // mostly those above it are there
		return nil
	}
	return os.MkdirAll(name, 0o755)
}

func (machine) create(name string) (io.WriteCloser, error) { return createFile(name) }

func (machine) rename(from, to string) error { return os.Rename(from, to) }

func (machine) exchange(a, b string) error { return exchange(a, b) }

func (machine) link(from, to string) error { return os.Link(from, to) }

func (machine) symlink(target, name string) error { return os.Symlink(target, name) }

func (machine) remove(name string) error { return os.Remove(name) }

func (machine) removeAll(name string) error {
	err := os.RemoveAll(name)
	if errors.Is(err, fs.ErrPermission) {
		loosen(name)
		err = os.RemoveAll(name)
	}
	return err
}

// loosen has the folders below one writable, which others may have made otherwise when they were in the output. What can't be
// loosened is told by what comes after.
func loosen(folder string) {
	_ = filepath.WalkDir(folder, func(name string, entry fs.DirEntry, _ error) error {
		if entry != nil && entry.IsDir() {
			_ = os.Chmod(name, 0o755)
		}
		return nil
	})
}

// fewChanges are so many that syncing each by itself is less than syncing all that the system has not written yet.
const fewChanges = 64

func (machine) sync(root string, changed []string) error {
	if len(changed) > fewChanges {
		if done, err := syncAll(root); done {
			return err
		}
	}
	for _, name := range changed {
		if err := syncOne(name); err != nil {
			return err
		}
	}
	return nil
}

func syncOne(name string) error {
	if info, err := os.Lstat(name); err != nil || !info.IsDir() && !info.Mode().IsRegular() {
		return err // a link of others may lead nowhere, and a pipe be waited for
	}
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := file.Sync(); err != nil && !unsyncable(err) {
		return err
	}
	return nil
}
