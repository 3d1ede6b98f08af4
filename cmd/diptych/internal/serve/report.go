package serve

import (
	"encoding/json"
	"net/http"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// The answer to "what is wrong with this page": its own problems, and those of other pages.
type (
	report struct {
		Generation uint64      `json:"generation"`
		Lang       source.Lang `json:"lang,omitempty"` // the page's language; none for a page in both
		Errors     group       `json:"errors"`
		Warnings   group       `json:"warnings"`
		Others     group       `json:"others"`
		Findings   group       `json:"findings"`         // of the rules that compare halves, in the page's pair
		Review     string      `json:"review,omitempty"` // the address of the review of the page's pair, if it has one
		Editor     bool        `json:"editor"`           // whether a place can be opened in the editor
		Token      string      `json:"token,omitempty"`  // what is needed for it
	}
	group struct {
		Count int       `json:"count"` // of all of them
		First []finding `json:"first"` // mostFindings of them at most
	}
	finding struct {
		place
		Rule     string           `json:"rule"`
		Severity source.Severity  `json:"severity"`
		Message  wording.Sentence `json:"message"`
		Hint     wording.Sentence `json:"hint,omitzero"`
		Peer     *place           `json:"peer,omitempty"`
		Block    *blockText       `json:"block,omitempty"` // of Findings, the block of the page that it concerns
	}
	place struct {
		File   string `json:"file"`
		Line   int    `json:"line"`           // counted from 1; 0 stands for the file as a whole
		Column int    `json:"column"`         // counted from 1, in runes; 0 stands for the line as a whole
		Size   int    `json:"size,omitempty"` // how many runes are concerned from there on, on that line; 0 if it is not known
		excerpt
	}
)

// mostFindings is how many problems of a group are told: an editor mends one after another, and the terminal tells all.
const mostFindings = 100

// problems tells what is known to be wrong, as one page is concerned. Both halves of its pair are looked at first, so
// that what an editor has just mended is no longer told.
func (s *Server) problems(w http.ResponseWriter, r *http.Request, g *generation) {
	path := r.URL.Query().Get("page")
	concerned := s.scopeOf(g, path)
	s.lookAtPair(g, path)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(s.report(g, path, concerned)) // whoever asked may be gone
}

func (s *Server) lookAtPair(g *generation, path string) {
	s.gate.enter()
	defer s.gate.leave()
	g.look(path)
	if page, ok := g.half(path); ok {
		s.look(g, page.key)
	}
	if other, ok := otherHalf(g, path); ok {
		g.look(other)
	}
	s.tellProblems(g)
}

// scopeOf gives the scope of the page at a path, or of the one that was there.
func (s *Server) scopeOf(g *generation, path string) scope {
	if page, ok := g.half(path); ok {
		return scopeOf(page)
	}
	if page, ok := s.visited.get(path); ok && !g.has(path) {
		return wideScopeOf(page)
	}
	return scope{}
}

// otherHalf finds the path of a page's other half.
func otherHalf(g *generation, path string) (string, bool) {
	page, ok := g.half(path)
	if !ok {
		return "", false
	}
	return g.path(half{page.key, page.lang.Other()})
}

func (s *Server) report(g *generation, path string, concerned scope) report {
	errors, warnings, others := concerned.split(g.known(), g.of(path))
	out := report{
		Generation: g.number, Lang: langOf(path), Editor: s.options.Editor != "",
		Errors: grouped(g, errors), Warnings: grouped(g, warnings), Others: grouped(g, others),
	}
	if out.Editor {
		out.Token = s.options.Token
	}
	out.Findings = group{First: []finding{}}
	if page, ok := g.half(path); ok {
		if review, ok := s.look(g, page.key); ok {
			out.Review, out.Findings = g.reviewAddress(page.key), blockFindings(g, review, page.lang)
		}
	}
	return out
}

func grouped(g *generation, problems []source.Problem) group {
	out := group{Count: len(problems), First: []finding{}}
	for _, problem := range problems[:min(len(problems), mostFindings)] {
		out.First = append(out.First, found(g, problem))
	}
	return out
}

func found(g *generation, problem source.Problem) finding {
	f := finding{
		place: placeOf(g, problem.Pos, problem.Size),
		Rule:  problem.Rule, Severity: problem.Severity, Message: problem.Message, Hint: problem.Hint,
	}
	if !problem.Peer.IsZero() {
		peer := placeOf(g, problem.Peer, problem.PeerSize)
		f.Peer = &peer
	}
	return f
}

// placeOf gives a place of a size with its line of source.
func placeOf(g *generation, pos source.Pos, size int) place {
	return place{File: pos.File, Line: pos.Line, Column: pos.Column, Size: size, excerpt: around(g.tree.Line(pos), pos.Column)}
}
