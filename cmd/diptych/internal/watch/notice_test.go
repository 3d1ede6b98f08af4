package watch

import (
	"fmt"
	"os"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNoticesAreSaidOnce says everything three times with nobody listening: it must not wait, nor say it again.
func TestNoticesAreSaidOnce(t *testing.T) {
	n := newNotices()
	for range 3 {
		n.noEvents(fmt.Errorf("no connection: %w", syscall.ENOSYS))
		n.unwatched("content/été", syscall.ENOSPC)
		n.unwatched("content", syscall.EMFILE)
		n.unwatched("content/événements", &os.PathError{Op: "open", Path: "x", Err: syscall.EACCES})
		n.unwatched("content/autres", syscall.EACCES)
	}
	close(n.out)
	var got []string
	for notice := range n.out {
		got = append(got, notice)
	}
	want := []string{
		"the system gives no file events (function not implemented), so the whole site " + instead,
		"the system allows too few watches for all folders of the site, so what it leaves out " + instead +
			"; on Linux, raise fs.inotify.max_user_watches",
		`"content/événements" can't be watched (permission denied), so it ` + instead,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}
