package serve

import "sync"

// notebook has what Look noted of outputs. A note tells by itself whether it holds for a site, so that all generations share one.
type notebook struct {
	mu    sync.Mutex
	notes map[string]string // by path; none is empty
}

// of gives the note of an output, or "".
func (n *notebook) of(path string) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.notes[path]
}

// write sets the note of an output; "" takes it away.
func (n *notebook) write(path, note string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch {
	case note == "":
		delete(n.notes, path)
	case n.notes == nil:
		n.notes = map[string]string{path: note}
	default:
		n.notes[path] = note
	}
}

// keep takes away the notes of all outputs but some.
func (n *notebook) keep(paths []string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(n.notes) <= len(paths) {
		return // there may be some of no use, and not many
	}
	kept := make(map[string]string, len(paths))
	for _, path := range paths {
		if note := n.notes[path]; note != "" {
			kept[path] = note
		}
	}
	n.notes = kept
}
