package gallery

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/picture"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Picture is one picture of the source, and what is published of it.
type Picture struct {
	Path     string // of the source, relative to the site's root
	Info     picture.Info
	Versions []Version // by width; none if the picture can't be shown, or is published as it is

	file    *source.File
	set     *Set
	problem *source.Problem // why it can't be shown; nil if it can

	mu   sync.Mutex
	made [][]byte // the versions, while they are asked for; nil before and after
	size int64    // of the file as it is published, in bytes; 0 before somebody asks
}

// Version is one size of a picture.
type Version struct {
	Output string // output path
	Width  int    // pixels; of a drawing, CSS pixels
	Height int
}

// Pos gives the picture as a place.
func (p *Picture) Pos() source.Pos { return source.Pos{File: p.Path} }

// IsShown tells whether the picture can be shown; if not, that has been told.
func (p *Picture) IsShown() bool { return p.problem == nil }

// Problem tells why the picture can't be shown; it is zero if it can.
func (p *Picture) Problem() source.Problem {
	if p.problem == nil {
		return source.Problem{}
	}
	return *p.problem
}

// IsStatic tells whether the picture is one of the files below static, which are published by themselves as well; then asset
// is its path there.
func (p *Picture) IsStatic() (asset string, is bool) {
	return strings.CutPrefix(p.Path, staticFolder+"/")
}

// UpTo gives the widest version of a picture that is no wider than a width in pixels, or the narrowest; the picture must have any.
func (p *Picture) UpTo(width int) Version {
	fit := p.Versions[0]
	for _, v := range p.Versions {
		if v.Width <= width {
			fit = v
		}
	}
	return fit
}

// look reads what the first bytes of a picture say.
func (s *Set) look(file *source.File) *Picture {
	p := &Picture{Path: file.Path, file: file, set: s}
	from, err := file.Open()
	if err != nil {
		return p.refused(err)
	}
	defer from.Close()
	if p.Info, err = picture.Inspect(file.Path, from, file.Size); err != nil {
		return p.refused(err)
	}
	if _, static := p.IsStatic(); static && p.Info.Format == picture.SVG {
		return p // published as it is
	}
	for _, v := range p.Info.Variants() {
		p.Versions = append(p.Versions, Version{Output: p.output(v), Width: v.Width, Height: v.Height})
	}
	return p
}

// unfit tells why a picture can't be shown.
func (p *Picture) unfit(err error) source.Problem {
	problem := source.Errorf("picture", p.Pos(), "the picture can't be shown: %s", source.Reason(err))
	if said := (wording.Error{}); errors.As(err, &said) {
		return problem.WithHint("%s", said.Hint)
	}
	return problem
}

// refused notes why a picture can't be shown.
func (p *Picture) refused(err error) *Picture {
	problem := p.unfit(err)
	if _, static := p.IsStatic(); static && strings.EqualFold(path.Ext(p.Path), ".svg") { // it may be no picture of a page
		problem.Severity = source.Warning
	}
	p.problem = &problem
	return p
}

// folder is where the versions of all pictures are published. Their names follow from what is in them, so that a host may let
// browsers keep them for ever.
const folder = "pictures"

// longestName is the size in bytes that the name of a picture keeps in its address.
const longestName = 60

// output gives the output path of a variant.
func (p *Picture) output(v picture.Variant) string {
	ending := path.Ext(p.Path)
	name := locale.Slug(strings.TrimSuffix(path.Base(p.Path), ending))
	if len(name) > longestName {
		name = strings.TrimRight(name[:longestName], "-")
	}
	if name == "" {
		name = "picture"
	}
	sum := sha256.Sum256(append([]byte(fmt.Sprint(picture.Recipe, v)), p.file.Digest[:]...))
	return fmt.Sprintf("%s/%s-%d.%s%s", folder, name, v.Width, hex.EncodeToString(sum[:8]), v.Format.Ending())
}
