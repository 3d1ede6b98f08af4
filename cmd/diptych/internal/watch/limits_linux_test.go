package watch

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// limitVariable names the limit for a test that runs in a user namespace of its own.
const limitVariable = "DIPTYCH_TEST_LIMIT"

// TestLimits runs tests in a namespace where the kernel allows fewer watches, or no connection at all.
func TestLimits(t *testing.T) {
	for limit, test := range map[string]string{
		"max_inotify_watches=3":   "TestTooFewWatches",
		"max_inotify_instances=0": "TestNoEvents",
	} {
		t.Run(limit, func(t *testing.T) {
			t.Parallel()
			command := exec.Command(os.Args[0], "-test.run=^"+test+"$", "-test.v")
			command.Env = append(os.Environ(), limitVariable+"="+limit)
			command.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER,
				UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
				GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}}
			out, err := command.CombinedOutput()
			if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSPC) {
				t.Skipf("no user namespace is to be had here: %v", err)
			}
			if err != nil || !bytes.Contains(out, []byte("--- PASS: "+test)) {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// limited sets the limit that TestLimits asked for, or skips the test.
func limited(t *testing.T) {
	t.Helper()
	limit, value, found := strings.Cut(os.Getenv(limitVariable), "=")
	if !found {
		t.Skip("TestLimits runs this test in a namespace of its own")
	}
	if err := os.WriteFile("/proc/sys/user/"+limit, []byte(value), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestTooFewWatches has three watches for five folders: those that are left out are found by the slow look, and are
// watched once there is room.
func TestTooFewWatches(t *testing.T) {
	limited(t)
	m := newMirror(t)
	for _, text := range []string{"un", "deux"} { // the second time nothing is said
		m.watcher.Looked(0)
		for _, path := range []string{"content/index.fr.md", "content/événements/été.fr.md", "layouts/page.html"} {
			m.write(path, text)
		}
		m.await()
	}
	m.notices("the system allows too few watches for all folders of the site, so what it leaves out " + instead +
		"; on Linux, raise fs.inotify.max_user_watches")
	m.remove("content/événements")
	m.await()
	m.watcher.Looked(0)
	for change := range m.watcher.Changes() {
		if change.All {
			break
		}
	}
	m.watcher.Looked(1000 * time.Hour)
	m.heard = nil
	m.write("i18n/fr.toml", "été = \"Été\"")
	m.hear("i18n/fr.toml")
}

// TestNoEvents can have no connection to the kernel, and looks at everything now and then.
func TestNoEvents(t *testing.T) {
	limited(t)
	m := newMirror(t)
	for _, text := range []string{"un", "deux"} {
		m.watcher.Looked(0)
		m.write("content/événements/été.fr.md", text)
		m.await()
	}
	if diff := cmp.Diff([]Change{{All: true}, {All: true}}, m.heard); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	m.notices("the system gives no file events (too many open files), so the whole site " + instead +
		"; on Linux, raise fs.inotify.max_user_instances or the limit of open files")
}

// notices compares what was said so far.
func (m *mirror) notices(want ...string) {
	m.t.Helper()
	var got []string
	for len(m.watcher.Notices()) > 0 {
		got = append(got, <-m.watcher.Notices())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		m.t.Errorf("notices (-want +got):\n%s", diff)
	}
}

// TestOverflow lets more events pile up than the kernel keeps, with a folder renamed amid those that are lost.
func TestOverflow(t *testing.T) {
	m := &mirror{t: t, root: t.TempDir()}
	m.write("content/événements/été.fr.md", "L’été")
	m.write("content/index.fr.md", "Bienvenue")
	m.write("content/index.en.md", "Welcome")
	ctx := endingWith(t)
	watcher, err := prepare(ctx, m.root, siteOptions)
	m.must(err)
	before := m.disk(".")
	m.overflow()
	m.rename("content/événements", "content/rencontres")
	m.write("content/rencontres/juin/nouveau.fr.md", "« neuf »")
	go watcher.run(ctx)
	m.attend(watcher)
	m.texts = before
	m.await()
	if last := m.heard[len(m.heard)-1]; !last.All {
		t.Errorf("the last change is %v", last)
	}
	m.heard = nil
	for _, path := range []string{"content/rencontres/juin/nouveau.fr.md", "content/rencontres/été.fr.md"} {
		m.write(path, "les veilles sont en place, sous le nouveau nom")
		m.hear(path)
	}
	m.notices()
}

// overflow causes more events than the kernel's queue and fsnotify's buffer can hold.
func (m *mirror) overflow() {
	limit, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	m.must(err)
	events, err := strconv.Atoi(strings.TrimSpace(string(limit)))
	m.must(err)
	if events > 1_000_000 {
		m.t.Skipf("the kernel keeps %d events here", events)
	}
	french, err := os.OpenFile(m.name("content/index.fr.md"), os.O_APPEND|os.O_WRONLY, 0)
	m.must(err)
	defer french.Close()
	english, err := os.OpenFile(m.name("content/index.en.md"), os.O_APPEND|os.O_WRONLY, 0)
	m.must(err)
	defer english.Close()
	for range events/2 + 4096 { // in turns, since the kernel keeps equal neighbours once
		fmt.Fprint(french, "à")
		fmt.Fprint(english, "a")
	}
}

func TestShares(t *testing.T) {
	if got := shareOf(t.TempDir()); got != "" {
		t.Errorf("the folder for temporary files is taken for one on %s", got)
	}
	if got := shareOf("/absent"); got != "" {
		t.Errorf("what is not there is taken for %s", got)
	}
	var found syscall.Statfs_t
	if err := syscall.Statfs("/proc", &found); err != nil || uint32(found.Type) != 0x9fa0 {
		t.Errorf("the type of /proc is %x (%v), so the numbers mean something else here", found.Type, err)
	}
	names := map[uint32]string{0x6969: "NFS", 0xfe534d42: "a Windows share (SMB)", 0xef53: "", 0x01021994: ""}
	for magic, want := range names {
		if got := shareName(magic); got != want {
			t.Errorf("the number %x is %q, want %q", magic, got, want)
		}
	}
}
