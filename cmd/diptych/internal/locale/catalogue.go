package locale

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
	"diptych/cmd/diptych/internal/wording"
)

// countKey is the argument that chooses a message's plural form.
const countKey = "Count"

// Catalogue holds one language's messages. Each language has a bundle of its own, so that a missing message is an error
// and never the other language's text. It is immutable and safe for concurrent use.
type Catalogue struct {
	locale    *Locale
	file      string
	broken    bool                   // its file is not TOML, so that nothing is known of its messages
	localizer func() *i18n.Localizer // made for the first message that is more than a text
	messages  map[string]message
}

// CatalogueFile gives the path of a language's catalogue.
func CatalogueFile(lang source.Lang) string { return "i18n/" + string(lang) + ".toml" }

// ReadCatalogue reads a language's messages from the tree, and says what is wrong with them. Without a file the
// catalogue is empty and nothing is said, since a site may have no layouts that need one. The messages are set by the rules
// of typography.
func ReadCatalogue(tree *source.Tree, l *Locale, rules typography.Rules) (*Catalogue, []source.Problem) {
	c := &Catalogue{locale: l, file: CatalogueFile(l.Lang()), messages: map[string]message{}}
	file, ok := tree.File(c.file)
	if !ok {
		return c, nil
	}
	table, problems := decode.Parse(source.Pos{File: file.Path, Line: 1, Column: 1}, file.Text())
	if len(problems) > 0 {
		c.broken = true
		return c, problems
	}
	read := &messages{lang: l.Lang(), rules: rules, known: c.messages}
	read.group(table.Entries, "")
	c.localizer = sync.OnceValue(func() *i18n.Localizer { return localizer(l.Lang(), read.texts) })
	return c, read.problems
}

func localizer(lang source.Lang, texts []*i18n.Message) *i18n.Localizer {
	tag := language.Make(string(lang))
	bundle := i18n.NewBundle(tag)
	bundle.MustAddMessages(tag, texts...) // it fails for languages without plural rules only
	return i18n.NewLocalizer(bundle, string(lang))
}

// Has tells whether there is a message of that name.
func (c *Catalogue) Has(id string) bool {
	_, ok := c.messages[id]
	return ok
}

// Broken tells whether the catalogue's file is not TOML. That is told, and nobody need miss its messages.
func (c *Catalogue) Broken() bool { return c.broken }

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
	if c.broken {
		return id, nil // never published: the file's problem is told
	}
	if !ok {
		return "", wording.Errorf("no message %q in %s", id, c.file)
	}
	if known.fixed {
		return known.text, nil
	}
	data := maps.Clone(args)
	var count any
	if known.plural || args[countKey] != nil {
		number, isInt := args[countKey].(int)
		if !isInt {
			return "", wording.Errorf("message %q in %s needs a whole number as %s", id, c.file, countKey)
		}
		data[countKey] = c.locale.Integer(int64(number))
		count = number
	}
	for _, name := range known.placeholders {
		if _, given := data[name]; !given {
			return "", wording.Errorf("message %q in %s needs an argument %s", id, c.file, name)
		}
	}
	// An error that comes with a text only says that a plural form is missing; the reader has seen to those that matter,
	// and French `many` may be absent.
	text, err := c.localizer().Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: data, PluralCount: count})
	if text == "" && err != nil {
		return "", err
	}
	return text, nil
}

// CheckPlaceholders tells of the placeholders of a message that are not among those which are filled in.
func (c *Catalogue) CheckPlaceholders(id string, filled ...string) []source.Problem {
	var problems []source.Problem
	for _, name := range c.messages[id].placeholders {
		if slices.Contains(filled, name) {
			continue
		}
		problem := source.Errorf("catalogue-placeholder", c.messages[id].pos, "message `%s` uses {{.%s}}, which nothing fills in", id, name)
		if len(filled) == 0 {
			problems = append(problems, problem.WithHint("it is a plain text, without placeholders"))
			continue
		}
		problems = append(problems, problem.WithHint("known here: {{.%s}}", strings.Join(filled, "}}, {{.")))
	}
	return problems
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
// countries are exceptions to the CLDR's, and each language has its own. Of a file that is not TOML nothing is said here.
func CompareCatalogues(a, b *Catalogue) []source.Problem {
	return append(a.lacks(b), b.lacks(a)...)
}

func (c *Catalogue) lacks(other *Catalogue) []source.Problem {
	if c.broken {
		return nil
	}
	var problems []source.Problem
	for _, id := range slices.Sorted(maps.Keys(other.messages)) {
		if c.Has(id) || strings.HasPrefix(id, "country.") {
			continue
		}
		problems = append(problems, source.Errorf("catalogue-missing", source.Pos{File: c.file},
			"message `%s` is missing in %s", id, c.locale.Lang().Name()).
			WithPeer(other.messages[id].pos).
			WithHint("add `%s` to %s: it is in %s", id, c.file, other.file))
	}
	return problems
}
