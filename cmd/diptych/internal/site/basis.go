package site

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"io"
	"strconv"

	"diptych/cmd/diptych/internal/source"
)

// Digest is a SHA-256.
type Digest [sha256.Size]byte

// Options gives what the model was assembled with.
func (m *Model) Options() Options { return m.options }

// Tree gives the tree that the model was assembled from.
func (m *Model) Tree() *source.Tree { return m.tree }

// WholeBasis is the digest of all that a site follows from: the maker, the options and each file of the tree.
func WholeBasis(tree *source.Tree, options Options) Digest {
	sum := sha256.New()
	options.put(sum)
	for _, file := range tree.Files() {
		put(sum, file.Path)
		sum.Write(file.Digest[:])
	}
	return Digest(sum.Sum(nil))
}

// put adds to a digest what bytes follow from.
func (o Options) put(sum hash.Hash) {
	address := ""
	if o.BaseURL != nil {
		address = "=" + *o.BaseURL
	}
	put(sum, o.Maker, o.Day.String(), address, strconv.FormatBool(o.Drafts))
}

// Basis is the digest of all that any page follows from, save for the bodies: the maker, the options, and each file of the tree, of
// which that of a half counts down to its body. Where a body can't be told from the rest, it counts too. It takes the time that
// reading its files takes.
func (m *Model) Basis() Digest {
	sum := sha256.New()
	m.options.put(sum)
	fronts := m.drafts.fronts()
	for _, file := range m.tree.Files() {
		put(sum, file.Path)
		if front := fronts[file]; front != "" {
			put(sum, "half", front)
			continue
		}
		put(sum, "file")
		sum.Write(file.Digest[:])
	}
	return Digest(sum.Sum(nil))
}

// Bodies is the digest of both halves of a pair.
func (m *Model) Bodies(pair *Pair) Digest {
	sum := sha256.New()
	m.drafts.all[pair.draft].addHalves(sum)
	return Digest(sum.Sum(nil))
}

// AllBodies is the digest of the halves of all published pairs.
func (m *Model) AllBodies() Digest {
	sum := sha256.New()
	for _, pair := range m.Pairs {
		m.drafts.all[pair.draft].addHalves(sum)
	}
	return Digest(sum.Sum(nil))
}

func (d *draftPair) addHalves(to io.Writer) {
	for _, body := range d.bodies {
		digest := body.digest()
		_, _ = to.Write(digest[:]) // a hash never fails
	}
}

// sameHalves tells whether two versions of a pair have the same halves, byte for byte.
func (d *draftPair) sameHalves(other *draftPair) bool {
	return d.bodies[0].digest() == other.bodies[0].digest() && d.bodies[1].digest() == other.bodies[1].digest()
}

// fronts gives what stands above the bodies, by the files of the halves.
func (ds drafts) fronts() map[*source.File]string {
	fronts := make(map[*source.File]string, 2*len(ds.all))
	for _, d := range ds.all {
		for _, lang := range source.Langs() {
			if front := d.half(lang); front != nil {
				fronts[d.files.half(lang)] = front.Text()
			}
		}
	}
	return fronts
}

// put adds texts to a digest, each with its length in bytes, so that none can pass for two.
func put(sum hash.Hash, texts ...string) {
	var length [binary.MaxVarintLen64]byte
	for _, text := range texts {
		sum.Write(binary.AppendUvarint(length[:0], uint64(len(text))))
		_, _ = io.WriteString(sum, text)
	}
}
