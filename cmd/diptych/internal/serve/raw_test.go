package serve

import (
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/source"
)

// line makes a whole request of its first line.
func line(first string) string { return first + " HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n" }

// rawRequests are requests that no browser sends, and the status with which each is answered; 0 stands for none.
var rawRequests = []struct {
	name, request string
	want          int
}{
	{"a page", line("GET /fr/"), 200},
	{"a name that is not ASCII", line("GET /%C3%A9t%C3%A9.pdf"), 200},
	{"the same, small and large", line("GET /%c3%A9t%c3%a9.pdf"), 200},
	{"with a question", line("GET /fr/?a=..%2f..%2fetc"), 200},
	{"absolute, by our name", "GET http://HOST/fr/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n", 200},
	{"HTTP/1.0 with a host", "GET /fr/ HTTP/1.0\r\nHost: HOST\r\n\r\n", 200},

	{"up", line("GET /../config.toml"), 400},
	{"up from a folder", line("GET /fr/../../config.toml"), 400},
	{"up at the end", line("GET /fr/.."), 400},
	{"up and down", line("GET /fr/../fr/"), 400},
	{"here", line("GET /./fr/"), 400},
	{"up, dots encoded", line("GET /%2e%2e/config.toml"), 400},
	{"up, one dot encoded", line("GET /.%2E/config.toml"), 400},
	{"up, slash encoded", line("GET /..%2fconfig.toml"), 400},
	{"up, all encoded", line("GET /%2e%2e%2fconfig.toml"), 400},
	{"slash encoded", line("GET /fr%2Findex.html"), 400},
	{"backslash", line(`GET /fr\..\..\config.toml`), 400},
	{"backslash encoded", line("GET /..%5c..%5cconfig.toml"), 400},
	{"NUL encoded", line("GET /fr/index.html%00.png"), 400},
	{"NUL", line("GET /fr/\x00"), 400},
	{"line feed encoded", line("GET /fr/%0a"), 400},
	{"return and line feed encoded", line("GET /fr/%0d%0aSet-Cookie:%20a=b"), 400},
	{"delete", line("GET /fr/%7f"), 400},
	{"fragment", line("GET /fr/#main"), 400},
	{"fragment encoded", line("GET /fr/%23main"), 400},
	{"empty step", line("GET //fr/"), 400},
	{"another host in the path", line("GET //evil.example/fr/"), 400},
	{"empty step inside", line("GET /fr//index.html"), 400},
	{"empty step at the end", line("GET /fr//"), 400},
	{"not UTF-8", line("GET /%e9t%e9.pdf"), 400},
	{"not UTF-8, raw", line("GET /\xe9t\xe9.pdf"), 400},
	{"overlong slash", line("GET /fr%c0%afindex.html"), 400},
	{"overlong dots", line("GET /%c0%ae%c0%ae/config.toml"), 400},
	{"half an escape", line("GET /fr/%"), 400},
	{"no escape", line("GET /fr/%zz"), 400},
	{"no slash at the start", line("GET fr/"), 400},
	{"a star", line("GET *"), 400},
	{"a star with OPTIONS", line("OPTIONS *"), 400},
	{"up in our folder", line("GET /_diptych/../../client/live.js"), 400},

	{"encoded twice", line("GET /%252e%252e/config.toml"), 404},
	{"slash encoded twice", line("GET /..%252fconfig.toml"), 404},
	{"overlong in UTF-16", line("GET /%u002e%u002e/config.toml"), 400},
	{"the source", line("GET /content/index.fr.md"), 404},
	{"the settings", line("GET /config.toml"), 404},
	{"the repository", line("GET /.git/config"), 404},
	{"a file of the system", line("GET /etc/passwd"), 404},
	{"an address of a file", line("GET file:///etc/passwd"), 400},
	{"dots in a name", line("GET /...../config.toml"), 404},
	{"dots with a semicolon", line("GET /..;/config.toml"), 404},
	{"another case", line("GET /FR/"), 404},
	{"a drive", line("GET /C:/Windows/win.ini"), 404},
	{"a stream of a file", line("GET /fr/index.html::$DATA"), 404},
	{"what is not for pages", line("GET /_diptych/words.txt"), 404},
	{"our folder", line("GET /_diptych/"), 200},

	{"absolute, by another name", "GET http://evil.example/fr/ HTTP/1.1\r\nHost: HOST\r\n\r\n", 403},
	{"HTTP/1.0 without a host", "GET /fr/ HTTP/1.0\r\n\r\n", 400},
	{"no host", "GET /fr/ HTTP/1.1\r\n\r\n", 400},
	{"an empty host", "GET /fr/ HTTP/1.1\r\nHost:\r\n\r\n", 400},
	{"two hosts", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n", 400},
	{"a host with a path", "GET /fr/ HTTP/1.1\r\nHost: HOST/fr/\r\n\r\n", 400},
	{"a host with a user", "GET /fr/ HTTP/1.1\r\nHost: a@HOST\r\n\r\n", 400},
	{"a body", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\n\r\nété", 413},
	{"a body that never comes", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nContent-Length: 999999999999\r\n\r\n", 413},
	{"a body in pieces", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
	{"a body in two ways", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", 400},
	{"a body in an unknown way", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
	{"two lengths", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
	{"a length below nothing", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n", 400},
	{"a body with POST", "POST /_diptych/open HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\n\r\nété", 413},
	{"CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n", 403},
	{"a tunnel to ourselves", "CONNECT HOST HTTP/1.1\r\nHost: HOST\r\n\r\n", 400},
	{"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
	{"HTTP/3", "GET /fr/ HTTP/3.0\r\nHost: HOST\r\n\r\n", 505},
	{"an unknown version", "GET /fr/ HTTP/9.9\r\nHost: HOST\r\n\r\n", 505},
	{"no version", "GET /fr/\r\n\r\n", 400},
	{"TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400},
	{"nothing", "\r\n\r\n", 400},
	{"noise", "\x00\xff\x00\xff\r\n\r\n", 400},
	{"a space in a name", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nA B: c\r\n\r\n", 400},
	{"a header without a name", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\n: c\r\n\r\n", 400},
	{"NUL in a header", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nA: \x00\r\n\r\n", 400},
	{"a head that is too large", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nA: " + strings.Repeat("é", 20<<10) + "\r\n\r\n", 431},
	{"an address that is too long", line("GET /" + strings.Repeat("a", 40<<10)), 431},
	{"an upgrade", "GET /fr/ HTTP/1.1\r\nHost: HOST\r\nConnection: close, Upgrade\r\nUpgrade: h2c\r\n\r\n", 200},
}

func TestRawRequests(t *testing.T) {
	p := run(t, Options{}, atelier())
	for _, test := range rawRequests {
		if got := p.raw(t, test.request); got != test.want {
			t.Errorf("%s is answered with %d, want %d", test.name, got, test.want)
		}
	}
	if got := p.get(t, "/fr/"); got.status != 200 {
		t.Errorf("after all this a page is answered with %d", got.status)
	}
}

// TestMutatedRequests changes bytes of requests at random, always in the same way, and then asks for a page.
func TestMutatedRequests(t *testing.T) {
	p := run(t, Options{}, atelier())
	random := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		request := []byte(rawRequests[random.IntN(len(rawRequests))].request)
		if len(request) > 4096 {
			continue
		}
		for range 1 + random.IntN(4) {
			request[random.IntN(len(request))] = byte(random.IntN(256))
		}
		p.raw(t, string(request)+"\r\n\r\n")
	}
	if got := p.get(t, "/fr/"); got.status != 200 {
		t.Errorf("after all this a page is answered with %d", got.status)
	}
}

// FuzzPath asks for any path: what is answered with 200 is an output of the site at its address, or ours.
func FuzzPath(f *testing.F) {
	for _, seed := range []string{
		"/accra/fr/", "/accra/fr", "/", "/%2e%2e/", "//", "/accra/%C3%A9t%C3%A9.pdf", "/accra/_diptych/live.js",
		"/accra/fr/%5c", "/%00", "*",
	} {
		f.Add(seed)
	}
	site := atelier().with(func(f *fake) { f.base = "/accra/" })
	server := New(Options{Now: time.Now, Hosts: []string{"atelier.example"}})
	server.show(site)
	f.Cleanup(server.Close)
	handler := server.Handler()
	f.Fuzz(func(t *testing.T, path string) {
		address, err := url.ParseRequestURI(path)
		if err != nil {
			return
		}
		request := &http.Request{Method: http.MethodGet, URL: address, Host: "atelier.example", Header: http.Header{}}
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		if recorder.Code == 200 && !isAddress(site, request.URL.Path) {
			t.Fatalf("%q is answered with %q", path, recorder.Body)
		}
		if recorder.Code >= 500 && recorder.Code != http.StatusNotImplemented { // events need a connection
			t.Fatalf("%q is answered with %d", path, recorder.Code)
		}
		if to := recorder.Header().Get("Location"); to != "" && !strings.HasPrefix(to, "/accra/") {
			t.Fatalf("%q leads to %q", path, to)
		}
	})
}

// isAddress tells whether a decoded path is that of an output, or of something of ours.
func isAddress(site *fake, path string) bool {
	rest, inside := strings.CutPrefix(path, "/accra/")
	if rest == "" || strings.HasSuffix(rest, "/") {
		rest += "index.html"
	}
	_, ok := site.texts[rest]
	return inside && (ok || strings.HasPrefix(rest, "_diptych/"))
}

// TestOddNames asks for outputs whose names look odd and are not.
func TestOddNames(t *testing.T) {
	names := []string{
		"a..b.txt", "..a.txt", "100%.txt", "a;b.txt", "l’été « ici ».txt", "a b+c.txt", ".well-known/x.txt", "a:b.txt",
		"a&b='\".txt",
	}
	p := run(t, Options{}, atelier().with(func(f *fake) {
		for _, name := range names {
			f.texts[name] = name
		}
	}))
	for _, name := range names {
		if got := p.get(t, "/"+escape(name)); got.status != 200 || got.body != name {
			t.Errorf("%q is answered with %d and %q", name, got.status, got.body)
		}
	}
	if got := p.get(t, "/a%26b='%22.txt"); got.status != 200 {
		t.Errorf("a name that is escaped more than it has to be is answered with %d", got.status)
	}
}

// TestBeforeTheFirstSite asks before there is anything to show.
func TestBeforeTheFirstSite(t *testing.T) {
	p := run(t, Options{}, nil)
	for _, path := range []string{"/", "/fr/", "/_diptych/events", "/_diptych/problems"} {
		if got := p.get(t, path); got.status != 503 {
			t.Errorf("%s is answered with %d", path, got.status)
		}
	}
	p.show(atelier().with(func(f *fake) { f.wrong = []source.Problem{} }))
	if got := p.get(t, "/fr/"); got.status != 200 {
		t.Errorf("a page is answered with %d", got.status)
	}
}
