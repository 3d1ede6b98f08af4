package host

import (
	"fmt"
	"path"
	"strings"
)

// Header is one line of what a host sends with an output.
type Header struct{ Name, Value string }

// The policies that go with every output. A site needs nothing from elsewhere: its pages load only what is beside them,
// run no script written into them, and stand in no frame (W3C, Content Security Policy level 3).
const (
	contentPolicy = "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

	// A drawing is shown, and nothing else: a script in it does not run, also where it is opened by itself.
	drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

	permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
)

// The names of headers that more than one file for hosts must know.
const (
	policyHeader   = "Content-Security-Policy"
	cacheHeader    = "Cache-Control"
	languageHeader = "Content-Language"
	typeHeader     = "Content-Type"
)

// What browsers are told of how long they may keep a file (RFC 9111, 5.2.2; RFC 8246).
const (
	forEver = "public, max-age=31536000, immutable" // a year, the longest that is usual
	askEach = "no-cache"                            // kept, and asked for each time whether it is still the same
)

// Headers gives the policies that the host of the published site is to send with an output, by its path. The preview sends
// the same, so that a page that would break in public breaks at home.
func Headers(path string) []Header {
	policy := contentPolicy
	if isDrawing(path) {
		policy = drawingPolicy
	}
	return []Header{
		{policyHeader, policy},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Permissions-Policy", permissions},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"X-Content-Type-Options", "nosniff"},
	}
}

// isDrawing tells whether an output is a drawing, which has a policy of its own.
func isDrawing(output string) bool { return path.Ext(output) == ".svg" }

// Sent gives all that hosts are told to send with an output beside its type: the policies, HSTS if it is asked for
// (RFC 6797), its language (RFC 9110, 8.5), and a year in browsers' stores if its name follows from its bytes. Of other
// files nothing is said here of how long they may be kept: Netlify, Cloudflare and GitHub have browsers ask each time.
func (s Site) Sent(file File) []Header {
	headers := Headers(file.Path)
	if s.HSTS != nil {
		headers = append(headers, Header{"Strict-Transport-Security", fmt.Sprintf("max-age=%d", *s.HSTS)})
	}
	if language := s.language(file.Path); language != "" {
		headers = append(headers, Header{languageHeader, language})
	}
	if file.Lasting {
		headers = append(headers, Header{cacheHeader, forEver})
	}
	return headers
}

// language gives the language of an output as its header says it; empty if its path says none.
func (s Site) language(output string) string {
	folder, _, below := strings.Cut(output, "/")
	if !below && (output == index || output == notFound("")) || below && folder == s.Both {
		return s.tags()
	}
	for _, l := range s.Languages {
		if below && folder == l.Folder {
			return l.Tag
		}
	}
	return ""
}

// get gives the value of a header; empty if it is not sent.
func get(headers []Header, name string) string {
	for _, h := range headers {
		if h.Name == name {
			return h.Value
		}
	}
	return ""
}
