package publish

import (
	"errors"
	"io/fs"
	"os"
	"strings"
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

// hasMount tells whether a folder is the root of a mount, a bind mount included, or has one in it: nothing can be put in its place,
// or what is mounted would go with it (proc_pid_mountinfo(5)).
func hasMount(folder string) bool {
	text, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return false // that a folder can't be replaced is then seen when it is tried
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 4 && inside(unescape(fields[4]), folder) {
			return true
		}
	}
	return false
}

// unescape reads a path of mountinfo, in which blanks and the like are octal numbers.
var unescape = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace

// changeTime gives when a file was changed last, in whatever way: no program can set that back.
func changeTime(info fs.FileInfo) time.Time {
	return time.Unix(info.Sys().(*syscall.Stat_t).Ctim.Unix())
}
