package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"diptych/cmd/diptych/internal/wording"
)

// Result says how an output came to be what it is.
type Result struct {
	Changes
	Singly bool // whether its files were replaced one by one, since the folder can't be exchanged; on an error, perhaps not all
}

// Commit puts the new files in the place of the old ones. On an error the old ones are still there; where the output can't be
// exchanged, some of them may be replaced, and the next build does the rest. When nothing changed, nothing is touched.
func (s *Stage) Commit() (Result, error) {
	result := Result{Changes: s.Changes()}
	if err := s.checkExtras(s.live); err != nil {
		return result, err
	}
	if result.None() && s.live.there && maps.Equal(s.live.named, s.sums) { // what a manifest names wrongly may be of others one day
		_ = s.renote() // without its notes the next build takes longer, and no more
		return result, s.Discard()
	}
	if err := s.lookAgain(); err != nil {
		return result, err
	}
	result.Kept = s.live.extras
	from := s.fresh()
	if s.apart {
		made, err := s.assemble()
		if err != nil {
			return result, err
		}
		if err = s.swap(made); err == nil {
			s.keep(made)
			return result, nil
		}
		if !unmovable(err) {
			return result, err
		}
		from = made
	}
	var err error
	result.Singly, err = s.replace(from, result.Changes)
	return result, s.finish(err)
}

// renote writes the manifest of an output anew that stays as it is, if what is noted of its files is other than before. What was not
// changed since the output was looked at is as it says: so it bears that time.
func (s *Stage) renote() error {
	if maps.Equal(s.notes, s.live.notes) {
		return nil
	}
	return s.markAt(s.output, s.sums, s.looked)
}

// lookAgain finds the files that others have put into the output while the site was made.
func (s *Stage) lookAgain() error {
	extras, err := s.live.extrasIn(s.output)
	if err != nil {
		return err
	}
	s.live.extras = extras
	return s.checkExtras(s.live)
}

// checkLeft refuses an exchange at whose last moment others have put files into the output, or changed theirs: they would be left
// behind with the old generation.
func (s *Stage) checkLeft(left string) error {
	extras, err := s.live.extrasIn(left)
	if err != nil {
		return err
	}
	for _, path := range extras {
		was, gone := os.Lstat(filepath.Join(left, filepath.FromSlash(path)))
		now, missing := os.Lstat(s.live.name(path))
		if gone != nil {
			continue
		}
		isSame := missing == nil && (os.SameFile(was, now) || was.Mode().Type() == now.Mode().Type() && was.Size() == now.Size() &&
			(was.Mode().Type() == fs.ModeSymlink || was.ModTime().Equal(now.ModTime())))
		if !isSame || !slices.Contains(s.live.extras, path) {
			return wording.Errorf("%q was changed by another program while the site was published; build again", s.live.name(path))
		}
	}
	return nil
}

// finish removes the workshop.
func (s *Stage) finish(err error) error {
	if err != nil {
		return err
	}
	defer s.release()
	return s.close()
}

// swap puts a generation in the place of the output, which is then where the generation was.
func (s *Stage) swap(made string) error {
	_, err := os.Lstat(s.output)
	first := errors.Is(err, fs.ErrNotExist)
	if hasMount(s.output) { // since the site is made
		return &os.LinkError{Op: "exchange", Old: made, New: s.output, Err: syscall.EBUSY}
	}
	if err := s.turn(made, first); err != nil {
		return err
	}
	above := filepath.Dir(s.output)
	if err := cmp.Or(s.checkLeft(made), s.disk.sync(above, []string{above})); err != nil {
		return errors.Join(err, s.turnBack(made, first))
	}
	return nil
}

// turn exchanges a generation and the output, of which there is none at the first time.
func (s *Stage) turn(made string, first bool) error {
	if first {
		return s.disk.rename(made, s.output)
	}
	err := s.disk.exchange(made, s.output)
	if !errors.Is(err, errNoExchange) {
		return err
	}
	if err := s.disk.rename(s.output, s.aside()); err != nil {
		return err
	}
	if err := s.disk.rename(made, s.output); err != nil {
		if stuck := s.disk.rename(s.aside(), s.output); stuck != nil {
			return wording.Errorf("the old site is in %q now, and the next build puts it back: %s; %s", s.aside(), err, stuck) // and is not replaced singly
		}
		return err
	}
	_ = s.disk.rename(s.aside(), made) // the new one is in place; the next build clears the old one away
	return nil
}

func (s *Stage) turnBack(made string, first bool) error {
	if first {
		return s.disk.rename(s.output, made)
	}
	return s.turn(made, false)
}

// keep keeps the generation before as a spare, if there was one. The new one is in place: that the old one can't be kept is no
// error, and what is left of it is cleared away by the next build.
func (s *Stage) keep(before string) {
	defer s.release()
	if !s.live.there {
		_ = s.close()
		return
	}
	if before != s.spare() && s.disk.removeAll(s.spare()) == nil {
		_ = s.disk.rename(before, s.spare())
	}
	_ = s.disk.removeAll(s.fresh())
}
