package serve

import (
	"crypto/subtle"
	"net/http"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// open starts the editor with a place that a problem or a review names. A request sets something going here, so whoever
// asks must be a page of the preview.
func (s *Server) open(w http.ResponseWriter, r *http.Request, g *generation) {
	query := r.URL.Query()
	pos := source.Pos{File: query.Get("file"), Line: number(query.Get("line")), Column: number(query.Get("column"))}
	switch {
	case !s.isOwnPage(r):
		sayNo(w, notOurs)
	case !named(g.known(), pos.File) && !g.isReviewed(pos.File):
		sayNo(w, refusal{http.StatusNotFound, "No problem names this file."})
	default:
		s.startEditor(w, g.tree.OnDisk(pos.File), pos)
	}
}

var notOurs = refusal{http.StatusForbidden, "Only the preview's own pages may ask for this."}

// isOwnPage tells whether a request that sets something going comes from a page of the preview: by its origin, which has
// been found to be the preview's if there is one, and by the token.
func (s *Server) isOwnPage(r *http.Request) bool {
	return r.Header.Get("Origin") != "" && s.options.Token != "" &&
		subtle.ConstantTimeCompare([]byte(r.URL.Query().Get("token")), []byte(s.options.Token)) == 1
}

// startEditor starts the editor with a place in a file, whose name on disk may have its accents in another form.
func (s *Server) startEditor(w http.ResponseWriter, file string, pos source.Pos) {
	command := editorCommand(s.options.Editor, filepath.Join(s.options.Root, filepath.FromSlash(file)), pos)
	process := exec.Command(command[0], command[1:]...)
	apart(process)
	if err := process.Start(); err != nil {
		s.options.Log("the editor can't be started: " + err.Error())
		sayNo(w, refusal{http.StatusInternalServerError, "The editor can't be started: the terminal says why."})
		return
	}
	go func() { _ = process.Wait() }() // how it ends is its own affair
	w.WriteHeader(http.StatusNoContent)
}

// named tells whether a problem names a file of the site.
func named(problems []source.Problem, file string) bool {
	return filepath.IsLocal(filepath.FromSlash(file)) && slices.ContainsFunc(problems, func(p source.Problem) bool {
		return p.Pos.File == file || p.Peer.File == file
	})
}

// editorCommand gives the command that opens a place: its words, and what they stand for.
func editorCommand(editor, file string, pos source.Pos) []string {
	line, column := strconv.Itoa(max(pos.Line, 1)), strconv.Itoa(max(pos.Column, 1))
	words := strings.Fields(editor)
	if !strings.Contains(editor, "{file}") {
		words = append(words, "{file}:{line}:{column}")
	}
	for i, word := range words {
		words[i] = strings.NewReplacer("{file}", file, "{line}", line, "{column}", column).Replace(word)
	}
	return words
}

// number reads a line or a column; 0 for what is none.
func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}
