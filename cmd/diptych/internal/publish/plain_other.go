//go:build !unix

package publish

import (
	"io"
	"os"
)

// createFile makes a new file.
func createFile(name string) (io.WriteCloser, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// openFile opens a file to be read.
func openFile(name string) (io.ReadCloser, error) { return os.Open(name) }
