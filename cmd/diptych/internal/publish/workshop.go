package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"diptych/cmd/diptych/internal/wording"
)

// The workshop is the hidden folder in which the next generation is made. Its file lock keeps builds of one output apart and says
// who holds it; it goes with the folder.

// patience is how long a build waits for another, looking every glance.
const (
	patience = time.Minute
	glance   = 50 * time.Millisecond
)

// claim takes the workshop for this build alone. It stands beside the output, so that the two can be exchanged; where they can't
// be, or nothing can be made there, it stands within.
func (s *Stage) claim(ctx context.Context, busy func(holder string)) error {
	if _, err := checkOurs(s.output); err != nil {
		return err
	}
	folder, name := filepath.Split(s.output)
	beside := filepath.Join(folder, "."+name+".diptych")
	if hasMount(beside) { // to clear it away would empty what is mounted
		return wording.Errorf("something is mounted in %q, where the next site is made; unmount it", beside)
	}
	if s.apart = !hasMount(s.output); s.apart {
		err := s.hold(ctx, beside, busy)
		if _, wrong := os.Stat(s.output); wrong != nil || !unmovable(err) {
			return err
		}
		s.apart = false
	}
	err := s.hold(ctx, filepath.Join(s.output, inner), busy)
	if unmovable(err) {
		return wording.Errorf("nothing can be written in the output %q, nor beside it: %s", s.output, err)
	}
	return err
}

// hold takes a workshop, and waits for it if another build has it.
func (s *Stage) hold(ctx context.Context, work string, busy func(holder string)) error {
	for waited := time.Duration(0); ; waited += glance {
		held, holder, err := s.take(work)
		if err != nil || held != nil {
			s.work, s.held = work, held
			return err
		}
		if waited >= patience {
			return wording.Errorf("another build is writing the output %q: %s; wait until it has ended, or end it", s.output, holder)
		}
		if waited == 0 {
			busy(holder)
		}
		select {
		case <-ctx.Done():
			return wording.Errorf("interrupted")
		case <-time.After(glance):
		}
	}
}

// take takes a workshop unless another build has it; then it says which.
func (s *Stage) take(work string) (held *os.File, holder string, err error) {
	for {
		if err := s.disk.mkdir(work); err != nil {
			return nil, "", err
		}
		if err := checkWorkshop(work); err != nil {
			return nil, "", err
		}
		name := filepath.Join(work, "lock")
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if errors.Is(err, fs.ErrNotExist) {
			continue // the other build ended meanwhile, and took the folder with it
		}
		if err != nil {
			return nil, "", err
		}
		taken, err := lock(file)
		if err != nil {
			return nil, "", errors.Join(wording.Errorf("%q can't be locked: %s", name, err), file.Close())
		}
		if !taken {
			defer file.Close()
			return nil, holderOf(name), nil
		}
		here, err := os.Stat(name)
		if locked, wrong := file.Stat(); err == nil && wrong == nil && os.SameFile(here, locked) {
			sign(file)
			return file, "", nil
		}
		file.Close() // as above
	}
}

// checkWorkshop refuses a folder that has the name of a workshop and is none: what is in it would be removed. Hidden files that
// systems leave anywhere do no harm.
func checkWorkshop(work string) error {
	entries, err := os.ReadDir(work)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		if name == marker || !strings.HasPrefix(name, ".") && !slices.Contains([]string{"lock", "new", "spare", "old", "manifest"}, name) {
			return wording.Errorf("the folder %q, in which the site is to be made, holds %q, which diptych did not put there; move it away", work, name)
		}
	}
	return nil
}

// sign says in a lock who has it. That this fails does no harm.
func sign(lock *os.File) {
	if lock.Truncate(0) == nil {
		fmt.Fprintf(lock, "process %d\n", os.Getpid())
	}
}

// now is the time by the clock of the file system: that of the lock, which this build has just signed.
func (s *Stage) now() time.Time {
	info, err := s.held.Stat()
	if err != nil {
		return time.Time{} // and nothing is trusted
	}
	return info.ModTime()
}

func holderOf(lock string) string {
	text, _ := os.ReadFile(lock)
	if holder := strings.TrimSpace(string(text)); holder != "" {
		return holder
	}
	return "another process"
}

// close removes the workshop, its lock last: another build may begin as soon as that is gone.
func (s *Stage) close() error {
	entries, err := os.ReadDir(s.work)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Name() != "lock" {
			err = errors.Join(err, s.disk.removeAll(filepath.Join(s.work, entry.Name())))
		}
	}
	if err != nil {
		return err
	}
	if err = s.disk.removeAll(s.work); errors.Is(err, fs.ErrExist) {
		return nil // the folder is that of the other build
	}
	return err
}

// release gives the workshop back.
func (s *Stage) release() {
	s.held.Close()
	s.held = nil
}

// repair puts the output back in its place if a build was killed while it had to be renamed.
func (s *Stage) repair() error {
	if _, err := os.Lstat(s.output); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, s.disk.removeAll(s.aside()))
	}
	if err := s.disk.rename(s.aside(), s.output); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
