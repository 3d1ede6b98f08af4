package asset

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
)

// rewrite puts the published names into a style sheet.
func (b *builder) rewrite(name string, css []byte) []byte {
	var out bytes.Buffer
	last := 0
	for _, ref := range references(css) {
		target := string(css[ref.from:ref.to])
		published, ok := b.resolve(name, target, place("static/"+name, css, ref.from))
		if !ok {
			continue
		}
		out.Write(css[last:ref.from])
		out.WriteString(published)
		last = ref.to
	}
	out.Write(css[last:])
	return out.Bytes()
}

// resolve gives what a style says for a target: the published name, relative to the style's own. It is not ok where the
// target stays as it is: an address elsewhere, data in the style itself, or a file that is not there.
func (b *builder) resolve(style, target string, pos source.Pos) (string, bool) {
	bare, suffix := divide(target)
	if bare == "" || elsewhere(bare) {
		return "", false
	}
	name := below(style, bare)
	file, ok := b.tree.File("static/" + name)
	if !ok {
		b.problems = append(b.problems, source.Errorf("asset-missing", pos, "there is no file %q", "static/"+name).
			WithHint("write the path from the style's own folder, or from static with a slash in front"))
		return "", false
	}
	if b.open[name] {
		b.problems = append(b.problems, source.Errorf("asset-circle", pos, "%q imports itself, directly or through others", "static/"+name).
			WithHint("take one of the imports out"))
		return "", false
	}
	published := Relative(path.Dir(style), b.asset(name, file).Path)
	if strings.Contains(bare, "%") { // the author escapes, so must we
		published = (&url.URL{Path: published}).EscapedPath()
	}
	return published + suffix, true
}

// divide parts a target from its query and fragment.
func divide(target string) (bare, suffix string) {
	if i := strings.IndexAny(target, "?#"); i >= 0 {
		return target[:i], target[i:]
	}
	return target, ""
}

// elsewhere tells whether a target is an address outside the site, or data: whether it has a scheme or a host.
func elsewhere(bare string) bool {
	i := strings.IndexAny(bare, ":/")
	return strings.HasPrefix(bare, "//") || (i > 0 && bare[i] == ':')
}

// below gives the path below static that a style means by a target.
func below(style, bare string) string {
	if plain, err := url.PathUnescape(bare); err == nil {
		bare = plain
	}
	if strings.HasPrefix(bare, "/") {
		return path.Clean(bare[1:])
	}
	return path.Join(path.Dir(style), bare)
}

// Relative writes the way from a folder to a path, both relative to the same root.
func Relative(folder, to string) string {
	if folder == "." {
		return to
	}
	here, there := strings.Split(folder, "/"), strings.Split(to, "/")
	for len(here) > 0 && len(there) > 1 && here[0] == there[0] {
		here, there = here[1:], there[1:]
	}
	return strings.Repeat("../", len(here)) + strings.Join(there, "/")
}

// place gives line and column of an offset.
func place(file string, text []byte, offset int) source.Pos {
	before := text[:offset]
	return source.Pos{
		File:   file,
		Line:   bytes.Count(before, []byte("\n")) + 1,
		Column: utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
	}
}
