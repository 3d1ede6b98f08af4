package asset

import (
	"errors"
	"io"
	"sync"

	"diptych/cmd/diptych/internal/media"
	"diptych/cmd/diptych/internal/source"
)

// kinds remembers what files are. A file that changed is another *source.File, so nothing in it grows old.
type kinds struct {
	mu    sync.Mutex
	known map[*source.File]media.Type
}

// Kind tells what an asset is by its first bytes, which are read when somebody asks for the first time. It is the zero Type
// if they are of no type that is known. The error is that of the file system; it is not remembered.
func (s *Set) Kind(a Asset) (media.Type, error) {
	if kind, known := s.kinds.get(a.file); known {
		return kind, nil
	}
	from, err := a.file.Open()
	if err != nil {
		return media.Type{}, err
	}
	defer from.Close()
	head := make([]byte, media.HeadSize)
	n, err := io.ReadFull(from, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return media.Type{}, err
	}
	kind, _ := media.Sniff(a.Name, head[:n])
	s.kinds.put(a.file, kind)
	return kind, nil
}

func (k *kinds) get(file *source.File) (media.Type, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	kind, known := k.known[file]
	return kind, known
}

func (k *kinds) put(file *source.File, kind media.Type) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.known[file] = kind
}

// of gives what is known of some files, and forgets the others.
func (k *kinds) of(files []*source.File) *kinds {
	kept := &kinds{known: map[*source.File]media.Type{}}
	if k == nil {
		return kept
	}
	for _, file := range files {
		if kind, known := k.get(file); known {
			kept.known[file] = kind
		}
	}
	return kept
}
