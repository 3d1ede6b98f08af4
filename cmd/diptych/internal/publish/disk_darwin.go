package publish

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// exchange swaps two names in one step (renamex_np with RENAME_SWAP, macOS 10.12).
func exchange(a, b string) error {
	err := unix.RenamexNp(a, b, unix.RENAME_SWAP)
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL) {
		return errNoExchange
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// syncAll can't be had here.
func syncAll(string) (done bool, err error) { return false, nil }

// hasMount tells whether a folder is the root of a mount, or has one in it: nothing can be put in its place, or what is mounted
// would go with it.
func hasMount(folder string) bool {
	n, err := unix.Getfsstat(nil, unix.MNT_NOWAIT)
	if err != nil {
		return false // that a folder can't be replaced is then seen when it is tried
	}
	mounts := make([]unix.Statfs_t, n)
	if n, err = unix.Getfsstat(mounts, unix.MNT_NOWAIT); err != nil {
		return false
	}
	for _, mount := range mounts[:min(n, len(mounts))] {
		if inside(unix.ByteSliceToString(mount.Mntonname[:]), folder) {
			return true
		}
	}
	return false
}

// changeTime gives when a file was changed last, in whatever way: no program can set that back.
func changeTime(info fs.FileInfo) time.Time {
	return time.Unix(info.Sys().(*syscall.Stat_t).Ctimespec.Unix())
}
