//go:build unix

package publish

import (
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// createFile makes a new file. One of the package os would be looked at by several calls first, in case it is one to be waited for.
func createFile(name string) (io.WriteCloser, error) {
	out := &created{name: name}
	err := again(func() (err error) {
		out.fd, err = unix.Open(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL|unix.O_CLOEXEC, 0o644)
		return err
	})
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return out, nil
}

// created is a new file that is being written.
type created struct {
	fd   int
	name string
}

// Write implements io.Writer.
func (c *created) Write(p []byte) (n int, err error) {
	for n < len(p) {
		var m int
		err := again(func() (err error) {
			m, err = unix.Write(c.fd, p[n:])
			return err
		})
		if err == nil && m == 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return n, &os.PathError{Op: "write", Path: c.name, Err: err}
		}
		n += m
	}
	return n, nil
}

// Close ends the file. It is closed also where a signal came between.
func (c *created) Close() error {
	if err := unix.Close(c.fd); err != nil && err != unix.EINTR {
		return &os.PathError{Op: "close", Path: c.name, Err: err}
	}
	return nil
}

// again does something until no signal interrupts it.
func again(do func() error) error {
	for {
		if err := do(); err != unix.EINTR {
			return err
		}
	}
}
