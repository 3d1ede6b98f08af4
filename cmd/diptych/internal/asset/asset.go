// Package asset gives the files below static their published names.
//
// Styles, scripts and fonts get a name that carries the digest of their bytes (css/site.4f1c2d3e5a.css), so that a host
// may let browsers keep them for ever; all other files keep their names, since people link to them, save for those that
// the site asks to be stamped too. Inside a style, url() and @import are rewritten to the published names: a name that
// leads nowhere is a problem, not a broken page.
package asset

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"io"
	"path"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// Asset is one file below static and what is published for it. It is immutable.
type Asset struct {
	Name      string // path below static, as authors and layouts write it
	Path      string // output path
	Integrity string // of styles and scripts: "sha384-…" as in the W3C's Subresource Integrity; else empty
	Size      int64  // bytes of what is published

	file    *source.File
	content []byte // the bytes to publish, where they are not the file's
}

// Publish writes the bytes to publish. They are those that the asset was named by: a file that was changed since then is
// a problem. The error is that of w or of the file system.
func (a Asset) Publish(w io.Writer) ([]source.Problem, error) {
	if a.content != nil {
		_, err := w.Write(a.content)
		return nil, err
	}
	from, err := a.file.Open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	hash := sha256.New()
	if _, err := io.Copy(io.MultiWriter(w, hash), from); err != nil {
		return nil, err
	}
	if [sha256.Size]byte(hash.Sum(nil)) != a.file.Digest {
		return []source.Problem{source.Errorf("changed", source.Pos{File: a.file.Path}, "the file was changed while it was published").
			WithHint("build again")}, nil
	}
	return nil, nil
}

// File gives the source file.
func (a Asset) File() *source.File { return a.file }

// Set is all that a site publishes from static. It is immutable and safe for concurrent use.
type Set struct {
	assets  map[string]Asset
	names   []string
	stamped []string
	kinds   *kinds
}

// Read names every file below static. stamped are paths below static, sorted: these files get a digest in their names as
// styles do.
func Read(tree *source.Tree, stamped []string) (*Set, []source.Problem) {
	return new(Set).Again(tree, stamped)
}

// Again names every file of a later tree. What is known of the files that did not change is taken over.
func (s *Set) Again(tree *source.Tree, stamped []string) (*Set, []source.Problem) {
	b := &builder{tree: tree, stamped: stamped, done: map[string]Asset{}, open: map[string]bool{}}
	set := &Set{assets: b.done, stamped: stamped, kinds: s.kinds.of(tree.Below("static"))}
	for _, file := range tree.Below("static") {
		name := strings.TrimPrefix(file.Path, "static/")
		set.names = append(set.names, name)
		b.asset(name, file)
	}
	return set, b.problems
}

// Stamped gives the paths that the set was read with. The slice must not be changed.
func (s *Set) Stamped() []string { return s.stamped }

// Get finds an asset by its path below static, in whatever form its accents are written.
func (s *Set) Get(name string) (Asset, bool) {
	a, ok := s.assets[source.Compose(name)]
	return a, ok
}

// Names gives the paths below static of all assets, sorted. The slice must not be changed.
func (s *Set) Names() []string { return s.names }

// Nearest gives the name of an asset that is most likely meant, or "".
func (s *Set) Nearest(name string) string { return source.Nearest(name, s.names) }

// fingerprinted are the kinds of file whose names carry a digest: those that only pages and styles refer to.
var fingerprinted = [...]string{".css", ".js", ".mjs", ".woff2", ".woff", ".ttf", ".otf"}

// builder names assets; a style's needs those of the files that it refers to first.
type builder struct {
	tree     *source.Tree
	stamped  []string // sorted
	done     map[string]Asset
	open     map[string]bool // styles being read, to find circles
	problems []source.Problem
}

func (b *builder) asset(name string, file *source.File) Asset {
	if a, done := b.done[name]; done {
		return a
	}
	a := Asset{Name: name, Path: name, Size: file.Size, file: file}
	_, stamped := slices.BinarySearch(b.stamped, name)
	switch ext := strings.ToLower(path.Ext(name)); {
	case !stamped && !slices.Contains(fingerprinted[:], ext):
	case ext == ".css":
		a = b.style(a)
	case ext == ".js" || ext == ".mjs":
		a.content = b.bytes(file)
		a = a.named(a.content)
	default:
		a.Path = fingerprint(name, file.Digest[:])
	}
	b.done[name] = a
	return a
}

// style reads a style sheet and rewrites what it refers to.
func (b *builder) style(a Asset) Asset {
	b.open[a.Name] = true
	defer delete(b.open, a.Name)
	a.content = b.rewrite(a.Name, b.bytes(a.file))
	a.Size = int64(len(a.content))
	return a.named(a.content)
}

// named gives the asset the name and integrity that its bytes ask for.
func (a Asset) named(content []byte) Asset {
	sum, strong := sha256.Sum256(content), sha512.Sum384(content)
	a.Path = fingerprint(a.Name, sum[:])
	a.Integrity = "sha384-" + base64.StdEncoding.EncodeToString(strong[:])
	return a
}

// fingerprint puts the first 40 bits of a digest before the ending of a name.
func fingerprint(name string, digest []byte) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(digest[:5]) + ext
}

func (b *builder) bytes(file *source.File) []byte {
	data, err := file.Bytes()
	if err != nil {
		b.problems = append(b.problems, source.Errorf("unreadable", source.Pos{File: file.Path}, "%q can't be read: %s", file.Path, source.Reason(err)))
		return nil
	}
	return data
}
