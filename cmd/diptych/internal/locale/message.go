package locale

import (
	"slices"
	"strings"
	"text/template/parse"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
	"diptych/cmd/diptych/internal/wording"
)

// pluralForms are the names of the CLDR's plural forms. In a table within the catalogue, a text of such a name is a form
// of one message, and not a message of its own.
var pluralForms = [...]string{"zero", "one", "two", "few", "many", "other"}

// pluralHint says which of them a language has.
var pluralHint = map[source.Lang]wording.Phrase{
	source.French:  "French has `one`, for 0 and 1, and `other`; it may have `many`, for whole millions",
	source.English: "English has `one`, for 1, and `other`",
}

// message is what is known of a message before it is asked for.
type message struct {
	pos          source.Pos
	text         string   // of a message without placeholders or plural forms, ready to use
	fixed        bool     // whether text is all there is
	placeholders []string // sorted names without the dot
	misread      bool     // whether it has braces that are no placeholder
	plural       bool
	forms        []string // its texts as they are typed, without those that are empty
}

// messages reads a catalogue's table. The library could read the file by itself; but it takes the file for one message
// if all its keys are names of forms, loses one of two messages with the same name, and knows no lines.
type messages struct {
	lang     source.Lang
	rules    typography.Rules
	known    map[string]message
	texts    []*i18n.Message // the same for the library
	problems []source.Problem
}

func (m *messages) report(p source.Problem) { m.problems = append(m.problems, p) }

// group reads messages that stand side by side. prefix leads to them: "" or "nav.".
func (m *messages) group(entries []decode.Entry, prefix string) {
	for _, entry := range entries {
		id := prefix + entry.Key
		switch value := entry.Value.(type) {
		case string:
			m.add(&i18n.Message{ID: id, Other: value}, entry.KeyPos, false)
		case *decode.Table:
			m.table(value, id, entry.KeyPos)
		default:
			m.report(source.Errorf("message", entry.Pos, "message `%s` is not a text", id).
				WithHint(`put it in quotes: %s = "…"`, entry.Key))
		}
	}
}

// table reads what stands under a name: the plural forms of one message, or a group of messages. Where both do, both are
// kept, so that no other room misses them, and the problem says that one of them has to go.
func (m *messages) table(table *decode.Table, id string, pos source.Pos) {
	var forms, others []decode.Entry
	for _, entry := range table.Entries {
		if _, isText := entry.Value.(string); isText && slices.Contains(pluralForms[:], entry.Key) {
			forms = append(forms, entry)
		} else {
			others = append(others, entry)
		}
	}
	if len(forms) > 0 {
		m.plural(forms, id, pos)
	}
	if len(forms) > 0 && len(others) > 0 {
		m.report(forms[0].Problem("catalogue-plural", "`%s` is a plural form of `%s`, and `%s` beside it is none",
			forms[0].Key, id, others[0].Key).WithPeer(others[0].KeyPos).
			WithHint("write other messages outside of the table of a message's forms, and give none the name of a form"))
	}
	m.group(others, id+".")
}

// plural reads a message out of its forms.
func (m *messages) plural(forms []decode.Entry, id string, pos source.Pos) {
	text := &i18n.Message{ID: id}
	for _, form := range forms {
		value, _ := form.Value.(string)
		switch {
		case form.Key == "one":
			text.One = value
		case form.Key == "other":
			text.Other = value
		case form.Key == "many" && m.lang == source.French:
			text.Many = value
		default:
			m.report(form.Problem("catalogue-plural", "%s has no plural form `%s`", m.lang.Name(), form.Key).
				WithHint("%s", pluralHint[m.lang]))
		}
	}
	m.add(text, pos, true)
}

// add looks at a message's texts once, so that nothing but an argument can fail when the message is asked for.
func (m *messages) add(text *i18n.Message, pos source.Pos, plural bool) {
	if first, taken := m.known[text.ID]; taken {
		m.report(source.Errorf("message", pos, "there are two messages `%s`", text.ID).
			WithPeer(first.pos).WithHint("remove one of them"))
		return
	}
	m.checkForms(text, pos, plural)
	known := message{pos: pos, plural: plural}
	for _, form := range []*string{&text.One, &text.Many, &text.Other} {
		if *form != "" {
			known.forms = append(known.forms, *form)
		}
		*form = m.rules.Template(*form)
	}
	known.text = text.Other
	for _, form := range []string{text.One, text.Many, text.Other} {
		names, ok := placeholders(form)
		if !ok {
			known.misread = true
			m.report(source.Errorf("catalogue-placeholder", pos, "message `%s` has braces that are no placeholder", text.ID).
				WithHint("only placeholders such as {{.Name}} may stand in a message"))
		}
		known.placeholders = append(known.placeholders, names...)
	}
	slices.Sort(known.placeholders)
	known.placeholders = slices.Compact(known.placeholders)
	known.fixed = !plural && len(known.placeholders) == 0
	m.known[text.ID] = known
	m.texts = append(m.texts, text)
}

func (m *messages) checkForms(text *i18n.Message, pos source.Pos, plural bool) {
	switch {
	case plural && (text.One == "" || text.Other == ""):
		m.report(source.Errorf("catalogue-plural", pos, "message `%s` lacks a form", text.ID).
			WithHint("%s; a text for every number is written %s = \"…\"", pluralHint[m.lang], text.ID))
	case text.Other == "":
		m.report(source.Errorf("message", pos, "message `%s` is empty", text.ID).WithHint("write its text, or remove it"))
	}
}

// placeholders gives the names of a text's {{.Placeholders}}; it is not ok if there are any other braces.
func placeholders(text string) (names []string, ok bool) {
	if !strings.ContainsAny(text, "{}") {
		return nil, true
	}
	tree, err := parse.New("message").Parse(text, "", "", map[string]*parse.Tree{})
	if err != nil {
		return nil, false
	}
	for _, node := range tree.Root.Nodes {
		if plain, isText := node.(*parse.TextNode); isText && !strings.ContainsAny(string(plain.Text), "{}") {
			continue
		}
		name, ok := placeholder(node)
		if !ok {
			return nil, false
		}
		names = append(names, name)
	}
	return names, strings.Count(text, "{{") == len(names) // comments and definitions leave no node behind
}

// placeholder gives the name in {{.Name}}; it is not ok if the node is anything else.
func placeholder(node parse.Node) (name string, ok bool) {
	action, ok := node.(*parse.ActionNode)
	if !ok || len(action.Pipe.Decl) > 0 || len(action.Pipe.Cmds) != 1 || len(action.Pipe.Cmds[0].Args) != 1 {
		return "", false
	}
	field, ok := action.Pipe.Cmds[0].Args[0].(*parse.FieldNode)
	if !ok || len(field.Ident) != 1 {
		return "", false
	}
	return field.Ident[0], true
}
