package serve

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// refusal is why a request gets no answer: a status, and a sentence for whoever sent it.
type refusal struct {
	status int
	text   string
}

// refuse judges a request before anything of the site is looked at; nil if nothing speaks against it.
//
// The host is looked at so that no name of a stranger, made to lead here, reads the preview; where the request comes
// from, so that no page of a stranger does. A page may be opened from anywhere, but only as a page of its own.
func (s *Server) refuse(r *http.Request) *refusal {
	switch {
	case r.Host == "":
		return &refusal{http.StatusBadRequest, "The request names no host."}
	case !s.answersTo(r):
		return &refusal{http.StatusForbidden, "This preview does not answer to the name of its host that was asked for. " +
			"If you meant this, start it with --host and that name."}
	case foreign(r):
		return &refusal{http.StatusForbidden, "Only the preview's own pages may ask for this."}
	case r.ContentLength > 0:
		return &refusal{http.StatusRequestEntityTooLarge, "No request to the preview has a body."}
	case r.ContentLength < 0 || len(r.TransferEncoding) > 0:
		return &refusal{http.StatusBadRequest, "No request to the preview has a body."}
	case !plain(r.URL):
		return &refusal{http.StatusBadRequest, "This can't be the address of a page."}
	}
	return nil
}

// answersTo tells whether a request asks for the preview by one of its names: those of this machine for itself and the
// address that was connected to, with the port that was, or one that the editor allows.
func (s *Server) answersTo(r *http.Request) bool {
	name, port := splitHost(strings.ToLower(r.Host))
	for _, host := range s.options.Hosts {
		if host = strings.ToLower(host); host == name || host == strings.ToLower(r.Host) {
			return true
		}
	}
	address, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return false
	}
	own, ownPort := splitHost(address.String())
	return port == ownPort && slices.Contains([]string{"localhost", "127.0.0.1", "::1", canonical(own)}, name)
}

// splitHost splits a host from its port, which is that of HTTP if none is named. An address of IPv6 loses its brackets.
func splitHost(host string) (name, port string) {
	if name, port, err := net.SplitHostPort(host); err == nil {
		return name, port
	}
	if inner, ok := strings.CutPrefix(host, "["); ok {
		host = strings.TrimSuffix(inner, "]")
	}
	return host, "80"
}

// canonical writes the address of IPv4 that a socket of IPv6 gives as itself.
func canonical(address string) string {
	if ip, err := netip.ParseAddr(address); err == nil {
		return ip.Unmap().String()
	}
	return address
}

// foreign tells whether a request comes from a page of another origin (Fetch Metadata, W3C; the header Origin, Fetch
// Standard). A link from elsewhere that opens a page in a window of its own does no harm.
func foreign(r *http.Request) bool {
	if origin := r.Header.Values("Origin"); len(origin) > 0 && !slices.Equal(origin, []string{"http://" + r.Host}) {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	default:
		return !isRead(r.Method) || r.Header.Get("Sec-Fetch-Mode") != "navigate" ||
			r.Header.Get("Sec-Fetch-Dest") != "document"
	}
}

func isRead(method string) bool { return method == http.MethodGet || method == http.MethodHead }

// plain tells whether a path, decoded once, can be that of an output: nothing in it may mean another one to anybody on
// the way.
func plain(u *url.URL) bool {
	path, escaped := u.Path, strings.ToLower(u.EscapedPath())
	return (u.Scheme == "" || u.Scheme == "http") && strings.HasPrefix(path, "/") && utf8.ValidString(path) &&
		!strings.ContainsAny(path, `\#`) && !strings.ContainsFunc(path, unicode.IsControl) &&
		!strings.Contains(path, "//") && !strings.Contains(escaped, "%2f") &&
		!slices.ContainsFunc(strings.Split(path, "/"), func(step string) bool { return step == "." || step == ".." })
}
