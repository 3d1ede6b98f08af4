package source

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"diptych/cmd/diptych/internal/wording"
)

// errNotAFile says that what stands at a path is a folder, a pipe, a socket or a device. Each is the same error.
func errNotAFile() error { return wording.Errorf("it is not a regular file") }

// open opens a regular file below a root, and gives its size in bytes. Opening anything else neither waits for its other
// end nor succeeds.
func open(root *os.Root, name string) (*os.File, int64, error) {
	// O_NONBLOCK: opening a named pipe would otherwise wait for a writer.
	file, err := root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if errors.Is(err, syscall.ENXIO) { // a socket
		err = &fs.PathError{Op: "open", Path: name, Err: errNotAFile()}
	}
	if err != nil {
		return nil, 0, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: name, Err: errNotAFile()}
	}
	if err != nil {
		file.Close()
		return nil, 0, err
	}
	return file, info.Size(), nil
}
