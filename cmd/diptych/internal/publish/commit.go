package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
)

// Result says how an output came to be what it is.
type Result struct {
	Changes
	Singly bool // whether its files had to be replaced one by one, since the folder can't be exchanged
}

// Commit puts the new files in the place of the old ones. On an error the old ones are still there; where the output can't be
// exchanged, some of them may be replaced, and the next build does the rest. When nothing changed, nothing is touched.
func (s *Stage) Commit() (Result, error) {
	result := Result{Changes: s.Changes()}
	if err := s.checkExtras(s.live); err != nil {
		return result, err
	}
	if result.None() && s.live.there && maps.Equal(s.live.named, s.sums) { // what a manifest names wrongly may be of others one day
		return result, s.Discard()
	}
	if s.apart {
		made, err := s.assemble()
		if err != nil {
			return result, err
		}
		if err = s.swap(made); err == nil {
			return result, s.keep(made)
		}
		if !unmovable(err) {
			return result, err
		}
		result.Singly = true
		return result, s.finish(s.replace(made, result.Changes))
	}
	result.Singly = true
	return result, s.finish(s.replace(s.fresh(), result.Changes))
}

// finish removes the workshop.
func (s *Stage) finish(err error) error {
	if err != nil {
		return err
	}
	defer s.release()
	return s.disk.removeAll(s.work)
}

// swap puts a generation in the place of the output, which is then where the generation was.
func (s *Stage) swap(made string) error {
	_, err := os.Lstat(s.output)
	first := errors.Is(err, fs.ErrNotExist)
	if err := s.turn(made, first); err != nil {
		return err
	}
	above := filepath.Dir(s.output)
	if err := s.disk.sync(above, []string{above}); err != nil {
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
		return errors.Join(err, s.disk.rename(s.aside(), s.output))
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
func (s *Stage) keep(before string) error {
	defer s.release()
	if !s.live.there {
		_ = s.disk.removeAll(s.work)
		return nil
	}
	if before != s.spare() && s.disk.removeAll(s.spare()) == nil {
		_ = s.disk.rename(before, s.spare())
	}
	_ = s.disk.removeAll(s.fresh())
	return nil
}
