package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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

// isMount tells whether a folder is the root of a mount, which nothing can be put in the place of.
func isMount(folder string) bool {
	var here, above syscall.Stat_t
	return syscall.Lstat(folder, &here) == nil && syscall.Lstat(filepath.Dir(folder), &above) == nil && here.Dev != above.Dev
}

// changeTime gives when a file was changed last, in whatever way: no program can set that back.
func changeTime(info fs.FileInfo) time.Time {
	return time.Unix(info.Sys().(*syscall.Stat_t).Ctimespec.Unix())
}
