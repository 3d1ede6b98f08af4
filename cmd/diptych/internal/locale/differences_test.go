package locale

import (
	"regexp"
	"slices"
)

// difference is a rule by which we write otherwise than CLDR does, on purpose. It turns CLDR's text into ours.
type difference struct {
	name    string
	reason  string
	locales []string
	kinds   []string // of text, as in testdata/intl.json
	pattern *regexp.Regexp
	ours    string // as regexp.Regexp.ReplaceAllString takes it
}

var (
	allFrench  = []string{"fr", "fr-CA", "fr-EU"}
	allEnglish = []string{"en-GB", "en-CA", "en-US"}
	everywhere = slices.Concat(allFrench, allEnglish)
	dates      = []string{"date", "range", "moment"}
	ranges     = []string{"range", "moment"}
	clocks     = []string{"time", "moment"}
)

// differences are all there are, in the order in which they are applied: a pattern may meet what an earlier rule wrote.
//
// One more can't be a pattern, and is in testdata/oracle.mjs: for en-GB, CLDR is asked for the clock of 12 hours. The
// preset is that of the United Nations' Editorial Manual.
var differences = []difference{
	{"a dash with spaces", "U+2009 may end a line, so that a dash could begin one, and many fonts lack it",
		[]string{"fr", "fr-CA", "fr-EU", "en-GB", "en-US"}, ranges, re("\u2009–\u2009"), nbsp + "– "},
	{"a dash between days with spaces", "“25–July” is read as one; other English has the spaces",
		[]string{"en-CA"}, []string{"range"}, re(`(\d)–(\pL)`), "${1}" + nbsp + "– $2"},
	{"a dash between half days with spaces", "the same, with “a.m.” at the dash",
		[]string{"en-CA"}, []string{"moment"}, re(`(m\.)–`), "${1}" + nbsp + "– "},
	{"days of one month closed up", "style of the United Nations, and CLDR's own for other English and for French",
		[]string{"en-GB"}, []string{"range"}, re("^(\\d+)\u00a0– (\\d+ \\pL+ \\d+)$"), "$1–$2"},
	{"days of one month closed up, month first", "as CLDR has it for en-CA",
		[]string{"en-US"}, []string{"range"}, re("^(\\pL+ \\d+)\u00a0– (\\d+, \\d+)$"), "$1–$2"},
	{"times of one half day closed up", "as CLDR has it for en-CA",
		[]string{"en-GB", "en-US"}, []string{"moment"}, re("(\\d:\\d\\d)\u00a0– (\\d+:\\d\\d\u202f)"), "$1–$2"},

	{"the first of a month", "French usage everywhere: only the first day is an ordinal",
		allFrench, dates, re(`(^| )1(–| \pL)`), "${1}1er$2"},
	{"day and month together", "a line must not end between them; the year may go to the next",
		[]string{"fr", "fr-CA", "fr-EU", "en-GB"}, dates, re(`(\d|1er) (\pL{3,})`), "${1}" + nbsp + "$2"},
	{"month and day together", "the same, month first",
		[]string{"en-CA", "en-US"}, dates, re(`(\pL{3,}) (\d)`), "${1}" + nbsp + "$2"},
	{"a comma before the time", "a fact is a field and not a sentence, and CLDR has the comma too before two times",
		everywhere, []string{"moment"}, re(` (?:à|at) `), ", "},

	{"hours with h", "Imprimerie nationale and the interinstitutional style guide; CLDR writes as a digital clock",
		[]string{"fr", "fr-EU"}, clocks, re(`\b0?(\d+):(\d\d)`), "${1}" + nbsp + "h" + nbsp + "$2"},
	{"no-break spaces around h", "a line must not end inside a time",
		[]string{"fr-CA"}, clocks, re(`(\d) h (\d)`), "${1}" + nbsp + "h" + nbsp + "$2"},
	{"hours without zeros", "Office québécois de la langue française",
		[]string{"fr-CA"}, clocks, re("\\b0(\\d\u00a0h)"), "$1"},
	{"minutes without zeros", "Office québécois de la langue française: 8 h 5",
		[]string{"fr-CA"}, clocks, re("h\u00a00([1-9])"), "h" + nbsp + "$1"},
	{"full hours", "no “00” after “h” in the guides of all three",
		allFrench, clocks, re("h\u00a000"), "h"},

	{"hours of the United Nations without zeros", "CLDR has no clock of 12 hours for en-GB of its own, and pads that of 24",
		[]string{"en-GB"}, clocks, re(`\b0(\d:)`), "$1"},
	{"a.m. with points", "Editorial Manual of the United Nations",
		[]string{"en-GB"}, clocks, re(`\b([ap])m\b`), "$1.m."},
	{"noon", "“12 p.m.” is read both ways",
		[]string{"en-GB", "en-CA"}, clocks, re("12:00[ \u202f]p\\.m\\."), "noon"},
	{"noon as a beginning", "the same, where CLDR leaves “p.m.” to the end of the range",
		[]string{"en-GB", "en-CA"}, []string{"moment"}, re(`, 12:00–`), ", noon" + nbsp + "– "},
	{"full hours in English", "Editorial Manual of the United Nations, and Canadian usage",
		[]string{"en-GB", "en-CA"}, clocks, re(`:00`), ""},
	{"a point in times", "Editorial Manual of the United Nations",
		[]string{"en-GB"}, clocks, re(`(\d):(\d)`), "$1.$2"},
	{"a.m. and its hour together", "a line must not end inside a time, and one kind of space is enough",
		allEnglish, clocks, re("[ \u202f]([ap]\\.m\\.|[AP]M)"), nbsp + "$1"},

	{"the fixed space of the European Union", "the interinstitutional style guide has no narrow space",
		[]string{"fr-EU"}, []string{"integer", "decimal", "size"}, re("\u202f"), nbsp},
	{"no sign before zero", "a number that rounds to zero is neither above nor below it",
		everywhere, []string{"decimal"}, re(`^-(0(?:[.,]0+)?)$`), "$1"},
	{"size and unit together", "one space before all units, in octets as in Ko",
		[]string{"fr"}, []string{"size"}, re("\u202f(\\pL+)$"), nbsp + "$1"},
	{"size and unit together in English", "a line must not end between them",
		allEnglish, []string{"size"}, re(` (\pL+)$`), nbsp + "$1"},
	{"a capital in Ko", "what readers know from Canada.ca and from their file managers, and like Mo and Go",
		allFrench, []string{"size"}, re(`ko$`), "Ko"},
	{"a capital in KB", "the same, in English",
		allEnglish, []string{"size"}, re(`kB$`), "KB"},
}

func re(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }
