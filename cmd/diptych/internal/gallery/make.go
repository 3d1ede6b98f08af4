package gallery

import (
	"crypto/sha256"
	"io"

	"diptych/cmd/diptych/internal/source"
)

// Write writes one of the picture's versions, by its index. The problems are those of the picture; the error is that of w or
// of the file system.
func (p *Picture) Write(w io.Writer, version int) ([]source.Problem, error) {
	data, kept := p.set.store.Get(p.Versions[version].Output)
	if !kept {
		made, problems, err := p.makeAll()
		if len(problems) > 0 || err != nil {
			return problems, err
		}
		data = made[version]
	}
	_, err := w.Write(data)
	return nil, err
}

// makeAll makes all versions, since most of the work is to decode the picture. They are remembered until Release.
func (p *Picture) makeAll() ([][]byte, []source.Problem, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.made != nil {
		return p.made, nil, nil
	}
	var made [][]byte
	problems, err := p.read(func(from io.Reader) (err error) {
		made, err = p.set.maker.Make(from, p.Info)
		return err
	})
	if len(problems) > 0 || err != nil {
		return nil, problems, err
	}
	for i, v := range p.Versions {
		p.set.store.Put(v.Output, made[i])
	}
	p.made = made
	return made, nil, nil
}

// prove makes the versions, unless they are kept, and notes why they can't be made.
func (p *Picture) prove() {
	for _, v := range p.Versions {
		if _, kept := p.set.store.Get(v.Output); kept {
			continue
		}
		if _, problems, _ := p.makeAll(); len(problems) > 0 { // what the disk refuses is told when it is asked for
			p.problem, p.Versions = &problems[0], nil
		} else if _, kept := p.set.store.Get(v.Output); kept {
			p.Release()
		}
		return
	}
}

// Release forgets the versions that were made.
func (p *Picture) Release() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.made = nil
}

// read has something read the file, which must be the one that the versions are named by. What is wrong with the picture is a
// problem; the error is that of the file system.
func (p *Picture) read(use func(from io.Reader) error) ([]source.Problem, error) {
	file, err := p.file.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	hash := sha256.New()
	from := io.TeeReader(io.LimitReader(file, p.file.Size+1), hash)
	failed := use(from)
	if _, err := io.Copy(io.Discard, from); err != nil {
		return nil, err
	}
	switch {
	case [sha256.Size]byte(hash.Sum(nil)) != p.file.Digest:
		return []source.Problem{source.Errorf("changed", p.Pos(), "the file was changed while it was published").
			WithHint("build again")}, nil
	case failed != nil:
		return []source.Problem{p.unfit(failed)}, nil
	}
	return nil, nil
}
