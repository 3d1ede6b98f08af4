package serve

import (
	"cmp"
	"errors"
	"html"
	"net/http"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// made is an output as it was made without an error.
type made struct {
	body       []byte
	generation uint64
}

// output sends an output: a page with the script in it, everything else as it is.
func (s *Server) output(w http.ResponseWriter, r *http.Request, g *generation, path string, status int) {
	body, err := s.bytesOf(g, path)
	if err != nil {
		s.options.Log(path + ": " + err.Error())
		sayNo(w, refusal{http.StatusInternalServerError, "This can't be made: the terminal says why."})
		return
	}
	s.send(w, r, g, answer{path: path, body: body, status: status})
}

// bytesOf makes an output. To send it may take long, and is no reason for others to step aside.
func (s *Server) bytesOf(g *generation, path string) ([]byte, error) {
	s.gate.enter()
	defer s.gate.leave()
	if isPage(path) {
		return s.page(g, path)
	}
	return s.file(g, path)
}

// page gives the bytes of a page: as it is now, or, while an error concerns it, as it last was without one, or else a
// page that stands in for it.
func (s *Server) page(g *generation, path string) ([]byte, error) {
	page, ok := g.half(path)
	if ok {
		s.visited.put(path, page, always)
	}
	if last, ok := s.good.get(path); ok && last.generation == g.number {
		return last.body, nil
	}
	body, problems, err := g.make(path)
	if err != nil {
		return nil, err
	}
	s.tellProblems(g)
	if source.HasErrors(problems) || !g.fellBack() && scopeAt(page, ok).broken(g.Problems()) {
		return s.lastGood(g, path), nil
	}
	s.keep(path, body, g)
	return body, nil
}

// file gives the bytes of an output that is no page. Nothing stands in for one that can't be made.
func (s *Server) file(g *generation, path string) ([]byte, error) {
	body, problems, err := g.make(path)
	switch {
	case err != nil:
		return nil, err
	case source.HasErrors(problems):
		return nil, errors.New(problems[0].Message.English)
	case isPartOfPage(path):
		s.keep(path, body, g)
	}
	return body, nil
}

func (s *Server) keep(path string, body []byte, g *generation) {
	s.good.put(path, made{body, g.number}, func(old made) bool { return old.generation <= g.number })
}

// lastGood gives a page as it last was without an error, or the page that stands in for it.
func (s *Server) lastGood(g *generation, path string) []byte {
	if last, ok := s.good.get(path); ok {
		return last.body
	}
	return standIn(cmp.Or(langOf(path), source.French), g.base)
}

// langOf gives the language of an output by its path; "" for what is in both, or in none.
func langOf(path string) source.Lang {
	folder, _, inside := strings.Cut(path, "/")
	if lang := source.Lang(folder); inside && lang.Valid() {
		return lang
	}
	return ""
}

// scopeAt gives the scope of a page, or that of a page which comes from no pair.
func scopeAt(page half, ok bool) scope {
	if !ok {
		return scope{}
	}
	return scopeOf(page)
}

// within gives the problems in files of a folder.
func within(problems []source.Problem, folder string) []source.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p source.Problem) bool {
		return !strings.HasPrefix(p.Pos.File, folder)
	})
}

func hasErrors(g *generation) bool { return source.HasErrors(g.known()) }

func always(half) bool { return true }

// standIn is the page in place of one that could not be made since the server was started. What is wrong is laid over
// it by the script. It names an icon, since browsers look for one anyway, and in vain.
func standIn(lang source.Lang, base string) []byte {
	return []byte(`<!doctype html>
<html lang="` + string(lang) + `">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Diptych</title>
<link rel="icon" href="` + html.EscapeString(base) + ownFolder + `icon.svg">
</head>
<body>
<main>
<p lang="fr">Cette page ne peut pas encore être montrée&nbsp;: une erreur est à corriger. Elle viendra d’elle-même.</p>
<p lang="en">This page can’t be shown yet: there is a mistake to mend. It will come by itself.</p>
</main>
</body>
</html>
`)
}
