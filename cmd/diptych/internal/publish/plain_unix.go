//go:build unix

package publish

import (
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// plain is a file that is no more than that. One of the package os would be asked by several calls first whether it is one to be
// waited for.
type plain struct {
	fd   int
	name string
}

// createFile makes a new file.
func createFile(name string) (io.WriteCloser, error) {
	return openPlain(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL)
}

// openFile opens a file to be read, which may be no link.
func openFile(name string) (io.ReadCloser, error) {
	return openPlain(name, unix.O_RDONLY|unix.O_NOFOLLOW)
}

func openPlain(name string, flags int) (*plain, error) {
	p := &plain{name: name}
	err := again(func() (err error) {
		p.fd, err = unix.Open(name, flags|unix.O_CLOEXEC, 0o644)
		return err
	})
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return p, nil
}

// Read implements io.Reader.
func (p *plain) Read(b []byte) (n int, err error) {
	err = again(func() (err error) {
		n, err = unix.Read(p.fd, b)
		return err
	})
	switch {
	case err != nil:
		return 0, &os.PathError{Op: "read", Path: p.name, Err: err}
	case n == 0 && len(b) > 0:
		return 0, io.EOF
	}
	return n, nil
}

// Write implements io.Writer.
func (p *plain) Write(b []byte) (n int, err error) {
	for n < len(b) {
		var m int
		err := again(func() (err error) {
			m, err = unix.Write(p.fd, b[n:])
			return err
		})
		if err == nil && m == 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return n, &os.PathError{Op: "write", Path: p.name, Err: err}
		}
		n += m
	}
	return n, nil
}

// Close ends the file. It is closed also where a signal came between.
func (p *plain) Close() error {
	if err := unix.Close(p.fd); err != nil && err != unix.EINTR {
		return &os.PathError{Op: "close", Path: p.name, Err: err}
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
