package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// edit is a way to change a site: a mark is put into a file, and a page then shows it.
type edit struct {
	what  string // as the tables have it
	file  string // below the site's root
	page  string // the address of the page that shows it
	after string // the mark stands after this text; if it is empty, at the end
	form  string // the mark is written so, as a format with one text
}

// edits are the edits that are measured in a site of so many pairs. The base layout has its own place in each engine,
// and so has a message.
func edits(pairs int, base string, message edit) []edit {
	message.what, message.page = "a message", address(0, middle(pairs))
	return []edit{
		bodyEdit(pairs),
		{what: "a title on the home page", file: contentFile(0, newsPairs), page: "/fr/", after: `title = "`, form: "%s "},
		{what: "the base layout", file: base, page: message.page, after: "<head>",
			form: "\n<meta name=\"mark\" content=\"%s\">"},
		message,
	}
}

// bodyEdit puts a mark at the end of one page's body.
func bodyEdit(pairs int) edit {
	number := middle(pairs)
	return edit{what: "a body", file: contentFile(0, number), page: address(0, number), form: "\n%s.\n"}
}

// pen makes one edit again and again, each time from the text as it was at first.
type pen struct {
	path          string
	before, after string // the mark
	form          string
}

// take reads the file of an edit in the site at root.
func (e edit) take(root string) (pen, error) {
	path := filepath.Join(root, filepath.FromSlash(e.file))
	text, err := os.ReadFile(path)
	if err != nil {
		return pen{}, err
	}
	at := len(text)
	if e.after != "" {
		if at = strings.Index(string(text), e.after); at < 0 {
			return pen{}, fmt.Errorf("%q is not in %s", e.after, e.file)
		}
		at += len(e.after)
	}
	return pen{path: path, before: string(text[:at]), after: string(text[at:]), form: e.form}, nil
}

// write saves the file with a mark, as most editors do: over the file as it is.
func (p pen) write(mark string) error {
	return os.WriteFile(p.path, []byte(p.before+fmt.Sprintf(p.form, mark)+p.after), 0o644)
}

// restore saves the file as it was.
func (p pen) restore() error { return os.WriteFile(p.path, []byte(p.before+p.after), 0o644) }
