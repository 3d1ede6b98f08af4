package publish

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"os"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// tree is a folder below which others are opened. A name that leads from there is shorter than a whole one, and so are those of
// files in a folder that is open: the system walks each of them anew.
type tree struct{ opened }

// opened is a folder that is open to be read.
type opened struct {
	fd   int
	name string
}

func openTree(name string) (tree, error) {
	folder, err := openAt(unix.AT_FDCWD, name)
	return tree{folder}, err
}

// open opens a folder of the tree, which may be no link.
func (t tree) open(path string) (opened, error) { return openAt(t.fd, path) }

func openAt(above int, name string) (o opened, err error) {
	o = opened{name: name}
	err = again(func() error {
		o.fd, err = unix.Openat(above, name, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
		return err
	})
	if err != nil {
		return opened{}, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return o, nil
}

func (o opened) close() { unix.Close(o.fd) }

// changed tells when the folder was changed last.
func (o opened) changed() (time.Time, error) {
	var info unix.Stat_t
	if err := again(func() error { return unix.Fstat(o.fd, &info) }); err != nil {
		return time.Time{}, &os.PathError{Op: "stat", Path: o.name, Err: err}
	}
	return time.Unix(info.Ctim.Unix()), nil
}

// stat tells what a name in the folder is, and when it was changed last, in whatever way.
func (o opened) stat(name string) (changed time.Time, kind fs.FileMode, err error) {
	var info unix.Stat_t
	err = again(func() error { return unix.Fstatat(o.fd, name, &info, unix.AT_SYMLINK_NOFOLLOW) })
	switch info.Mode & unix.S_IFMT {
	case unix.S_IFREG:
	case unix.S_IFDIR:
		kind = fs.ModeDir
	default:
		kind = fs.ModeIrregular
	}
	return time.Unix(info.Ctim.Unix()), kind, err
}

// entries are reused from folder to folder.
var entries = sync.Pool{New: func() any { return new([8192]byte) }}

// each calls do for each name in the folder.
func (o opened) each(do func(name string, isFolder bool) error) error {
	buf := entries.Get().(*[8192]byte)
	defer entries.Put(buf)
	for {
		var n int
		err := again(func() (err error) {
			n, err = unix.Getdents(o.fd, buf[:])
			return err
		})
		if err != nil {
			return &os.PathError{Op: "read", Path: o.name, Err: err}
		}
		if n == 0 {
			return nil
		}
		for rest := buf[:n]; len(rest) > 0; {
			entry := rest[:binary.NativeEndian.Uint16(rest[16:])]
			rest = rest[len(entry):]
			name, _, _ := bytes.Cut(entry[19:], []byte{0})
			if err := o.tell(string(name), entry[18], do); err != nil {
				return err
			}
		}
	}
}

// tell calls do for a name of an entry. Some file systems leave it to others to ask what it is.
func (o opened) tell(name string, kind byte, do func(name string, isFolder bool) error) error {
	if name == "." || name == ".." {
		return nil
	}
	isFolder := kind == unix.DT_DIR
	if kind == unix.DT_UNKNOWN {
		_, kind, err := o.stat(name)
		if isGone(err) {
			return nil
		}
		if err != nil {
			return &os.PathError{Op: "lstat", Path: name, Err: err}
		}
		isFolder = kind.IsDir()
	}
	return do(name, isFolder)
}
