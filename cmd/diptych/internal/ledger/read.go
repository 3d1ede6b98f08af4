package ledger

import (
	"strconv"
	"strings"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Of gives the lock of a pair in a tree, as Read does; the empty lock if there is none.
func Of(tree *source.Tree, key string) (Lock, []source.Problem) {
	file, found := tree.File(File(key))
	if !found {
		return Lock{}, nil
	}
	return Read(file)
}

// Read reads a lock. It takes the lines one by one, since git may have left the marks of a conflict among them: what is
// between such marks, and what is no line of a lock, counts as not confirmed, and is told as a warning. It understands no
// other TOML than what a lock is written in, of any length.
func Read(file *source.File) (Lock, []source.Problem) {
	r := &reader{path: file.Path, lines: strings.Split(file.Text(), "\n")}
	for r.at < len(r.lines) {
		r.line()
	}
	return r.lock, r.problems
}

type reader struct {
	path     string
	lines    []string
	at       int // the line that is read, counted from 0
	lock     Lock
	problems []source.Problem
}

// line reads a line, or a conflict of several lines.
func (r *reader) line() {
	text := strings.TrimSpace(r.lines[r.at])
	entry, ok := parseEntry(text)
	switch end := r.conflictEnd(); {
	case end > 0:
		r.report("git has left a conflict here")
		r.at = end
	case text == "" || text == opening || text == closing || strings.HasPrefix(text, "#"):
	case ok:
		r.lock.Entries = append(r.lock.Entries, entry)
	default:
		r.report("this is no line of a lock")
	}
	r.at++
}

// mostTold is how many lines of a lock are told of. A file with more of them is no lock, and says so by these.
const mostTold = 100

func (r *reader) report(message wording.Phrase) {
	if len(r.problems) == mostTold {
		return
	}
	r.problems = append(r.problems, source.Warnf("lock", source.Pos{File: r.path, Line: r.at + 1}, message).
		WithHint("the blocks that stood here count as not confirmed: compare them, then say `diptych confirm %s`", r.key()))
}

func (r *reader) key() string { return KeyOf(r.path) }

// conflictEnd gives the last line of a conflict that begins with this line, or 0.
func (r *reader) conflictEnd() int {
	if !strings.HasPrefix(r.lines[r.at], "<<<<<<<") {
		return 0
	}
	for i := r.at + 1; i < len(r.lines); i++ {
		switch {
		case strings.HasPrefix(r.lines[i], ">>>>>>>"):
			return i
		case strings.HasPrefix(r.lines[i], "<<<<<<<"):
			return 0
		}
	}
	return 0
}

// KeyOf gives the key of the pair that a lock at a path belongs to, or "" if no lock has such a path.
func KeyOf(path string) string {
	name, below := strings.CutPrefix(path, Folder+"/")
	key, isLock := strings.CutSuffix(name, ".toml")
	if !below || !isLock {
		return ""
	}
	return key
}

// parseEntry reads a line, without white space around it, that an entry was written as.
func parseEntry(line string) (Entry, bool) {
	p := &parser{rest: line, ok: true}
	var e Entry
	p.skip("{ kind = ")
	e.Kind = p.text()
	p.skip(", day = ")
	e.Day = p.day()
	p.skip(", fr = ")
	e.French.Digest = p.text()
	p.skip(", en = ")
	e.English.Digest = p.text()
	p.skip(", words = ")
	e.Words = p.text()
	p.skip(", frSketch = ")
	e.French.Sketch = Sketch(p.text())
	p.skip(", enSketch = ")
	e.English.Sketch = Sketch(p.text())
	p.skip(" }")
	return e, p.ok && (p.rest == "," || p.rest == "") && e.valid()
}

// valid tells whether an entry may have been made by a confirmation.
func (e *Entry) valid() bool {
	return e.Kind != "" && !e.Day.IsZero() && e.French.valid() && e.English.valid() && e.French.Digest+e.English.Digest != ""
}

func (p Print) valid() bool {
	if p.Digest == "" {
		return p.Sketch == ""
	}
	return len(p.Digest) == digestLength && strings.Trim(p.Digest, "0123456789abcdef") == "" && p.Sketch.valid()
}

// parser reads a line from left to right.
type parser struct {
	rest string
	ok   bool // whether all was as it must be so far
}

func (p *parser) skip(text string) {
	rest, found := strings.CutPrefix(p.rest, text)
	p.rest, p.ok = rest, p.ok && found
}

func (p *parser) day() civil.Date {
	text := p.rest[:min(len("yyyy-mm-dd"), len(p.rest))]
	day, err := civil.ParseDate(text)
	p.rest, p.ok = p.rest[len(text):], p.ok && err == nil
	return day
}

// text reads a basic string.
func (p *parser) text() string {
	p.skip(`"`)
	var out strings.Builder
	for p.ok {
		stop := strings.IndexAny(p.rest, `"\`)
		if stop < 0 {
			p.ok = false
			break
		}
		out.WriteString(p.rest[:stop])
		ends := p.rest[stop] == '"'
		p.rest = p.rest[stop+1:]
		if ends {
			break
		}
		p.escape(&out)
	}
	return out.String()
}

// escape reads what stands behind a backslash.
func (p *parser) escape(out *strings.Builder) {
	switch {
	case strings.HasPrefix(p.rest, `"`), strings.HasPrefix(p.rest, `\`):
		out.WriteByte(p.rest[0])
		p.rest = p.rest[1:]
	case strings.HasPrefix(p.rest, "u") && len(p.rest) > 4:
		code, err := strconv.ParseUint(p.rest[1:5], 16, 8) // only control characters are written so
		out.WriteByte(byte(code))
		p.rest, p.ok = p.rest[5:], err == nil && code < 0x80
	default:
		p.ok = false
	}
}
