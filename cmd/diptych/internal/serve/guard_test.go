package serve

import (
	"net/http"
	"strings"
	"testing"
)

func TestHosts(t *testing.T) {
	p := run(t, Options{Hosts: []string{"Atelier.example", "bureau.example:8080"}}, atelier())
	tests := []struct {
		host string
		want int
	}{
		{"127.0.0.1:PORT", 200},
		{"localhost:PORT", 200},
		{"LocalHost:PORT", 200},
		{"[::1]:PORT", 200},
		{"atelier.example", 200},
		{"atelier.example:PORT", 200},
		{"ATELIER.example:9999", 200},
		{"bureau.example:8080", 200},
		{"bureau.example:PORT", 403},
		{"localhost", 403},
		{"localhost:1", 403},
		{"127.0.0.1", 403},
		{"evil.example:PORT", 403},
		{"evil.example", 403},
		{"localhost.evil.example:PORT", 403},
		{"evil.localhost:PORT", 403},
		{"localhost.:PORT", 403},
		{"127.0.0.1.nip.example:PORT", 403},
		{"127.0.0.2:PORT", 403},
		{"0.0.0.0:PORT", 403},
		{"[::]:PORT", 403},
		{"[::ffff:127.0.0.1]:PORT", 403},
		{"2130706433:PORT", 403},
		{"atelier.example.evil.example", 403},
		{"xatelier.example", 403},
		{"localhost:PORT:PORT", 403},
		{"192.168.1.7:PORT", 403},
	}
	for _, test := range tests {
		host := strings.ReplaceAll(test.host, "PORT", p.port())
		for _, path := range []string{"/fr/", "/_diptych/problems", "/_diptych/live.js"} {
			if got := p.ask(t, http.MethodGet, path, "Host", host); got.status != test.want {
				t.Errorf("%s of the host %q is answered with %d, want %d", path, host, got.status, test.want)
			} else if got.status == 403 && !strings.Contains(got.body, "--host") {
				t.Errorf("the refusal of %q does not say what to do: %q", host, got.body)
			}
		}
	}
}

// TestOrigins asks as pages of other origins do, for a page, the problems, a script and the stream.
func TestOrigins(t *testing.T) {
	p := run(t, Options{}, atelier())
	tests := []struct {
		name    string
		headers []string
		want    int
	}{
		{"no page", nil, 200},
		{"our page", []string{"Origin", "http://HOST", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"}, 200},
		{"typed in", []string{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200},
		{"a link from elsewhere", []string{
			"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document",
		}, 200},
		{"another origin", []string{"Origin", "https://evil.example"}, 403},
		{"an origin that is hidden", []string{"Origin", "null"}, 403},
		{"another port", []string{"Origin", "http://127.0.0.1:1", "Sec-Fetch-Site", "same-site"}, 403},
		{"another scheme", []string{"Origin", "https://HOST"}, 403},
		{"an origin that begins like ours", []string{"Origin", "http://HOST.evil.example"}, 403},
		{"two origins", []string{"Origin", "http://HOST", "Origin", "http://evil.example"}, 403},
		{"a script tag elsewhere", []string{
			"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "script",
		}, 403},
		{"a frame elsewhere", []string{
			"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe",
		}, 403},
		{"an object elsewhere", []string{
			"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "object",
		}, 403},
		{"a fetch elsewhere", []string{
			"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty",
		}, 403},
		{"our origin from elsewhere", []string{"Origin", "http://HOST", "Sec-Fetch-Site", "cross-site"}, 403},
	}
	for _, test := range tests {
		var headers []string
		for _, header := range test.headers {
			headers = append(headers, strings.ReplaceAll(header, "HOST", p.host))
		}
		for _, path := range []string{"/fr/", "/css/site.0a1b.css", "/_diptych/problems", "/_diptych/live.js"} {
			got := p.ask(t, http.MethodGet, path, headers...)
			if got.status != test.want {
				t.Errorf("%s: %s is answered with %d, want %d", test.name, path, got.status, test.want)
			}
			checkIsolated(t, test.name+": "+path, got.header)
		}
		if test.want == 403 {
			if got := p.ask(t, http.MethodGet, "/_diptych/events", headers...); got.status != 403 {
				t.Errorf("%s: the stream is answered with %d", test.name, got.status)
			}
		}
	}
}

// checkIsolated holds what every answer says, so that no page elsewhere can read it.
func checkIsolated(t *testing.T, what string, header http.Header) {
	t.Helper()
	if header.Get("Cross-Origin-Resource-Policy") != "same-origin" || header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%s: the headers are %v", what, header)
	}
	for name := range header {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("%s: the header %s opens the preview to others", what, name)
		}
	}
}

func TestMethods(t *testing.T) {
	p := run(t, Options{}, atelier())
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"} {
		for _, path := range []string{"/fr/", "/nothing", "/_diptych/events", "/_diptych/open", "/_diptych/problems"} {
			got := p.ask(t, method, path)
			if got.status != 405 || got.header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s is answered with %d and allows %q", method, path, got.status, got.header.Get("Allow"))
			}
			checkIsolated(t, method+" "+path, got.header)
		}
	}
}
