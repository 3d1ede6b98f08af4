package serve

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// reviewFolder is the folder below ownFolder where the reviews of pairs stand, each at its key.
const reviewFolder = "review/"

// deskPolicy is the Content-Security-Policy of the preview's own pages: nothing but its own scripts and styles, in no frame.
const deskPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

//go:embed desk
var deskFiles embed.FS

var deskTemplates = sync.OnceValue(func() *template.Template { return template.Must(template.ParseFS(deskFiles, "desk/*.html")) })

// desk is what the preview's own pages have in common: their language, and what they are addressed by.
type desk struct {
	Lang   source.Lang // that of the interface; a block is in its own
	Base   string      // the address of ownFolder
	Title  string
	query  url.Values // of the request
	folder string     // the address of the page itself, without a query
}

// newDesk begins a page of the preview's own at a path below ownFolder, decoded.
func newDesk(r *http.Request, g *generation, path string) desk {
	base := g.base + ownFolder
	return desk{Lang: deskLang(r), Base: base, query: r.URL.Query(), folder: base + escape(path)}
}

// deskLang gives the language that a request asks for: by its query, or else by the first of the two that the browser
// names (Accept-Language, RFC 9110, 12.5.4). Browsers name them in the order of their weight.
func deskLang(r *http.Request) source.Lang {
	if lang := source.Lang(r.URL.Query().Get("lang")); lang.Valid() {
		return lang
	}
	for accepted := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		name, _, _ := strings.Cut(strings.TrimSpace(accepted), ";")
		name, _, _ = strings.Cut(strings.ToLower(name), "-")
		if lang := source.Lang(name); lang.Valid() {
			return lang
		}
	}
	return source.French
}

// T gives the words of a name in the page's language. The error says that there are none.
func (d desk) T(name string) (string, error) {
	phrase, ok := said[name]
	if !ok {
		return "", fmt.Errorf("no words %q", name)
	}
	return d.In(wording.Sprintf(phrase)), nil
}

// In gives a sentence in the page's language.
func (d desk) In(s wording.Sentence) string { return in(d.Lang, s) }

// LangName names a language in the page's.
func (d desk) LangName(lang source.Lang) string { return d.In(wording.Sprintf(lang.Name())) }

// Colon is what stands between a label and what it is about.
func (d desk) Colon() string {
	if d.Lang == source.French {
		return "\u00a0: "
	}
	return ": "
}

// Other is the language that the page is not in.
func (d desk) Other() source.Lang { return d.Lang.Other() }

// With gives the address of the page with something else asked, by pairs of names and values; an empty value asks nothing.
func (d desk) With(changes ...string) string {
	query := url.Values{"lang": {string(d.Lang)}}
	for _, name := range []string{"show", "sort"} {
		if value := d.query.Get(name); value != "" {
			query.Set(name, value)
		}
	}
	for i := 0; i+1 < len(changes); i += 2 {
		query.Set(changes[i], changes[i+1])
		if changes[i+1] == "" {
			query.Del(changes[i])
		}
	}
	return d.folder + "?" + query.Encode()
}

// InOther gives the address of the page in the other language.
func (d desk) InOther() string { return d.With("lang", string(d.Other())) }

// List gives the address of the list of all pairs.
func (d desk) List() string { return d.Base + "?lang=" + string(d.Lang) }

// Asks tells whether a value is asked for; the empty one is where none is.
func (d desk) Asks(name, value string) bool { return d.query.Get(name) == value }

// piece is a piece of a sentence.
type piece struct {
	Text string
	Code bool
}

// Pieces takes a sentence apart, which writes code in backquotes.
func (d desk) Pieces(s wording.Sentence) []piece {
	var pieces []piece
	for i, text := range strings.Split(d.In(s), "`") {
		pieces = append(pieces, piece{text, i%2 == 1})
	}
	return pieces
}

// placeView is a place as text and as what the editor is opened with.
type placeView struct {
	Text         string
	File         string
	Line, Column int
}

func textPlace(pos source.Pos) *placeView {
	if pos.IsZero() {
		return nil
	}
	return &placeView{pos.String(), pos.File, pos.Line, pos.Column}
}

// findingView is a problem as the preview's own pages show it.
type findingView struct {
	Rule          string
	Severity      source.Severity
	Name          string // of the severity
	Message, Hint wording.Sentence
	Place, Peer   *placeView
}

func (d desk) findings(problems []source.Problem) []findingView {
	var shown []findingView
	for _, p := range problems {
		shown = append(shown, findingView{p.Rule, p.Severity, d.In(wording.Sprintf(severities[p.Severity])), p.Message, p.Hint,
			textPlace(p.Pos), textPlace(p.Peer)})
	}
	return shown
}

// markView is a state as a page shows it, by a word and by a sign.
type markView struct{ Name, Word, Sign string }

func (d desk) mark(state ledger.State) markView {
	sign := map[ledger.State]string{
		ledger.Confirmed: "✓", ledger.FrenchChanged: "←", ledger.EnglishChanged: "→", ledger.BothChanged: "↔", ledger.New: "+",
	}
	return markView{state.String(), d.In(wording.Sprintf(state.Name())), cmp.Or(sign[state], "?")}
}

// sendDesk sends a page of the preview's own, which follows the preview as all pages do.
func (s *Server) sendDesk(w http.ResponseWriter, r *http.Request, g *generation, path, name string, view any) {
	var page bytes.Buffer
	if err := deskTemplates().ExecuteTemplate(&page, name, view); err != nil {
		s.options.Log(ownFolder + path + ": " + err.Error())
		sayNo(w, refusal{http.StatusInternalServerError, "This can't be made: the terminal says why."})
		return
	}
	body, tag := withScript(page.Bytes(), g.base, ownFolder+path)
	header := w.Header()
	header.Set("Cache-Control", "no-cache")
	header.Set("Content-Security-Policy", deskPolicy)
	header.Set("Content-Type", contentTypes[".html"])
	header.Set("Etag", tag)
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Vary", "Accept-Language")
	http.ServeContent(patientWriter{w, s.options.Now}, r, "", time.Time{}, bytes.NewReader(body))
}

// about is what a template needs to show problems: these, and the page that they stand on.
type about struct {
	Desk  desk
	Found []findingView
}

// About joins problems with the page, for a template.
func (d desk) About(found []findingView) about { return about{d, found} }
