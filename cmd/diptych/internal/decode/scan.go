package decode

import (
	"strconv"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// places is where the keys and values of a text stand, by path: the keys and array indexes that lead to them, joined.
type places struct {
	keys    map[string]source.Pos
	values  map[string]source.Pos
	refusal *source.Problem // what passed a limit; nothing behind it was read
}

// scanner goes once over a TOML text. It checks nothing but the limits: on a text that is not TOML it stops early, and the
// library says what is wrong.
type scanner struct {
	places
	text   string
	at     int            // offset in bytes of the next character
	pos    source.Pos     // the place of the character at offset mark
	mark   int            // offset up to which pos has been advanced
	arrays map[string]int // how many [[headers]] each path has had
}

// scan notes the positions of a text whose first character stands at start.
func scan(start source.Pos, text string) places {
	s := &scanner{text: text, pos: start, arrays: map[string]int{}}
	s.keys, s.values = map[string]source.Pos{}, map[string]source.Pos{}
	s.at = markLength(text)
	prefix, depth := "", 0
	for s.skipBlank() {
		ok := false
		if s.text[s.at] == '[' {
			prefix, depth, ok = s.header()
		} else {
			ok = s.pair(prefix, depth)
		}
		if !ok {
			break
		}
	}
	return s.places
}

// join adds a step to a path. The length keeps steps apart: a quoted key may hold any character.
func join(path, step string) string { return path + strconv.Itoa(len(step)) + ":" + step }

// header reads [table] or [[array of tables]] and gives the path and depth of what follows.
func (s *scanner) header() (path string, depth int, ok bool) {
	pos := s.here()
	array := strings.HasPrefix(s.text[s.at:], "[[")
	s.at++
	if array {
		s.at++
	}
	keys, positions, ok := s.dotted(0)
	if !ok || !s.skip(']') || (array && !s.skip(']')) {
		return "", 0, false
	}
	for i, key := range keys {
		path = join(path, key)
		s.note(s.keys, path, positions[i])
		if array && i == len(keys)-1 {
			s.note(s.values, path, pos)
			s.arrays[path]++
		}
		if n := s.arrays[path]; n > 0 {
			path = join(path, strconv.Itoa(n-1))
		}
		s.note(s.values, path, pos)
	}
	return path, len(keys), true
}

// pair reads key = value, in a table that is depth deep.
func (s *scanner) pair(prefix string, depth int) bool {
	keys, positions, ok := s.dotted(depth)
	if !ok || !s.skip('=') {
		return false
	}
	path := prefix
	for i, key := range keys {
		path = join(path, key)
		s.note(s.keys, path, positions[i])
		if i < len(keys)-1 {
			s.note(s.values, path, positions[i])
		}
	}
	s.skipSpace()
	return s.value(path, depth+len(keys))
}

// value reads the value that belongs to path and is depth deep.
func (s *scanner) value(path string, depth int) bool {
	if s.at >= len(s.text) || s.deep(depth, s.here()) {
		return false
	}
	s.note(s.values, path, s.here())
	switch s.text[s.at] {
	case '"', '\'':
		_, ok := s.quoted()
		return ok
	case '[':
		return s.array(path, depth)
	case '{':
		return s.inline(path, depth)
	default:
		end := strings.IndexAny(s.text[s.at:], ",]}#\n")
		if end < 0 {
			end = len(s.text) - s.at
		}
		s.at += end
		return true
	}
}

func (s *scanner) array(path string, depth int) bool {
	s.at++
	for i := 0; s.skipBlank(); i++ {
		if s.skip(']') {
			return true
		}
		if !s.value(join(path, strconv.Itoa(i)), depth+1) || !s.skipBlank() {
			return false
		}
		if !s.skip(',') && s.text[s.at] != ']' {
			return false
		}
	}
	return false
}

func (s *scanner) inline(path string, depth int) bool {
	s.at++
	for s.skipBlank() {
		if s.skip('}') {
			return true
		}
		if !s.pair(path, depth) || !s.skipBlank() {
			return false
		}
		if !s.skip(',') && s.text[s.at] != '}' {
			return false
		}
	}
	return false
}

// dotted reads a key of one or more parts, in a table that is depth deep.
func (s *scanner) dotted(depth int) (keys []string, positions []source.Pos, ok bool) {
	for {
		s.skipSpace()
		pos := s.here()
		key, ok := s.key()
		if ok && key == "" { // the library mistakes arrays in which tables have one
			s.refuse(source.Errorf("toml", pos, "the key is empty").WithHint("write a name before the equals sign"))
		}
		if len(key) > maxKey {
			s.refuse(source.Errorf("toml", pos, "the key has %d bytes, and may have %d", len(key), maxKey).
				WithHint("a key is a short name: check the quotes and the equals sign"))
		}
		if !ok || s.refusal != nil || s.deep(depth+len(keys)+1, pos) {
			return nil, nil, false
		}
		keys, positions = append(keys, key), append(positions, pos)
		if !s.skip('.') {
			return keys, positions, true
		}
	}
}

// key reads one part of a key, bare or quoted.
func (s *scanner) key() (string, bool) {
	if s.at < len(s.text) && (s.text[s.at] == '"' || s.text[s.at] == '\'') {
		return s.quoted()
	}
	end := s.at
	for end < len(s.text) && bare(s.text[end]) {
		end++
	}
	key := s.text[s.at:end]
	s.at = end
	return key, key != ""
}

func (s *scanner) refuse(problem source.Problem) { s.refusal = &problem }

// deep notes the place where nesting passes the limit.
func (s *scanner) deep(depth int, pos source.Pos) bool {
	if depth > maxDepth {
		s.refuse(source.Errorf("toml", pos, "tables, arrays or keys are nested more than %d deep", maxDepth).
			WithHint("nothing in a site needs more than three levels: check the brackets"))
	}
	return s.refusal != nil
}

func bare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}
