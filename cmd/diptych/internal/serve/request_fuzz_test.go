package serve

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// FuzzRequest gives the preview whole requests as they come over a connection. It never fails; what it shows is the site's or
// its own, asked for by its own name and from no other site; and it allows nobody else to read it.
func FuzzRequest(f *testing.F) {
	for _, raw := range rawRequests {
		f.Add(strings.ReplaceAll(raw.request, "HOST", "atelier.example"))
		f.Add(raw.request)
	}
	for _, header := range []string{
		"Origin: http://evil.example", "Origin: null", "Origin: http://atelier.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe",
		"Range: bytes=0-1,5-3,-9", "Range: bytes=-99999999999999999999", "If-None-Match: \"é\", *", "If-Modified-Since: 2023", "Accept-Encoding: gzip;q=0", "X-Forwarded-Host: evil.example",
		"Content-Length: 5", "Transfer-Encoding: chunked", "Upgrade: websocket\r\nConnection: Upgrade", "Last-Event-ID: -1", "Accept: text/event-stream",
	} {
		for _, first := range []string{"GET /accra/fr/", "HEAD /accra/fr/", "POST /accra/_diptych/confirm?key=about&token=", "GET /accra/_diptych/open?file=config.toml&line=-1", "GET /accra/_diptych/"} {
			f.Add(first + " HTTP/1.1\r\nHost: atelier.example\r\n" + header + "\r\n\r\n")
		}
	}
	site := atelier().with(func(f *fake) { f.base = "/accra/" })
	server := New(Options{Now: time.Now, Hosts: []string{"atelier.example"}, Log: func(string) {}})
	server.show(site)
	f.Cleanup(server.Close)
	handler := server.Handler()
	f.Fuzz(func(t *testing.T, raw string) {
		request, err := http.ReadRequest(bufio.NewReader(strings.NewReader(raw)))
		if err != nil {
			return // the library answers it
		}
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		checkAnswer(t, site, request, recorder)
	})
}

// checkAnswer holds an answer to what the preview promises of each.
func checkAnswer(t *testing.T, site *fake, request *http.Request, answer *httptest.ResponseRecorder) {
	t.Helper()
	if answer.Code >= 500 && answer.Code != http.StatusNotImplemented { // events need a connection
		t.Fatalf("%s %s is answered with %d", request.Method, request.URL, answer.Code)
	}
	for name := range answer.Header() {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("the answer has %s", name)
		}
	}
	if to := answer.Header().Get("Location"); to != "" && (!strings.HasPrefix(to, "/accra/") || strings.HasPrefix(to, "//")) {
		t.Errorf("%q leads to %q", request.URL, to)
	}
	if answer.Code >= 300 {
		return
	}
	if host, _, _ := strings.Cut(strings.ToLower(request.Host), ":"); host != "atelier.example" {
		t.Errorf("the host %q is answered with %d", request.Host, answer.Code)
	}
	if origins := request.Header.Values("Origin"); len(origins) > 0 && !slices.Equal(origins, []string{"http://" + request.Host}) {
		t.Errorf("the origins %q are answered with %d", origins, answer.Code)
	}
	if request.ContentLength != 0 || !isRead(request.Method) {
		t.Errorf("%s with %d bytes is answered with %d", request.Method, request.ContentLength, answer.Code)
	}
	if path, err := url.PathUnescape(request.URL.EscapedPath()); err != nil || !isAddress(site, path) {
		t.Errorf("%q is answered with %d", request.URL, answer.Code)
	}
}
