package publish

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// exchange swaps two names in one step (renameat2 with RENAME_EXCHANGE, Linux 3.15).
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return errNoExchange
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// syncAll writes all that a file system has in memory to its disk (syncfs(2), which reports errors since Linux 5.8).
func syncAll(root string) (done bool, err error) {
	folder, err := os.Open(root)
	if err != nil {
		return true, err
	}
	defer folder.Close()
	return true, unix.Syncfs(int(folder.Fd()))
}

// isMount tells whether a folder is the root of a mount, a bind mount included, which nothing can be put in the place of
// (statx(2), Linux 5.8).
func isMount(folder string) bool {
	var found unix.Statx_t
	if err := unix.Statx(unix.AT_FDCWD, folder, unix.AT_SYMLINK_NOFOLLOW, 0, &found); err != nil {
		return false
	}
	return found.Attributes&found.Attributes_mask&unix.STATX_ATTR_MOUNT_ROOT != 0
}

// changeTime gives when a file was changed last, in whatever way: no program can set that back.
func changeTime(info fs.FileInfo) time.Time {
	return time.Unix(info.Sys().(*syscall.Stat_t).Ctim.Unix())
}
