package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"
	"sync"
)

// mostHeld is the length in bytes up to which a file waits in memory until it is known whether it is new.
const mostHeld = 256 << 10

// helds are reused from file to file.
var helds = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// file is one that is being written. What the output holds already is not written again.
type file struct {
	stage *Stage
	path  string
	sum   hash.Hash
	held  *bytes.Buffer // what was written so far, while it is short
	long  *long         // where it goes then
}

func newFile(s *Stage, path string) *file {
	held := helds.Get().(*bytes.Buffer)
	held.Reset()
	return &file{stage: s, path: path, sum: sha256.New(), held: held}
}

// Write implements io.Writer.
func (f *file) Write(p []byte) (int, error) {
	f.sum.Write(p)
	if f.long == nil && f.held.Len()+len(p) <= f.stage.most {
		return f.held.Write(p)
	}
	if f.long == nil {
		f.long = newLong(f.stage, f.path)
		if _, err := f.long.Write(f.held.Bytes()); err != nil {
			return 0, err
		}
	}
	return f.long.Write(p)
}

// Close ends the file.
func (f *file) Close() error {
	sum := digest(f.sum.Sum(nil))
	defer helds.Put(f.held)
	if f.long != nil {
		if err := f.long.Close(); err != nil {
			return err
		}
	} else if was, known := f.stage.live.files[f.path]; !known || was != sum {
		if err := f.stage.put(f.path, f.held.Bytes()); err != nil {
			return err
		}
	}
	f.stage.end(f.path, sum)
	return nil
}

// put writes a new file.
func (s *Stage) put(path string, content []byte) error {
	out, err := s.create(path)
	if err != nil {
		return err
	}
	_, err = out.Write(content)
	return errors.Join(err, out.Close())
}

// long is a file that is too long to be held. While it is like the one in the output it is only compared; where it first
// differs, it becomes a new file.
type long struct {
	stage *Stage
	path  string
	like  *os.File       // the one in the output; nil once it differs
	out   io.WriteCloser // the new one; nil until then
	n     int64          // bytes that are alike
	buf   []byte
}

func newLong(s *Stage, path string) *long {
	l := &long{stage: s, path: path}
	if _, ours := s.live.files[path]; ours {
		l.like, _ = openRegular(s.live.name(path)) // without it the file is new
	}
	return l
}

// Write implements io.Writer.
func (l *long) Write(p []byte) (int, error) {
	if l.out == nil {
		if l.isLike(p) {
			l.n += int64(len(p))
			return len(p), nil
		}
		if err := l.part(); err != nil {
			return 0, err
		}
	}
	return l.out.Write(p)
}

func (l *long) isLike(p []byte) bool {
	if l.like == nil {
		return false
	}
	if len(l.buf) < len(p) {
		l.buf = make([]byte, len(p))
	}
	_, err := l.like.ReadAt(l.buf[:len(p)], l.n)
	return err == nil && bytes.Equal(l.buf[:len(p)], p)
}

// part begins the new file with what is alike.
func (l *long) part() (err error) {
	if l.out, err = l.stage.create(l.path); err != nil || l.like == nil {
		return err
	}
	_, err = io.Copy(l.out, io.NewSectionReader(l.like, 0, l.n))
	return err
}

// Close ends the file.
func (l *long) Close() (err error) {
	if l.like != nil {
		defer l.like.Close()
		if info, wrong := l.like.Stat(); l.out == nil && (wrong != nil || info.Size() != l.n) {
			err = l.part()
		}
	}
	if l.out == nil {
		return err
	}
	return errors.Join(err, l.out.Close())
}
