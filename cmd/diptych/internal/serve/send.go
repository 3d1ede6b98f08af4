package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// answer is an output on its way to a browser.
type answer struct {
	path   string
	body   []byte
	status int // 0 stands for 200
}

// send sends an output with the headers of the published site. A browser keeps it and asks each time whether it is still
// the same.
func (s *Server) send(w http.ResponseWriter, r *http.Request, g *generation, a answer) {
	tag := etag(a.body)
	if isPage(a.path) {
		a.body, tag = withScript(a.body, g.base, a.path)
	}
	header := w.Header()
	for _, published := range s.options.Headers(a.path) {
		header.Add(published.Name, published.Value)
	}
	maps.DeleteFunc(header, func(name string, _ []string) bool {
		return strings.HasPrefix(name, "Access-Control-") // no other origin reads the preview, whatever the site allows
	})
	maps.Copy(header, http.Header{
		"Cache-Control":                {"no-cache"},
		"Content-Type":                 {contentType(a.path)},
		"Cross-Origin-Resource-Policy": {"same-origin"},
		"Etag":                         {tag},
		"X-Content-Type-Options":       {"nosniff"},
	})
	if a.status == http.StatusNotFound {
		s.sendNotFound(w, r, a.body)
		return
	}
	http.ServeContent(patientWriter{w, s.options.Now}, r, a.path, time.Time{}, bytes.NewReader(a.body))
}

// sendNotFound sends a page that is not what was asked for, which therefore can't be "still the same".
func (s *Server) sendNotFound(w http.ResponseWriter, r *http.Request, body []byte) {
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusNotFound)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // whoever asked may be gone
	}
}

// etag names bytes by their digest, as a strong validator (RFC 9110, 8.8.3).
func etag(parts ...[]byte) string {
	digest := sha256.New()
	for _, part := range parts {
		digest.Write(part)
	}
	return `"` + base64.RawURLEncoding.EncodeToString(digest.Sum(nil)[:15]) + `"`
}

// withScript gives a page with the preview's script at the end of its head, and its ETag. The script must know the ETag,
// which therefore is made of everything but itself.
func withScript(page []byte, base, path string) (body []byte, tag string) {
	base = html.EscapeString(base)
	before := `<script src="` + base + ownFolder + `live.js" defer data-base="` + base + `" data-page="` +
		html.EscapeString(path) + `" data-etag="`
	tag = etag(page, []byte(before))
	element := before + html.EscapeString(tag) + `"></script>`
	at := endOfHead(page)
	body = make([]byte, 0, len(page)+len(element))
	body = append(append(body, page[:at]...), element...)
	return append(body, page[at:]...), tag
}

// endOfHead is the offset of a page's </head>, or its length if there is none. Comments are passed over.
func endOfHead(page []byte) int {
	for i := 0; i < len(page); i++ {
		if page[i] != '<' {
			continue
		}
		if bytes.HasPrefix(page[i:], []byte("<!--")) {
			end := bytes.Index(page[i:], []byte("-->"))
			if end < 0 {
				break
			}
			i += end
		} else if isEndOfHead(page[i:]) {
			return i
		}
	}
	return len(page)
}

func isEndOfHead(text []byte) bool {
	const tag = "</head"
	return len(text) > len(tag) && strings.EqualFold(string(text[:len(tag)]), tag) &&
		strings.IndexByte("> \t\n\f\r/", text[len(tag)]) >= 0
}

// patientWriter gives each piece of a long answer its own time: a large file may take long, and a client that takes
// nothing is let go.
type patientWriter struct {
	http.ResponseWriter
	now func() time.Time
}

func (w patientWriter) Write(piece []byte) (int, error) {
	// Where there is no connection below, there is nothing to wait for.
	_ = http.NewResponseController(w.ResponseWriter).SetWriteDeadline(w.now().Add(writeTime))
	return w.ResponseWriter.Write(piece)
}
