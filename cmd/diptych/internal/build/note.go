package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// Keeper is a Target that holds the outputs of an earlier build, with a note about each of what it was made of. It must bear many
// calls at once. The empty path stands for all of them: its note is "" as soon as one is not there as it was made.
type Keeper interface {
	Target
	Note(path string) string    // of an output that is there as it was made; "" if it is not, or if nothing was noted
	Keep(path string) error     // takes the output that is there for that of this site, with its note
	Remember(path, note string) // notes what an output was made of that was created; one line
}

// Renew is All for a target that holds an earlier build. An output that is made of what its note says is not made again. One
// with which something is wrong has no note, so that it is told at each build.
func (s *Site) Renew(ctx context.Context, target Keeper, done func()) ([]source.Problem, error) {
	return s.renew(ctx, target, func(path string) (kept bool, err error) { return true, target.Keep(path) }, done)
}

// Verify is Renew without trust: every output is made, and held is called, by many goroutines at once, for those whose notes say
// that they would be kept.
func (s *Site) Verify(ctx context.Context, target Keeper, held func(path string), done func()) ([]source.Problem, error) {
	return s.renew(ctx, target, func(path string) (kept bool, err error) {
		held(path)
		return false, nil
	}, done)
}

// renew makes every output but those that keep keeps, which is asked where a note holds.
func (s *Site) renew(ctx context.Context, target Keeper, keep func(path string) (kept bool, err error), done func()) ([]source.Problem, error) {
	if s.model.Options().Maker == "" || source.HasErrors(s.problems) {
		return s.All(ctx, target, done)
	}
	notes := s.notes()
	problems, err := s.every(ctx, func(path string) ([]source.Problem, error) {
		if notes.hold(path, target.Note(path)) {
			if kept, err := keep(path); kept || err != nil {
				return nil, err
			}
		}
		return s.writeNoted(path, target, notes)
	}, done)
	s.noteWhole(target, problems)
	return problems, err
}

func (s *Site) writeNoted(path string, target Keeper, notes *notes) ([]source.Problem, error) {
	to, err := s.fill(path, target)
	if err == nil && len(to.problems) == 0 {
		target.Remember(path, notes.of(path, to.reads))
	}
	return to.problems, err
}

// notes says what the outputs of a site are made of. A note is a digest, and behind it the pairs whose bodies were looked into:
// what they are is known only when an output is made, and stays the same for as long as it is made of the same.
type notes struct {
	site  *Site
	basis site.Digest
	all   func() site.Digest
	paths func() site.Digest
}

func newNotes(s *Site) *notes {
	return &notes{s, s.model.Basis(), sync.OnceValue(s.model.AllBodies), sync.OnceValue(s.claims.digest)}
}

// noteBytes is the length in bytes of the digest in a note.
const noteBytes = 16

// mostReads is how many pairs a note names. Who looks into more is taken for one who looks into all.
const mostReads = 32

// of gives the note of an output that looks into the bodies of some pairs beside its own.
func (n *notes) of(path string, reads site.Reads) string {
	out := n.site.outputs[path]
	if len(reads) > mostReads || out.ofAll {
		reads = site.Reads{site.EveryPair}
	}
	sum := sha256.New()
	sum.Write(n.basis[:])
	sum.Write([]byte(path))
	if out.ofPaths {
		digest := n.paths()
		sum.Write(digest[:])
	}
	for _, key := range append(site.Reads{out.pair}, reads...) {
		digest := n.bodies(key)
		sum.Write(digest[:])
	}
	note := hex.EncodeToString(sum.Sum(nil)[:noteBytes])
	for _, key := range reads {
		note += " " + url.PathEscape(key)
	}
	return note
}

// digest is that of the outputs that there are: with the basis, what hosts are told follows from it.
func (c *claims) digest() site.Digest {
	return sha256.Sum256([]byte(strings.Join(c.paths, "\n"))) // in which no line ends
}

// bodies gives the digest of a pair's bodies, or of those of all pairs; zero where there is no such pair.
func (n *notes) bodies(key string) site.Digest {
	if key == site.EveryPair {
		return n.all()
	}
	if pair, ok := n.site.model.Pair(key); ok {
		return n.site.model.Bodies(pair)
	}
	return site.Digest{}
}

// hold tells whether an output is made of what its note says.
func (n *notes) hold(path, note string) bool {
	words := strings.Fields(note)
	if len(words) == 0 {
		return false
	}
	var reads site.Reads
	for _, escaped := range words[1:] {
		key, err := url.PathUnescape(escaped)
		if err != nil {
			return false
		}
		reads = append(reads, key)
	}
	return n.of(path, reads) == note
}
