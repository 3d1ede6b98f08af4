package asset

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
)

// reference is a place in a style sheet that names another file.
type reference struct {
	from, to int // offsets in bytes of the name, without quotes
}

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
	if target == "" || strings.HasPrefix(target, "#") || strings.HasPrefix(target, "//") || strings.Contains(target, ":") {
		return "", false
	}
	bare, suffix := target, ""
	if i := strings.IndexAny(target, "?#"); i >= 0 {
		bare, suffix = target[:i], target[i:]
	}
	name := path.Join(path.Dir(style), bare)
	if strings.HasPrefix(bare, "/") {
		name = path.Clean(bare[1:])
	}
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
	return Relative(path.Dir(style), b.asset(name, file).Path) + suffix, true
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

// references finds the targets of url(…) and @import "…", outside comments and other strings (CSS Syntax, level 3).
func references(css []byte) []reference {
	var found []reference
	importing := false
	for i := 0; i < len(css); {
		rest := css[i:]
		switch {
		case bytes.HasPrefix(rest, []byte("/*")):
			i += skipTo(rest, "*/")
		case rest[0] == '"' || rest[0] == '\'':
			end := stringEnd(rest)
			if importing {
				found = append(found, reference{i + 1, max(i+end-1, i+1)})
			}
			importing = false
			i += end
		case hasPrefixFold(rest, "url("):
			ref, end := urlTarget(css, i+len("url("))
			found = append(found, ref)
			importing = false
			i = end
		case hasPrefixFold(rest, "@import"):
			importing = true
			i += len("@import")
		default:
			importing = importing && (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t')
			i++
		}
	}
	return found
}

// urlTarget reads from behind "url(" to behind ")".
func urlTarget(css []byte, from int) (ref reference, end int) {
	for from < len(css) && strings.IndexByte(" \t\n", css[from]) >= 0 {
		from++
	}
	if from < len(css) && (css[from] == '"' || css[from] == '\'') {
		to := from + stringEnd(css[from:])
		return reference{from + 1, max(to-1, from+1)}, to + skipTo(css[to:], ")")
	}
	to := from
	for to < len(css) && css[to] != ')' {
		to++
	}
	trimmed := bytes.TrimRight(css[from:to], " \t\n")
	return reference{from, from + len(trimmed)}, min(to+1, len(css))
}

// stringEnd gives the length of the quoted string at the start of css, quotes included.
func stringEnd(css []byte) int {
	for i := 1; i < len(css); i++ {
		switch css[i] {
		case '\\':
			i++
		case css[0]:
			return i + 1
		}
	}
	return len(css)
}

// skipTo gives the length up to and including the first end, or of the whole.
func skipTo(css []byte, end string) int {
	if i := bytes.Index(css, []byte(end)); i >= 0 {
		return i + len(end)
	}
	return len(css)
}

func hasPrefixFold(css []byte, prefix string) bool {
	return len(css) >= len(prefix) && strings.EqualFold(string(css[:len(prefix)]), prefix)
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
