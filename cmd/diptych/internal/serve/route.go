package serve

import (
	"net/http"
	"path"
	"strings"
)

// ownFolder is the folder below the site's root where the preview's own things stand.
const ownFolder = "_diptych/"

// Handler answers requests for the preview.
func (s *Server) Handler() http.Handler { return http.HandlerFunc(s.answer) }

func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if refused := s.refuse(r); refused != nil {
		if r.ContentLength != 0 {
			w.Header().Set("Connection", "close") // so that the body is not read
		}
		sayNo(w, *refused)
		return
	}
	g := s.current.Load()
	if g == nil {
		sayNo(w, refusal{http.StatusServiceUnavailable, "The site is being read."})
		return
	}
	s.route(w, r, g)
}

// sayNo answers with a status and a sentence.
func sayNo(w http.ResponseWriter, no refusal) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(no.status)
	_, _ = w.Write([]byte(no.text + "\n")) // whoever asked may be gone
}

// allow refuses a method that is not among those allowed.
func allow(w http.ResponseWriter, r *http.Request, methods ...string) (ok bool) {
	for _, method := range methods {
		if r.Method == method {
			return true
		}
	}
	w.Header().Set("Allow", strings.Join(methods, ", "))
	sayNo(w, refusal{http.StatusMethodNotAllowed, "Only " + strings.Join(methods, " and ") + " can be answered here."})
	return false
}

// route finds what a path stands for.
func (s *Server) route(w http.ResponseWriter, r *http.Request, g *generation) {
	rest, inside := strings.CutPrefix(r.URL.Path, g.root)
	if name, own := strings.CutPrefix(rest, ownFolder); inside && own {
		s.own(w, r, g, name)
		return
	}
	if !allow(w, r, http.MethodGet, http.MethodHead) {
		return
	}
	if !inside {
		s.outside(w, r, g)
		return
	}
	output := rest
	if rest == "" || strings.HasSuffix(rest, "/") {
		output += indexFile
	}
	switch {
	case g.has(output):
		s.output(w, r, g, output, http.StatusOK)
	case rest+"/" == ownFolder, g.has(output + "/" + indexFile):
		redirect(w, r, g.base+escape(rest)+"/")
	default:
		s.gone(w, r, g, output)
	}
}

// own answers for what is the preview's own.
func (s *Server) own(w http.ResponseWriter, r *http.Request, g *generation, name string) {
	if act := s.action(name); act != nil {
		if allow(w, r, http.MethodPost) {
			act(w, r, g)
		}
		return
	}
	if !allow(w, r, http.MethodGet, http.MethodHead) {
		return
	}
	key, isReview := strings.CutPrefix(name, reviewFolder)
	switch {
	case name == "events":
		s.events(w, r)
	case name == "problems":
		s.problems(w, r, g)
	case name == "":
		s.listing(w, r, g)
	case isReview:
		s.reviewPage(w, r, g, key)
	default:
		s.clientFile(w, r, name)
	}
}

// action gives what sets something going, by its name; nil if there is none of that name, or it is not to be had.
func (s *Server) action(name string) func(http.ResponseWriter, *http.Request, *generation) {
	switch {
	case name == "open" && s.options.Editor != "":
		return s.open
	case name == "confirm" && s.options.Confirm != nil:
		return s.confirm
	}
	return nil
}

// outside answers for what is not below the site's root: the root itself is shown, and a site that moved is followed.
func (s *Server) outside(w http.ResponseWriter, r *http.Request, g *generation) {
	rest, former := strings.CutPrefix(r.URL.Path, g.former)
	switch {
	case r.URL.Path == "/" || r.URL.Path+"/" == g.root:
		redirect(w, r, g.base)
	case g.former != "" && former:
		redirect(w, r, g.base+escape(rest))
	default:
		s.notFound(w, r, g, "")
	}
}

// gone answers for a path that is no output, or no longer. The page that was there is shown as it last was while its
// files have errors, since these may be what took its address away; if it has another address now, it is followed.
func (s *Server) gone(w http.ResponseWriter, r *http.Request, g *generation, output string) {
	if page, ok := s.visited.get(output); ok {
		if wideScopeOf(page).broken(within(g.Problems(), "content/")) {
			s.send(w, r, g, answer{path: output, body: s.lastGood(g, output)})
			return
		}
		if to, ok := g.path(page); ok {
			redirect(w, r, g.address(to))
			return
		}
	}
	if last, ok := s.good.get(output); ok && isPartOfPage(output) && hasErrors(g) {
		s.send(w, r, g, answer{path: output, body: last.body}) // a page that is shown as it last was may need it
		return
	}
	if rest, ok := strings.CutPrefix(r.URL.Path, g.former); ok && len(g.former) > len(g.root) {
		redirect(w, r, g.base+escape(rest))
		return
	}
	s.notFound(w, r, g, output)
}

// notFound shows the nearest page for what is not found, as hosts do: that of the folder, or of one above.
func (s *Server) notFound(w http.ResponseWriter, r *http.Request, g *generation, output string) {
	for folder := path.Dir(output); ; folder = path.Dir(folder) {
		if page := path.Join(folder, "404.html"); g.has(page) {
			s.output(w, r, g, page, http.StatusNotFound)
			return
		}
		if folder == "." {
			break
		}
	}
	sayNo(w, refusal{http.StatusNotFound, "There is nothing here."})
}

// redirect leads to another address for now. It keeps what the request asks beside the path.
func redirect(w http.ResponseWriter, r *http.Request, address string) {
	if r.URL.RawQuery != "" {
		address += "?" + r.URL.RawQuery
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Location", address)
	w.WriteHeader(http.StatusFound)
}
