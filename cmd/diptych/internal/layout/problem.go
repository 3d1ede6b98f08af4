package layout

import (
	"errors"
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// place finds where an error of text/template happened: "template: page:3:14: executing …".
var place = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?:executing "[^"]*" )?(?:at )?(.*)$`)
})

// problem gives an error of html/template its file, line and column. name is that of the layout that was read or shown.
func (f sources) problem(err error, name string) source.Problem {
	var escaping *template.Error
	if errors.As(err, &escaping) {
		return f.escapingProblem(escaping, name)
	}
	message, pos := err.Error(), source.Pos{File: "layouts/" + name + ".html"}
	if found := place().FindStringSubmatch(message); found != nil {
		pos, message = f.position(pos, found[1], found[2], found[3]), found[4]
	}
	return source.Errorf(ruleTemplate, pos, "%s", said(message, err)).WithHint(syntaxHint(message))
}

// escapingProblem tells what escaping did not allow. Its place is that of the action, in whatever file it stands: the
// name in the error is only that of the block.
func (f sources) escapingProblem(err *template.Error, name string) source.Problem {
	pos := source.Pos{File: "layouts/" + name + ".html"}
	if file := f[err.Name]; file != nil {
		pos.File = file.Path
	}
	if err.Node != nil {
		location, _ := (*parse.Tree)(nil).ErrorContext(err.Node)
		if parts := strings.Split(location, ":"); len(parts) == 3 {
			pos = f.position(pos, parts[0], parts[1], parts[2])
		}
	}
	message, _, _ := strings.Cut(err.Description, ": {state") // what follows are the inner states of the escaper
	return source.Errorf(ruleTemplate, pos, "%s", saidOfEscaping(message)).
		WithHint(escapingHint(err.ErrorCode))
}

// position makes a place of what text/template says: the name of a file, a line, and how many bytes of it come before.
func (f sources) position(pos source.Pos, name, line, before string) source.Pos {
	pos.Line, _ = strconv.Atoi(line)
	file := f[name]
	if file == nil {
		return pos
	}
	pos.File = file.Path
	lines := strings.Split(file.Text(), "\n")
	if bytes, err := strconv.Atoi(before); err == nil && pos.Line <= len(lines) {
		text := lines[pos.Line-1]
		pos.Column = utf8.RuneCountInString(text[:min(bytes, len(text))]) + 1
	}
	return pos
}

// escapingHint says what to do about an error of escaping.
func escapingHint(code template.ErrorCode) wording.Phrase {
	switch code {
	case template.ErrBranchEnd, template.ErrRangeLoopReentry, template.ErrEndContext:
		return "each branch, and the page, must end as it began: outside of tags and quotes, or in the same ones"
	default:
		return "values may stand in the text of elements, and between the quotes of attributes"
	}
}

// syntaxHint looks at the package's message for the mistakes that people make most.
func syntaxHint(message string) wording.Phrase {
	switch {
	case strings.Contains(message, "bad character U+007D"), strings.Contains(message, "unclosed action"):
		return "what begins with {{ ends with }}"
	case strings.Contains(message, "unexpected EOF"):
		return "each if, range, with, define and block needs an {{end}}"
	case strings.Contains(message, "unexpected {{end}}"), strings.Contains(message, "unexpected {{else}}"):
		return "it belongs to no if, range, with, define or block: take it out"
	default:
		return "layouts are Go templates: see ARCHITECTURE.md for the fields and functions they may use"
	}
}
