package watch

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"
)

// folders keeps the watches where the site's folders are: at the root for the names in it, and at each folder below the
// given ones. Only one goroutine uses it at a time, apart from root and options, which never change.
//
// A watch belongs to a folder on disk, not to its name. While the kernel's events are behind the disk, a folder that was
// moved may still be known by its old name, and watching it by the new one does nothing. So the names that the kernel
// does not confirm are kept in doubt, and with the next change they are watched and told again.
type folders struct {
	root    string
	options Options
	notices *notices
	attend  func(*kernel) // starts to take the events of a new connection

	kernel  *kernel // nil while there is none
	watched map[string]bool
	doubt   []string
}

// follow puts the watches in order after what was heard. It adds to found the folders that may have changed unseen.
func (f *folders) follow(found *news) {
	switch {
	case f.options.Poll:
		return
	case f.kernel == nil || found.lost:
		f.renew()
	case found.all:
		f.coverAll()
	default:
		f.drop(found.hints) // all of them, before any is watched by its new name
		f.coverNew(found.hints)
	}
	f.recheck(found)
}

// renew starts over with a new connection: after lost events nobody knows which watch is where.
func (f *folders) renew() {
	f.close()
	connection, err := connect()
	if err != nil {
		f.notices.noEvents(err)
		return
	}
	f.kernel, f.watched, f.doubt = connection, map[string]bool{}, nil
	f.attend(connection)
	f.coverAll()
}

// close gives the connection back, if there is one.
func (f *folders) close() {
	if f.kernel != nil {
		f.kernel.Close()
		f.kernel = nil
	}
}

// coverAll watches all that belongs to the site, as far as it is there.
func (f *folders) coverAll() {
	f.add(".")
	for _, folder := range f.options.Folders {
		if f.isFolder(folder) {
			f.cover(folder)
		}
	}
}

// coverNew watches the names that came and are folders.
func (f *folders) coverNew(hints map[string]hint) {
	for path, h := range hints {
		if h.came && f.isFolder(path) {
			f.cover(path)
		}
	}
}

// cover watches a folder and all below. The watch comes before the list, so that a name that comes between is either
// in the list or told.
func (f *folders) cover(folder string) {
	f.add(folder)
	entries, err := os.ReadDir(f.name(folder))
	if err != nil {
		return // gone again, or not to be read, which is for the receiver to find
	}
	for _, entry := range entries {
		below := folder + "/" + entry.Name()
		if entry.IsDir() && f.options.belongs(below) {
			f.cover(below)
		}
	}
}

// add watches one folder. One that can't be watched is left to the slow look.
func (f *folders) add(folder string) {
	err := f.kernel.Add(f.name(folder))
	switch {
	case err == nil:
		f.watched[folder] = true
		f.notices.elsewhere(folder, f.name(folder))
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR): // gone again
	default:
		f.notices.unwatched(folder, err)
	}
}

// drop gives up the watches at and below the names that went away. A folder that was only moved takes its watches with
// it under the old names; they must go before it can be watched by its new name.
func (f *folders) drop(hints map[string]hint) {
	for folder := range f.watched {
		if wentAway(hints, folder) {
			_ = f.kernel.Remove(f.name(folder)) // the kernel drops the watch of a removed folder by itself
			delete(f.watched, folder)
		}
	}
}

// wentAway tells whether a folder, or one that it stands in, went away.
func wentAway(hints map[string]hint, folder string) bool {
	for ; folder != "."; folder = path.Dir(folder) {
		if hints[folder].gone {
			return true
		}
	}
	return false
}

// recheck watches and tells again the folders that were in doubt, and finds those that are now.
func (f *folders) recheck(found *news) {
	if f.kernel == nil {
		return
	}
	for _, folder := range f.doubt {
		found.add(hint{path: folder})
		if f.isFolder(folder) {
			f.cover(folder)
		}
	}
	f.doubt = f.unconfirmed()
}

// unconfirmed gives the folders that the kernel does not know by the name by which they were watched.
func (f *folders) unconfirmed() []string {
	confirmed := f.kernel.WatchList()
	slices.Sort(confirmed)
	var folders []string
	for folder := range f.watched {
		if _, found := slices.BinarySearch(confirmed, f.name(folder)); !found && folder != "." {
			folders = append(folders, folder)
		}
	}
	return folders
}

// isFolder tells whether a path is a folder now. Links to folders are not followed, apart from the given ones.
func (f *folders) isFolder(path string) bool {
	look := os.Lstat
	if slices.Contains(f.options.Folders, path) {
		look = os.Stat
	}
	info, err := look(f.name(path))
	return err == nil && info.IsDir()
}

// name is a path as the system writes it.
func (f *folders) name(path string) string { return filepath.Join(f.root, filepath.FromSlash(path)) }
