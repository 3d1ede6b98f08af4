// Package markdown turns the body of one half into HTML, and says what is in it: its links and its headings.
//
// It knows one body and nothing else. What another file decides on, an address or what is said of a document, is left out
// of the HTML; the place where it belongs is a hole, and [Document.Splice] fills the holes when it is known. So the HTML of
// a body follows from its text alone, and may be kept for as long as the text is the same.
//
// It is the only package that imports goldmark, and it takes only the parser from there. The parser can't be stopped
// and has inputs on which it takes minutes, so that every body is measured first (see [gauge]); and it is written for
// programmers' pages, so that the HTML is our own: two languages, no style attributes, names for what has no text.
package markdown

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// Words are what the renderer itself says on a page, in the page's language, as plain text: by the names of their
// messages, which [Messages] lists. One that a page needs and that is not there is a problem of the page.
type Words map[string]string

// The names of the messages; those of callouts are calloutMessage and the kind.
const (
	calloutMessage  = "callout."
	footnotesName   = "footnotes.title"  // the name of the list of footnotes: "Notes"
	footnotesReturn = "footnotes.return" // the name of a link from a footnote to its call, which the number follows
	tableName       = "table.name"       // the name of a table above which there is no heading: "Tableau"
	taskDone        = "task.done"        // the name of a ticked box: "fait"
	taskOpen        = "task.open"        // the name of an empty box: "à faire"
)

// Messages gives the names of the messages that a renderer may need.
func Messages() []string {
	names := []string{footnotesName, footnotesReturn, tableName, taskDone, taskOpen}
	for _, kind := range calloutKinds() {
		names = append(names, calloutMessage+kind)
	}
	return names
}

// Options are what config.toml says about bodies.
type Options struct {
	RawHTML bool // whether HTML in a body passes as it is; otherwise it is shown as text
	// Typography is how the text of each of the two languages is set, by its code; nil if it is left as it was typed.
	Typography map[source.Lang]*typography.Rules
	// Abbreviations are what the short forms of each of the two languages stand for; none may be empty.
	Abbreviations map[source.Lang]map[string]string
}

// Renderer renders the bodies of one language. It is safe for concurrent use.
type Renderer struct {
	lang          source.Lang
	words         Words
	options       Options
	abbreviations map[source.Lang]*abbreviations // nil if there are none
	shorts        *abbreviations                 // those of both languages together; nil if there are none
	parser        func() parser.Parser
	brisk         func() parser.Parser // for bodies without bare addresses
	pages         sync.Pool            // of *page: the buffers of one rendering
}

// New makes a renderer for the bodies of a language. The map in words must not be changed afterwards.
func New(lang source.Lang, words Words, options Options) *Renderer {
	r := &Renderer{lang: lang, words: words, options: options}
	r.parser = sync.OnceValue(func() parser.Parser { return newParser(bareAddresses()) }) // its patterns take longer than many a page
	r.brisk = sync.OnceValue(func() parser.Parser { return newParser() })
	if r.abbreviations = r.abbreviate(options.Abbreviations); anyParted(options.Abbreviations) {
		r.brisk = r.parser
	}
	r.pages.New = func() any { return &page{renderer: r} }
	return r
}

// rulesOf gives how text in a language is set, by its tag; nil if it is left as it was typed.
func (r *Renderer) rulesOf(tag string) *typography.Rules {
	if r.options.Typography == nil {
		return nil
	}
	if rules, ours := r.options.Typography[langOf(tag)]; ours {
		return rules
	}
	rules := typography.For(tag)
	return &rules
}

// langOf gives the language of a tag, without its region.
func langOf(tag string) source.Lang {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return source.Lang(language)
}

// Render renders a body. pos is the body's file and its first line there, so that places in the document are the
// file's.
//
// A body that is beyond the limits of [gauge], or whose HTML outgrows its budget, gives a document with nothing but
// the problem. Every other body is rendered whole, whatever its problems.
func (r *Renderer) Render(pos source.Pos, body string) *Document {
	p := r.pages.Get().(*page)
	defer r.pages.Put(p)
	p.begin(pos, normalise(body))
	root, excess, refused := p.parse()
	if refused {
		return &Document{Problems: []source.Problem{p.limit(excess)}}
	}
	p.markAbbreviations(root)
	p.block(root)
	return p.finish()
}

// parse measures the body and, unless it is refused, reads it: the parser's tree, with what Markdown has no word for.
func (p *page) parse() (root ast.Node, beyond excess, refused bool) {
	if beyond, refused = p.measure(); refused {
		return nil, beyond, true
	}
	root = p.renderer.parserFor(p.body).Parse(text.NewReader(p.src))
	p.prepare(root)
	p.nameHeadings()
	return root, excess{}, false
}

// normalise gives a body in the form that package source gives its texts: UTF-8, LF line ends, no NUL. It is the same
// string where nothing had to be done, which is the rule.
func normalise(body string) string {
	if strings.IndexByte(body, '\r') >= 0 {
		body = strings.ReplaceAll(body, "\r\n", "\n")
		body = strings.ReplaceAll(body, "\r", "\n")
	}
	body = strings.ReplaceAll(body, "\x00", "\ufffd")
	return strings.ToValidUTF8(body, "\ufffd")
}
