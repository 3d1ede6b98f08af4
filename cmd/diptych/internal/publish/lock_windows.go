package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lock takes a file for this process alone, for as long as it is open. It is false if another process has it. The
// error says that nothing can be locked here.
func lock(file *os.File) (taken bool, err error) {
	const alone = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	behind := windows.Overlapped{OffsetHigh: 1} // behind what the file says, which others may read
	err = windows.LockFileEx(windows.Handle(file.Fd()), alone, 0, 1, 0, &behind)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return false, nil
	}
	return err == nil, err
}

// unsyncable tells whether an error of a sync says that there is nothing to sync: folders can't be, here.
func unsyncable(error) bool { return true }

// unmovable tells whether an error of a rename says that what is named can't be moved as a whole.
func unmovable(err error) bool {
	for _, known := range []error{windows.ERROR_NOT_SAME_DEVICE, windows.ERROR_ACCESS_DENIED, windows.ERROR_SHARING_VIOLATION} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

// isElsewhere tells whether an error of a rename says that the two names are on different file systems.
func isElsewhere(err error) bool { return errors.Is(err, windows.ERROR_NOT_SAME_DEVICE) }
