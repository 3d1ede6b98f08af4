package gallery

import (
	"io"

	"diptych/cmd/diptych/internal/picture"
	"diptych/cmd/diptych/internal/source"
)

// MayTell tells whether pictures of a MIME type may tell of their makers, and can be published without that.
func MayTell(mime string) bool {
	for format := picture.JPEG; format <= picture.WebP; format++ {
		if format.MIME() == mime {
			return true
		}
	}
	return false
}

// WriteClean writes a file that is a picture by its bytes, whatever its name says, without what it tells of its maker.
func (s *Set) WriteClean(w io.Writer, file *source.File) ([]source.Problem, error) {
	p := &Picture{Path: file.Path, file: file, set: s}
	from, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	if p.Info, err = picture.Inspect("", from, file.Size); err != nil {
		return []source.Problem{p.unfit(err)}, nil
	}
	return p.WriteClean(w)
}

// WriteClean writes the file itself without what it says of its maker: place, time, camera.
func (p *Picture) WriteClean(w io.Writer) ([]source.Problem, error) {
	if p.problem != nil {
		return []source.Problem{*p.problem}, nil
	}
	var clean []byte
	problems, err := p.read(func(from io.Reader) error {
		data, err := io.ReadAll(from)
		if err == nil {
			clean, err = picture.Clean(data, p.Info)
		}
		return err
	})
	if len(problems) > 0 || err != nil {
		return problems, err
	}
	_, err = w.Write(clean)
	return nil, err
}

// CleanSize gives the size in bytes of the file as WriteClean publishes it; not if it can't be read.
func (p *Picture) CleanSize() (size int64, known bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.size == 0 {
		var counted counter
		if problems, err := p.WriteClean(&counted); err != nil || len(problems) > 0 {
			return 0, false
		}
		p.size = int64(counted)
	}
	return p.size, true
}

// counter counts the bytes that are written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
