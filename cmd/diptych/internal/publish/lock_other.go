//go:build !unix

package publish

import "os"

// lock can't be had here, where an open folder can't be renamed either: two builds at once into one output are not kept
// apart.
func lock(file *os.File) bool { return file.Close() == nil }
