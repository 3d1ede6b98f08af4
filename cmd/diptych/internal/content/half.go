// Package content reads one page: the front matter and body of its two halves, and the facts that both share.
//
// A word belongs to a half and is written in its language: title, description, slug. A fact belongs to the pair and is
// written once: dates, places on the calendar, documents. The schema of both stands in this package and nowhere else.
package content

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// Half is one language's part of a page, as its file says it. It is immutable.
type Half struct {
	*Front
	Body string // Markdown
}

// Front is what the front matter of a half says: all that other pages show of it, and that a site is arranged by. Two
// versions of a half that differ in their bodies alone share it.
type Front struct {
	Lang    source.Lang
	File    string // path of the Markdown file, relative to the site's root
	Words   Words
	Facts   *decode.Table // the facts that stand in the front matter, not yet validated
	BodyPos source.Pos    // where the body starts
	Broken  bool          // whether the front matter could not be read, so that the body may begin anywhere

	table *decode.Table
	text  string // from the top of the file to the body; "" where no later version can be told by it
}

// Words are what a half says in its front matter, in its own language.
type Words struct {
	Title       string
	MenuTitle   string   // short title for menus; empty if the title serves
	Description string   // one sentence; may be empty
	Slug        string   // the page's own part of its address; empty if the file's name serves
	Aliases     []string // former addresses, as paths from the site's root
	Place       string   // the place of the pair's event, as this language writes it
	Before      string   // what readers are told until the pair's event begins; may be empty
	During      string   // … while it lasts
	After       string   // … once it is over
}

// wordKeys are the keys that belong to a half.
var wordKeys = [...]string{"title", "description", "slug", "aliases", "menuTitle", "place", "before", "during", "after"}

// shownWords are those that readers see as they are.
var shownWords = [...]string{"title", "menuTitle", "description", "place", "before", "during", "after"}

// Pos gives the place of a key in the half's front matter, or of the front matter if the key is not there.
func (f *Front) Pos(key string) source.Pos {
	if entry, ok := f.table.Get(key); ok {
		return entry.Pos
	}
	return f.table.Pos
}

// Has tells whether a key is in the half's front matter.
func (f *Front) Has(key string) bool {
	_, found := f.table.Get(key)
	return found
}

// Drafts tells whether the half itself says that the page is a draft.
func (f *Front) Drafts() bool {
	entry, _ := f.Facts.Get("draft")
	return entry.Value == true
}

// Text gives all that stands in the file above the body; "" where a body can't be told from the rest.
func (f *Front) Text() string { return f.text }

// ReadHalf reads the Markdown file of one half.
func ReadHalf(file *source.File, lang source.Lang) (*Half, []source.Problem) {
	parts, problems := split(file)
	front := &decode.Table{Pos: source.Pos{File: file.Path, Line: 1}}
	if len(problems) == 0 {
		front, problems = decode.Parse(parts.frontPos, parts.front)
	}
	half := &Half{Body: parts.body, Front: &Front{
		Lang: lang, File: file.Path, BodyPos: parts.bodyPos, Facts: front.Without(wordKeys[:]...),
		table: front, text: strings.Clone(parts.above),
	}}
	if len(problems) > 0 { // without its front matter nothing more can be said of the half
		half.Broken = true
		return half, problems
	}
	report := func(p source.Problem) { problems = append(problems, p) }
	half.Words = readWords(front, lang, report)
	return half, problems
}

// Again gives the half that a later version of the file holds, if its front matter is the same.
func (f *Front) Again(file *source.File) (*Half, bool) {
	body, same := strings.CutPrefix(file.Text(), f.text)
	if !same || f.text == "" {
		return nil, false
	}
	return &Half{Front: f, Body: body}, true
}

func readWords(front *decode.Table, lang source.Lang, report func(source.Problem)) Words {
	r := decode.Read(front, report)
	words := Words{
		Title:       strings.TrimSpace(r.Text("title")),
		MenuTitle:   strings.TrimSpace(r.Text("menuTitle")),
		Description: strings.TrimSpace(r.Text("description")),
		Slug:        r.Text("slug"),
		Aliases:     r.Texts("aliases"),
		Place:       strings.TrimSpace(r.Text("place")),
		Before:      strings.TrimSpace(r.Text("before")),
		During:      strings.TrimSpace(r.Text("during")),
		After:       strings.TrimSpace(r.Text("after")),
	}
	entry, found := front.Get("title")
	if _, isText := entry.Value.(string); !found || (isText && words.Title == "") { // another type is told already
		report(source.Errorf("title-missing", r.Pos("title"), "the page has no title").
			WithHint(`write it between the +++ lines: title = "…"`))
	}
	remark(front, lang, report)
	return words
}

// remark tells of what an editor would have written otherwise in the words that readers see.
func remark(front *decode.Table, lang source.Lang, report func(source.Problem)) {
	rules := typography.For(string(lang))
	for _, entry := range front.Entries {
		text, isText := entry.Value.(string)
		if !isText || !slices.Contains(shownWords[:], entry.Key) {
			continue
		}
		for _, remark := range rules.Remarks(text) {
			report(source.Warnf("typography", entry.Pos, "%s", remark.Message).WithHint("%s", remark.Hint))
		}
	}
}

// parts are what a Markdown file is made of.
type parts struct {
	front    string
	frontPos source.Pos
	body     string
	bodyPos  source.Pos
	above    string // all that stands above the body, if it ends with a whole line
}

// split divides a file into its front matter and its body. The front matter stands between two lines of +++.
func split(file *source.File) (parts, []source.Problem) {
	top := source.Pos{File: file.Path, Line: 1, Column: 1}
	opening, rest, _ := strings.Cut(file.Text(), "\n")
	if strings.TrimRight(opening, " \t") != "+++" {
		return parts{body: file.Text(), bodyPos: top}, []source.Problem{notOpened(top, opening)}
	}
	line := 2
	for at := 0; at < len(rest); line++ {
		text, _, _ := strings.Cut(rest[at:], "\n")
		if strings.TrimRight(text, " \t") == "+++" {
			body := rest[min(at+len(text)+1, len(rest)):]
			return parts{
				front:    rest[:at],
				frontPos: source.Pos{File: file.Path, Line: 2, Column: 1},
				body:     body,
				bodyPos:  source.Pos{File: file.Path, Line: line + 1, Column: 1},
				above:    wholeLines(strings.TrimSuffix(file.Text(), body)),
			}, nil
		}
		at += len(text) + 1
	}
	return parts{bodyPos: top}, []source.Problem{
		source.Errorf("front-matter", top, "the front matter is opened with +++ and never closed").
			WithHint("put a line of +++ between the front matter and the text"),
	}
}

// wholeLines gives a text if it ends with a whole line, or "": the last line may be another one once it goes on.
func wholeLines(text string) string {
	if strings.HasSuffix(text, "\n") {
		return text
	}
	return ""
}

func notOpened(top source.Pos, opening string) source.Problem {
	problem := source.Errorf("front-matter", top, "the page has no front matter")
	if strings.HasPrefix(opening, "---") {
		return problem.WithHint("front matter is TOML between two lines of +++; turn the --- lines into +++, and `title: x` into `title = \"x\"`")
	}
	return problem.WithHint(`begin the file with a line of +++, then title = "…", then a second line of +++`)
}
