package serve

import (
	"bytes"
	"embed"
	"net/http"
	"time"
)

// clientFiles are the scripts and styles that run in a page, and the icon of one that stands in.
//
//go:embed client
var clientFiles embed.FS

// clientFile sends one of the client's files.
func (s *Server) clientFile(w http.ResponseWriter, r *http.Request, name string) {
	body, err := clientFiles.ReadFile("client/" + name)
	if err != nil {
		sayNo(w, refusal{http.StatusNotFound, "There is nothing here."})
		return
	}
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("Content-Type", contentType(name))
	w.Header().Set("Etag", etag(body))
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
}

// events hands the connection over to those that are told of new generations. Taken from the HTTP server, it costs
// neither the buffers nor the state of a request.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Cache-Control", "no-store")
	header.Set("Content-Type", "text/event-stream")
	header.Set("Connection", "close")
	if r.Method == http.MethodHead {
		return
	}
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		header.Del("Connection")
		sayNo(w, refusal{http.StatusNotImplemented, "Events need a connection of HTTP/1."})
		return
	}
	if !s.hub.add(conn, header.Clone()) {
		conn.Close() // the preview is ending
	}
}
