//go:build unix

package publish

import (
	"errors"
	"os"
	"syscall"
)

// lock takes a file for this process alone, for as long as it is open; the kernel gives it back when the process ends,
// however it ends. It is false if another process has it. The error says that nothing can be locked here.
func lock(file *os.File) (taken bool, err error) {
	for err = syscall.EINTR; err == syscall.EINTR; {
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	}
	if err == syscall.EWOULDBLOCK {
		return false, nil
	}
	return err == nil, err
}

// unsyncable tells whether an error of a sync says that this file system has nothing to sync, as some have for folders.
func unsyncable(err error) bool {
	return errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP)
}

// unmovable tells whether an error of a rename says that what is named can't be moved as a whole: it is the root of a mount, or
// on another file system, or the folder above it may not be written.
func unmovable(err error) bool {
	for _, known := range []error{syscall.EBUSY, syscall.EXDEV, syscall.EACCES, syscall.EPERM, syscall.EROFS, syscall.ENAMETOOLONG} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

// isElsewhere tells whether an error of a rename says that the two names are on different file systems, or in different mounts.
func isElsewhere(err error) bool { return errors.Is(err, syscall.EXDEV) }
