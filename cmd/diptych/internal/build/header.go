package build

import "strings"

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

// Headers gives what the host of the published site is to send with an output, by its path. The preview sends the same,
// so that a page that would break in public breaks at home.
func Headers(path string) []Header {
	policy := contentPolicy
	if strings.HasSuffix(path, ".svg") {
		policy = drawingPolicy
	}
	return []Header{
		{"Content-Security-Policy", policy},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Permissions-Policy", permissions},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"X-Content-Type-Options", "nosniff"},
	}
}
