package serve

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// fake is a site made of texts.
type fake struct {
	base     string
	texts    map[string]string           // output path → what Output writes
	pages    map[string]half             // output path → page
	wrong    []source.Problem            // with the site as a whole
	within   map[string][]source.Problem // output path → what Output tells
	fails    map[string]error            // output path → what Output fails with
	rendered atomic.Int64
	onOutput func(path string)
	notes    bool // whether Look notes anything
}

// atelier is a fake site in two languages: two pages, with all that belongs to a site.
func atelier() *fake {
	return &fake{
		base: "/",
		texts: map[string]string{
			"index.html":                  document("Choisir – Choose"),
			"404.html":                    document("Introuvable – Not found"),
			"fr/404.html":                 document("Introuvable"),
			"en/404.html":                 document("Not found"),
			"fr/index.html":               document("L’atelier « des langues »"),
			"en/index.html":               document("The language workshop"),
			"fr/visites/ete/index.html":   document("L’été à Accra"),
			"en/visits/summer/index.html": document("Summer in Accra"),
			"css/site.0a1b.css":           "main { color: #123 }",
			"été.pdf":                     "%PDF-1.7 été",
		},
		within: map[string][]source.Problem{},
		fails:  map[string]error{},
		pages: map[string]half{
			"fr/index.html":               {"index", source.French},
			"en/index.html":               {"index", source.English},
			"fr/visites/ete/index.html":   {"visits/summer", source.French},
			"en/visits/summer/index.html": {"visits/summer", source.English},
		},
	}
}

func document(text string) string {
	return "<!doctype html>\n<html>\n<head>\n<title>" + text + "</title>\n</head>\n<body>" + text + "</body>\n</html>\n"
}

// with gives a copy of the site that differs as change says.
func (f *fake) with(change func(f *fake)) *fake {
	next := &fake{
		base: f.base, texts: maps.Clone(f.texts), pages: maps.Clone(f.pages), wrong: slices.Clone(f.wrong),
		within: maps.Clone(f.within), fails: maps.Clone(f.fails), notes: f.notes,
	}
	change(next)
	return next
}

func (f *fake) Paths() []string { return slices.Sorted(maps.Keys(f.texts)) }

func (f *fake) Problems() []source.Problem { return f.wrong }

func (f *fake) BasePath() string { return f.base }

func (f *fake) Model() *site.Model { return nil }

func (f *fake) PageAt(path string) (string, source.Lang, bool) {
	page, ok := f.pages[path]
	return page.key, page.lang, ok
}

func (f *fake) PathOf(key string, lang source.Lang) (string, bool) {
	for path, page := range f.pages {
		if page == (half{key, lang}) {
			return path, true
		}
	}
	return "", false
}

func (f *fake) Look(path, note string) ([]source.Problem, string, error) {
	now := ""
	if f.notes {
		now = fmt.Sprint(f.texts[path], f.within[path])
	}
	if note != "" && note == now {
		return nil, note, nil
	}
	problems, err := f.Output(path, io.Discard)
	if err != nil || len(problems) > 0 {
		now = ""
	}
	return problems, now, err
}

func (f *fake) Output(path string, w io.Writer) ([]source.Problem, error) {
	f.rendered.Add(1)
	if f.onOutput != nil {
		f.onOutput(path)
	}
	if err := f.fails[path]; err != nil {
		return nil, err
	}
	text, ok := f.texts[path]
	if !ok {
		return nil, fmt.Errorf("no output %q", path)
	}
	if source.HasErrors(f.within[path]) {
		return f.within[path], nil
	}
	_, err := io.WriteString(w, text)
	return f.within[path], err
}

// preview is a running preview.
type preview struct {
	*Server
	host   string // "127.0.0.1:41234"
	client *http.Client
}

// run starts a preview on a free port, which ends with the test.
func run(t testing.TB, options Options, site Site) *preview {
	t.Helper()
	options.Now = time.Now
	p := &preview{Server: New(options)}
	if site != nil {
		p.show(site)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p.host = listener.Addr().String()
	p.client = &http.Client{
		Transport:     &http.Transport{DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- p.Serve(ctx, listener) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		p.client.CloseIdleConnections()
	})
	return p
}

// show publishes a site that is made of no tree.
func (s *Server) show(site Site) { s.Publish(site, source.NewTree(nil)) }

// port is the port that the preview listens at.
func (p *preview) port() string { return p.host[strings.LastIndexByte(p.host, ':')+1:] }

// got is an answer.
type got struct {
	status int
	header http.Header
	body   string
}

// ask sends a request; headers are names and values in turn.
func (p *preview) ask(t testing.TB, method, path string, headers ...string) got {
	t.Helper()
	request, err := http.NewRequest(method, "http://"+p.host+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			request.Host = headers[i+1]
			continue
		}
		request.Header.Add(headers[i], headers[i+1])
	}
	response, err := p.client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return got{response.StatusCode, response.Header, string(body)}
}

func (p *preview) get(t testing.TB, path string) got {
	t.Helper()
	return p.ask(t, http.MethodGet, path)
}

// raw sends bytes as they are, and gives the status of the answer; 0 if the connection is closed without one.
func (p *preview) raw(t testing.TB, request string) int {
	t.Helper()
	conn, err := net.Dial("tcp", p.host)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(conn, strings.ReplaceAll(request, "HOST", p.host)) // it may be refused before its end
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return 0
	}
	response.Body.Close()
	return response.StatusCode
}

// diary keeps what the preview tells.
type diary struct {
	mu   sync.Mutex
	sets [][]source.Problem
	logs []string
}

func (d *diary) options() Options {
	return Options{
		Now: time.Now,
		Problems: func(problems []source.Problem) {
			d.mu.Lock()
			defer d.mu.Unlock()
			d.sets = append(d.sets, problems)
		},
		Log: func(line string) {
			d.mu.Lock()
			defer d.mu.Unlock()
			d.logs = append(d.logs, line)
		},
	}
}

// told gives the messages of the sets of problems that were told.
func (d *diary) told() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	var sets []string
	for _, set := range d.sets {
		var messages []string
		for _, problem := range set {
			messages = append(messages, problem.Message.English)
		}
		sets = append(sets, strings.Join(messages, "; "))
	}
	return sets
}

// at makes an error at a line of a file.
func at(file string, line int, message string) source.Problem {
	return source.Errorf("test", source.Pos{File: file, Line: line, Column: 1}, "%s", message)
}

// without takes the preview's script out of a page.
func without(t testing.TB, body string) string {
	t.Helper()
	before, rest, found := strings.Cut(body, `<script src="`)
	_, after, ended := strings.Cut(rest, `></script>`)
	if !found || !ended {
		t.Fatalf("there is no script in %q", body)
	}
	return before + after
}
