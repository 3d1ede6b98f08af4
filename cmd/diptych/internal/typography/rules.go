package typography

import (
	"strings"

	"diptych/cmd/diptych/internal/wording"
)

// Rules is how text in one locale is set. Two values that set alike are equal. The zero Rules leaves every text as it
// is.
type Rules struct {
	choices [ruleCount]choice
	french  bool
}

// rule is the number of a rule: its row in the table.
type rule uint8

// The rules.
const (
	punctuation   rule = iota // before ; ! ?
	colon                     // before :
	guillemets                // inside « and »
	quotes                    // what straight double quotes become
	foreignQuotes             // whether the quotes of the other language, typed as such, become those of this one
	apostrophe                // ' becomes ’
	percent                   // before % and ‰
	units                     // between a number and its unit or currency
	groups                    // between groups of three digits
	ordinals                  // the suffix of 1er, 2e, XXIe
	dates                     // day and month; « 1er »
	ranges                    // days of a month, years, pages, from a month to another
	times                     // 14 h 15; 2.15 p.m.
	titles                    // M. Lacroix, S.E. Mme Botchwey, Dr. Smith
	references                // n° 5, p. 5, art. 5
	asides                    // dashes around an aside
	ellipsis                  // ... becomes …
	ruleCount
)

// choice is a value of a rule.
type choice uint8

// The values. Each rule accepts some of them. keep leaves the text as it was typed.
const (
	keep choice = iota
	none
	narrow
	full
	set
	pointed
	double
	superior
	enDashed
	emDashed
	typedDash
	joinedDash
)

// choiceNames are the values as config.toml spells them.
var choiceNames = [...]string{
	keep: "keep", none: "none", narrow: "narrow", full: "full", set: "set",
	pointed: "guillemets", double: "double", superior: "superior",
	enDashed: "en", emDashed: "em", typedDash: "typed", joinedDash: "closed",
}

// row is a rule: its name in config.toml, its value in each preset, and the values that it accepts.
type row struct {
	name    string
	presets [len(presetTags)]choice
	accepts []choice
}

// presetTags are the locales of the columns. Theirs are the uses of the Imprimerie nationale, of the OQLF and the
// Translation Bureau, of the EU's interinstitutional style guide, and of the United Nations' editorial manual.
var presetTags = [...]string{"fr", "fr-CA", "fr-EU", "en-GB", "en-CA", "en-US"}

var (
	spaces = []choice{narrow, full, none, keep}
	glues  = []choice{narrow, full, keep}
	onOff  = []choice{set, keep}
	styles = []choice{pointed, double, keep}
	raise  = []choice{superior, keep}
	dashes = []choice{enDashed, emDashed, typedDash, joinedDash, keep}
)

// table lists the rules. Every value of a preset is one that the row accepts.
var table = [ruleCount]row{
	// The columns are fr, fr-CA, fr-EU, en-GB, en-CA, en-US.
	punctuation:   {"punctuation", [...]choice{narrow, none, none, none, none, none}, spaces},
	colon:         {"colon", [...]choice{full, full, none, none, none, none}, spaces},
	guillemets:    {"guillemets", [...]choice{full, full, none, keep, keep, keep}, spaces},
	quotes:        {"quotes", [...]choice{pointed, pointed, pointed, double, double, double}, styles},
	foreignQuotes: {"foreignQuotes", [...]choice{keep, keep, keep, set, set, set}, onOff},
	apostrophe:    {"apostrophe", [...]choice{set, set, set, set, set, set}, onOff},
	percent:       {"percent", [...]choice{full, full, full, none, none, none}, spaces},
	units:         {"units", [...]choice{full, full, full, full, full, full}, glues},
	groups:        {"groups", [...]choice{narrow, full, full, full, full, full}, glues},
	ordinals:      {"ordinals", [...]choice{superior, superior, superior, keep, keep, keep}, raise},
	dates:         {"dates", [...]choice{set, set, set, set, set, set}, onOff},
	ranges:        {"ranges", [...]choice{set, set, set, set, set, set}, onOff},
	times:         {"times", [...]choice{full, full, full, full, full, full}, glues},
	titles:        {"titles", [...]choice{full, full, full, full, full, full}, glues},
	references:    {"references", [...]choice{full, full, full, full, full, full}, glues},
	asides:        {"asides", [...]choice{typedDash, emDashed, enDashed, joinedDash, joinedDash, joinedDash}, dashes},
	ellipsis:      {"ellipsis", [...]choice{set, set, set, set, set, set}, onOff},
}

// For gives the preset of a locale, by its tag as config.toml or a lang attribute has it. A tag without a column
// falls to the first of its language; the text of a third language is left as it is.
func For(tag string) Rules {
	fallback := -1
	language, _, _ := strings.Cut(tag, "-")
	for column, name := range presetTags {
		if strings.EqualFold(name, tag) {
			return preset(column)
		}
		if prefix, _, _ := strings.Cut(name, "-"); fallback < 0 && strings.EqualFold(prefix, language) {
			fallback = column
		}
	}
	if fallback < 0 {
		return Rules{}
	}
	return preset(fallback)
}

func preset(column int) Rules {
	r := Rules{french: strings.HasPrefix(presetTags[column], "fr")}
	for i, row := range table {
		r.choices[i] = row.presets[column]
	}
	return r
}

// Mistake is why a rule can't be changed: what is wrong, and what is accepted. The zero Mistake is none.
type Mistake struct {
	Message, Hint wording.Sentence
}

// IsZero tells whether there is no mistake.
func (m Mistake) IsZero() bool { return m == Mistake{} }

// With gives the rules with one of them changed, both by their names in config.toml: those of Names and of Values.
// With a mistake, the rules are those that they were.
func (r Rules) With(name, value string) (Rules, Mistake) {
	number, found := byName(name)
	if !found {
		return r, Mistake{
			Message: wording.Sprintf("there is no typographic rule `%s`", name),
			Hint:    wording.Sprintf("the rules are: %s", strings.Join(Names(), ", ")),
		}
	}
	for _, accepted := range table[number].accepts {
		if choiceNames[accepted] == value {
			r.choices[number] = accepted
			return r, Mistake{}
		}
	}
	return r, Mistake{
		Message: wording.Sprintf("%q is not a value of the typographic rule `%s`", value, name),
		Hint:    wording.Sprintf("the values of `%s` are: %s", name, strings.Join(Values(name), ", ")),
	}
}

func byName(name string) (rule, bool) {
	for i, row := range table {
		if row.name == name {
			return rule(i), true
		}
	}
	return 0, false
}

// Names lists the rules in the order in which messages list them.
func Names() []string {
	names := make([]string, len(table))
	for i, row := range table {
		names[i] = row.name
	}
	return names
}

// Values lists the values that a rule accepts, or none if there is no such rule.
func Values(name string) []string {
	number, found := byName(name)
	if !found {
		return nil
	}
	var values []string
	for _, accepted := range table[number].accepts {
		values = append(values, choiceNames[accepted])
	}
	return values
}
