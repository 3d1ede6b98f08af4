package publish

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"

	"diptych/cmd/diptych/internal/wording"
)

// copyOurs copies a file of the output that did not change.
func (s *Stage) copyOurs(path, to string, sum digest) error {
	hash := sha256.New()
	if err := s.copy(s.live.name(path), to, hash); err != nil {
		return err
	}
	if digest(hash.Sum(nil)) != sum {
		return wording.Errorf("%q was changed by another program while the site was published; build again", s.live.name(path))
	}
	return nil
}

// copyTheirs copies a file of others, with its rights.
func (s *Stage) copyTheirs(path, to string) error {
	if err := s.copy(s.live.name(path), to); err != nil {
		return err
	}
	s.keepRights(path, to)
	return nil
}

// keepRights gives what was made anew of something in the output its rights. Where there are none to give, none are lacking.
func (s *Stage) keepRights(path, to string) {
	if info, err := os.Stat(s.live.name(path)); err == nil {
		_ = os.Chmod(to, info.Mode().Perm())
	}
}

// chunks are reused from copy to copy.
var chunks = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// copy copies a file with its time.
func (s *Stage) copy(from, to string, also ...io.Writer) error {
	info, err := regular(from)
	if err != nil {
		return err
	}
	in, err := openFile(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := s.disk.create(to)
	if err != nil {
		return err
	}
	chunk := chunks.Get().(*[64 << 10]byte)
	defer chunks.Put(chunk)
	_, err = io.CopyBuffer(io.MultiWriter(append(also, out)...), in, chunk[:])
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// openRegular opens a file to read it.
func openRegular(name string) (*os.File, error) {
	if _, err := regular(name); err != nil {
		return nil, err
	}
	return os.Open(name)
}

// regular refuses to read what is no file: a pipe would be waited for.
func regular(name string) (fs.FileInfo, error) {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, wording.Errorf("%q is neither a file nor a link, and can't be kept; move it away", name))
	}
	return info, nil
}
