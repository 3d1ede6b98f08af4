package publish

import (
	"crypto/sha256"
	"hash"
	"io"
	"time"
)

// Comparison takes the files of a site only to tell what publishing them would change. Create may be called by many goroutines at
// once.
type Comparison struct {
	tally
}

// Compare looks at an output by the clock's time, and changes nothing. The errors are those of [Open], save that no build is waited
// for.
func Compare(at Place, now time.Time) (*Comparison, error) {
	output, err := at.resolve()
	if err != nil {
		return nil, err
	}
	live, err := look(output, now)
	if err != nil {
		return nil, err
	}
	return &Comparison{newTally(live)}, nil
}

// Create takes a file at a slash-separated path relative to the output. The error says that it could not be published.
func (c *Comparison) Create(path string) (io.WriteCloser, error) {
	if err := c.begin(path); err != nil {
		return nil, err
	}
	return &sample{c, path, sha256.New()}, nil
}

// Changes tells what publishing the files that were created would change. The error says that a file of others stands in the way.
func (c *Comparison) Changes() (Changes, error) { return c.tally.Changes(), c.checkExtras(c.live) }

// sample is a file of which only the digest is wanted.
type sample struct {
	comparison *Comparison
	path       string
	hash.Hash
}

// Close ends the file.
func (s *sample) Close() error {
	s.comparison.end(s.path, digest(s.Sum(nil)))
	return nil
}
