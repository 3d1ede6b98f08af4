package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
)

// marker is the file by which we know a folder as ours, and which says what we wrote there. Only a folder that bears it, or
// is empty, is ever written.
const marker = ".diptych"

// markerHead begins the marker. What follows are lines as sha256sum writes them, which passes over those that begin with #.
const markerHead = `# This folder is written by diptych: each build replaces the files below. Edit the site's source instead.
# To see whether they are as they were built: sha256sum --check .diptych
`

// earlierHead began the marker of the first version, which names no files.
const earlierHead = "This folder is written by diptych"

// digest is what a file is known by, its SHA-256; zero where nothing is known of what is in it.
type digest [sha256.Size]byte

// manifest gives the files of a generation: path to what is in it. Paths are slash-separated, relative to the output.
type manifest map[string]digest

// notes are what those who write a generation want to know of it later: path to one line. The empty path stands for the whole.
type notes map[string]string

// whole is the path of that note.
const whole = ""

// notePrefix begins a line with a note, of the file in the line below; behind all files, of the whole.
const notePrefix = "# = "

// text writes a manifest with the marker's head, sorted by path: the same files have the same text.
func (m manifest) text(said notes) []byte {
	text := append(make([]byte, 0, len(markerHead)+160*len(m)), markerHead...) // a line or two are about that long
	for _, path := range slices.Sorted(maps.Keys(m)) {
		if note := said[path]; note != "" {
			text = append(append(append(text, notePrefix...), note...), '\n')
		}
		sum := m[path]
		text = append(append(append(hex.AppendEncode(text, sum[:]), "  "...), path...), '\n')
	}
	if note := said[whole]; note != "" {
		text = append(append(append(text, notePrefix...), note...), '\n')
	}
	return text
}

// parse reads the text of a marker. It is not ok where this is not a manifest, as in the marker of an earlier version.
func parse(text string) (m manifest, said notes, ok bool) {
	lines := strings.ReplaceAll(text, "\r\n", "\n") // as Git may write them
	body, isOurs := strings.CutPrefix(lines, markerHead)
	if !isOurs || body != "" && !strings.HasSuffix(body, "\n") {
		return nil, nil, false
	}
	noted := strings.Count(body, notePrefix)
	m, said = make(manifest, max(strings.Count(body, "\n")-noted, 0)), make(notes, noted)
	note := ""
	for line := range strings.Lines(body) {
		line = strings.TrimSuffix(line, "\n")
		if about, is := strings.CutPrefix(line, notePrefix); is {
			note = about
			continue
		}
		sum, path, found := strings.Cut(line, "  ")
		var d digest
		if !found || len(sum) != hex.EncodedLen(len(d)) || !isPath(path) {
			return nil, nil, false
		}
		if _, err := hex.Decode(d[:], []byte(sum)); err != nil {
			return nil, nil, false
		}
		m[path] = d
		if note != "" {
			said[path], note = note, ""
		}
	}
	if note != "" {
		said[whole] = note
	}
	return m, said, true
}
