package locale

import "diptych/cmd/diptych/internal/source"

// conventions is one row of the table: what a locale has of its own, and the words of its language.
type conventions struct {
	*words
	name       string // the tag in config.toml
	cldr       string // the tag whose CLDR data it follows, which is also the one for readers
	collation  string // the same with the collation settings of CLDR, which the library doesn't know by itself
	group      string // between groups of three digits
	decimal    string // before the fraction
	monthFirst bool   // "June 5, 2023" rather than "5 June 2023"
	serial     string // before the "and" of a list of three and more
	clock      clock
}

// words is what all locales of a language share.
type words struct {
	lang   source.Lang
	months [12]string
	first  string // the first day of a month
	and    string
	byte   string // one of them
	bytes  string // several
	units  [6]string
}

// clock is how times of day are written: the hour, then either full or minute and the minutes.
type clock struct {
	full   string // after a full hour
	minute string // between hour and minutes
	pad    bool   // minutes below 10 have a zero before them
	am, pm string // empty where hours count to 23
	noon   string // in place of 12 p.m.; empty where it is not replaced
}

// table has the locales in the order in which messages list them, each language's default first. Its facts are those of
// CLDR 48 and of the guides that differences_test.go names.
var table = [...]conventions{{
	words: &french, name: "fr", cldr: "fr", collation: "fr", group: "\u202f", decimal: ",",
	clock: clock{full: nbsp + "h", minute: nbsp + "h" + nbsp, pad: true},
}, {
	// In Canadian French, and there alone, accents are compared from the end of the word: cote, côte, coté, côté.
	words: &french, name: "fr-CA", cldr: "fr-CA", collation: "fr-CA-u-kb-true", group: nbsp, decimal: ",",
	clock: clock{full: nbsp + "h", minute: nbsp + "h" + nbsp},
}, {
	words: &french, name: "fr-EU", cldr: "fr", collation: "fr", group: nbsp, decimal: ",",
	clock: clock{full: nbsp + "h", minute: nbsp + "h" + nbsp, pad: true},
}, {
	words: &english, name: "en-GB", cldr: "en-GB", collation: "en", group: ",", decimal: ".",
	clock: clock{minute: ".", pad: true, am: "a.m.", pm: "p.m.", noon: "noon"},
}, {
	words: &english, name: "en-CA", cldr: "en-CA", collation: "en", group: ",", decimal: ".", monthFirst: true,
	clock: clock{minute: ":", pad: true, am: "a.m.", pm: "p.m.", noon: "noon"},
}, {
	words: &english, name: "en-US", cldr: "en-US", collation: "en", group: ",", decimal: ".", monthFirst: true,
	serial: ",", clock: clock{full: ":00", minute: ":", pad: true, am: "AM", pm: "PM"},
}}

var french = words{
	lang: source.French,
	months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin",
		"juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	first: "1er", and: "et", byte: "octet", bytes: "octets", units: [6]string{"Ko", "Mo", "Go", "To", "Po", "Eo"},
}

var english = words{
	lang: source.English,
	months: [12]string{"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"},
	first: "1", and: "and", byte: "byte", bytes: "bytes", units: [6]string{"KB", "MB", "GB", "TB", "PB", "EB"},
}
