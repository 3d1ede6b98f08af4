//go:build unix

package publish

import (
	"os"
	"syscall"
)

// lock takes a file or folder for this process alone, for as long as it is open; the kernel gives it back when the process ends,
// however it ends. It is false if another process has it.
func lock(file *os.File) bool {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
