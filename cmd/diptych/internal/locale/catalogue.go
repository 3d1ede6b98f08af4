package locale

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

// countKey is the argument that chooses a message's plural form.
const countKey = "Count"

// maxCatalogue is the size in bytes over which a catalogue is refused.
const maxCatalogue = 64 << 10

// Catalogue holds one language's messages. Each language has a bundle of its own, so that a missing message is an error
// and never the other language's text. It is immutable and safe for concurrent use.
type Catalogue struct {
	locale    *Locale
	file      string
	localizer *i18n.Localizer
	messages  map[string]message
}

// message is what is known of a message before it is asked for.
type message struct {
	pos          source.Pos
	text         string   // of a message without placeholders or plural forms, ready to use
	fixed        bool     // whether text is all there is
	placeholders []string // sorted names without the dot
	plural       bool
}

// CatalogueFile gives the path of a language's catalogue.
func CatalogueFile(lang source.Lang) string { return "i18n/" + string(lang) + ".toml" }

// ReadCatalogue reads a language's messages from the tree, and says what is wrong with them. Without a file the
// catalogue is empty and nothing is said, since a site may have no layouts that need one.
func ReadCatalogue(tree *source.Tree, l *Locale) (*Catalogue, []source.Problem) {
	c := &Catalogue{locale: l, file: CatalogueFile(l.Lang()), messages: map[string]message{}}
	file, ok := tree.File(c.file)
	if !ok {
		return c, nil
	}
	start := source.Pos{File: file.Path, Line: 1, Column: 1}
	table, problems := decode.Parse(start, file.Text)
	if len(problems) > 0 {
		return c, problems
	}
	bundle := i18n.NewBundle(language.Make(string(l.Lang())))
	bundle.RegisterUnmarshalFunc("toml", func(text []byte, v any) error { return decode.Unmarshal(text, v, maxCatalogue) })
	parsed, err := bundle.ParseMessageFileBytes([]byte(file.Text), string(l.Lang())+".toml")
	if err != nil {
		return c, []source.Problem{source.Errorf("message", start, "the catalogue can't be read: %s", err).
			WithHint("write one `name = \"text\"` a line, grouped under [headers]")}
	}
	places := messagePlaces(table, "")
	for _, m := range parsed.Messages {
		known, found := inspect(m, places[m.ID])
		c.messages[m.ID] = known
		problems = append(problems, found...)
	}
	c.localizer = i18n.NewLocalizer(bundle, string(l.Lang()))
	return c, problems
}

// messagePlaces gives the place of each message, by id.
func messagePlaces(table *decode.Table, prefix string) map[string]source.Pos {
	places := map[string]source.Pos{}
	for _, entry := range table.Entries {
		places[prefix+entry.Key] = entry.KeyPos
		if inner, ok := entry.Value.(*decode.Table); ok {
			maps.Copy(places, messagePlaces(inner, prefix+entry.Key+"."))
		}
	}
	return places
}

// inspect looks at a message's forms once, when the catalogue is read.
func inspect(m *i18n.Message, pos source.Pos) (message, []source.Problem) {
	known := message{pos: pos, plural: m.One != "" || m.Many != ""}
	var problems []source.Problem
	if m.Other == "" || (known.plural && m.One == "") {
		problems = append(problems, source.Errorf("message-plural", pos, "message `%s` lacks a form", m.ID).
			WithHint("a message with plural forms has `one` and `other`; French may add `many`"))
	}
	for _, form := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
		names, ok := placeholders(form)
		if !ok {
			problems = append(problems, source.Errorf("message-template", pos, "message `%s` has braces that are no placeholder", m.ID).
				WithHint("only placeholders such as {{.Name}} may stand in a message"))
		}
		known.placeholders = append(known.placeholders, names...)
	}
	slices.Sort(known.placeholders)
	known.placeholders = slices.Compact(known.placeholders)
	known.fixed = !known.plural && len(known.placeholders) == 0
	known.text = m.Other
	return known, problems
}

// placeholders gives the names of a text's {{.Placeholders}}; it is not ok if there is any other action.
func placeholders(text string) (names []string, ok bool) {
	if !strings.Contains(text, "{{") {
		return nil, true
	}
	tree, err := parse.New("message").Parse(text, "", "", map[string]*parse.Tree{})
	if err != nil {
		return nil, false
	}
	for _, node := range tree.Root.Nodes {
		switch n := node.(type) {
		case *parse.TextNode:
		case *parse.ActionNode:
			name, single := strings.CutPrefix(n.Pipe.String(), ".")
			if !single || name == "" || strings.ContainsAny(name, " .|()") {
				return nil, false
			}
			names = append(names, name)
		default:
			return nil, false
		}
	}
	return names, true
}

// Has tells whether there is a message of that name.
func (c *Catalogue) Has(id string) bool {
	_, ok := c.messages[id]
	return ok
}

// Nearest gives the name of a message that is most likely meant by id, or "".
func (c *Catalogue) Nearest(id string) string {
	return source.Nearest(id, slices.Sorted(maps.Keys(c.messages)))
}

// File gives the path of the catalogue's file, which need not exist.
func (c *Catalogue) File() string { return c.file }

// Text gives a message with its placeholders filled in. The argument named Count, a whole number, chooses the plural
// form and is written as the locale writes numbers. It gives an error for an unknown message, a placeholder without an
// argument, and a plural message without Count.
func (c *Catalogue) Text(id string, args map[string]any) (string, error) {
	known, ok := c.messages[id]
	if !ok {
		return "", fmt.Errorf("no message %q in %s", id, c.file)
	}
	if known.fixed {
		return known.text, nil
	}
	data := maps.Clone(args)
	var count any
	if known.plural || args[countKey] != nil {
		number, isInt := args[countKey].(int)
		if !isInt {
			return "", fmt.Errorf("message %q in %s needs a whole number as %s", id, c.file, countKey)
		}
		data[countKey] = c.locale.Integer(int64(number))
		count = number
	}
	for _, name := range known.placeholders {
		if _, given := data[name]; !given {
			return "", fmt.Errorf("message %q in %s needs an argument %s", id, c.file, name)
		}
	}
	// An error that comes with a text only says that a plural form is missing; `inspect` has seen to those that matter,
	// and French `many` may be absent.
	text, err := c.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: data, PluralCount: count})
	if text == "" && err != nil {
		return "", err
	}
	return text, nil
}

// Country gives a country's name: the catalogue's message country.CODE, else the name in the CLDR. The code is that of
// ISO 3166-1 alpha-2, or UN or EU.
func (c *Catalogue) Country(code string) (string, bool) {
	if known, ok := c.messages["country."+code]; ok {
		return known.text, true
	}
	return c.locale.Country(code)
}

// CompareCatalogues reports the messages that one of two catalogues has and the other lacks, in both directions. Names of
// countries are exceptions to the CLDR's, and each language has its own.
func CompareCatalogues(a, b *Catalogue) []source.Problem {
	return append(a.lacks(b), b.lacks(a)...)
}

func (c *Catalogue) lacks(other *Catalogue) []source.Problem {
	var problems []source.Problem
	for _, id := range slices.Sorted(maps.Keys(other.messages)) {
		if c.Has(id) || strings.HasPrefix(id, "country.") {
			continue
		}
		problems = append(problems, source.Errorf("message-missing", source.Pos{File: c.file},
			"message `%s` is missing in %s", id, c.locale.Lang().Name()).
			WithPeer(other.messages[id].pos).
			WithHint("add `%s` to %s: it is in %s", id, c.file, other.file))
	}
	return problems
}
