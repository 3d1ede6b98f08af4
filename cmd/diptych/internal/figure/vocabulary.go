package figure

import (
	"slices"
	"strings"
	"sync"
)

// part is a word of a number.
type part struct {
	n       uint64
	ordinal bool
}

// partOf looks a folded word up.
func partOf(word string, french bool) (part, bool) {
	if !french {
		p, ok := englishParts[word]
		return p, ok
	}
	if n, ok := frenchParts[word]; ok {
		return part{n: n}, true
	}
	stem, isOrdinal := strings.CutSuffix(strings.TrimSuffix(word, "s"), "ieme")
	if !isOrdinal {
		return part{}, false
	}
	n, ok := frenchStems[stem]
	return part{n: n, ordinal: true}, ok
}

var frenchParts = map[string]uint64{
	"zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
	"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20,
	"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80,
	"nonante": 90, "cent": 100, "cents": 100, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9,
	"milliards": 1e9, "billion": 1e12, "billions": 1e12,
}

// frenchStems are the French numbers as they stand before -ième.
var frenchStems = map[string]uint64{
	"un": 1, "deux": 2, "trois": 3, "quatr": 4, "cinqu": 5, "six": 6, "sept": 7, "huit": 8, "neuv": 9, "dix": 10, "onz": 11,
	"douz": 12, "treiz": 13, "quatorz": 14, "quinz": 15, "seiz": 16, "vingt": 20, "trent": 30, "quarant": 40,
	"cinquant": 50, "soixant": 60, "cent": 100, "mill": 1e3, "million": 1e6,
}

var englishParts = map[string]part{
	"zero": {n: 0}, "one": {n: 1}, "two": {n: 2}, "three": {n: 3}, "four": {n: 4}, "five": {n: 5}, "six": {n: 6},
	"seven": {n: 7}, "eight": {n: 8}, "nine": {n: 9}, "ten": {n: 10}, "eleven": {n: 11}, "twelve": {n: 12},
	"thirteen": {n: 13}, "fourteen": {n: 14}, "fifteen": {n: 15}, "sixteen": {n: 16}, "seventeen": {n: 17},
	"eighteen": {n: 18}, "nineteen": {n: 19}, "twenty": {n: 20}, "thirty": {n: 30}, "forty": {n: 40}, "fifty": {n: 50},
	"sixty": {n: 60}, "seventy": {n: 70}, "eighty": {n: 80}, "ninety": {n: 90}, "hundred": {n: 100}, "hundreds": {n: 100},
	"thousand": {n: 1e3}, "thousands": {n: 1e3}, "million": {n: 1e6}, "millions": {n: 1e6}, "billion": {n: 1e9},
	"billions": {n: 1e9}, "trillion": {n: 1e12}, "tens": {n: 10}, "twenties": {n: 20}, "thirties": {n: 30},
	"forties": {n: 40}, "fifties": {n: 50}, "sixties": {n: 60}, "seventies": {n: 70}, "eighties": {n: 80},
	"nineties": {n: 90},

	"first": {1, true}, "second": {2, true}, "third": {3, true}, "fourth": {4, true}, "fifth": {5, true},
	"sixth": {6, true}, "seventh": {7, true}, "eighth": {8, true}, "ninth": {9, true}, "tenth": {10, true},
	"eleventh": {11, true}, "twelfth": {12, true}, "thirteenth": {13, true}, "fourteenth": {14, true},
	"fifteenth": {15, true}, "sixteenth": {16, true}, "seventeenth": {17, true}, "eighteenth": {18, true},
	"nineteenth": {19, true}, "twentieth": {20, true}, "thirtieth": {30, true}, "fortieth": {40, true},
	"fiftieth": {50, true}, "sixtieth": {60, true}, "hundredth": {100, true}, "thousandth": {1e3, true},
	"thirds": {3, true}, "fifths": {5, true}, "quarters": {4, true}, "tenths": {10, true},
}

// ones are the words that may stand for 1, leniently.
const ones = "an the single once only each every per premier premiere premiers premieres seul seule seuls seules unique " +
	"chaque par meme uno initial"

// answers are other words with the values that they may say, folded, of both languages.
var answers = sync.OnceValue(func() map[string][]value {
	table := map[string][]value{}
	for words, values := range map[string][]value{
		"aucun aucune nul nulle no none nil never jamais sans without": {integer(0)},
		ones: {integer(1)},
		"second seconde seconds secondes deuxiemement secondly twice both pair pairs paire paires couple duo double " +
			"doubles doubled doubling doubler doublee doublees doublement biennial biennale bisannuel deuxio twofold " +
			"either neither": {integer(2)},
		"half halves halved moitie moities demi demie mi":                                    {fraction(1, 2), integer(2), integer(50)},
		"tiers tierce third thirds":                                                          {integer(3), fraction(1, 3), fraction(2, 3), integer(33)},
		"triple triples tripled tripler triplee thrice trio troisiemement thirdly threefold": {integer(3)},
		"quart quarts":                                       {fraction(1, 4), fraction(3, 4), integer(4), integer(25), integer(75)},
		"quarter quarters":                                   {fraction(1, 4), fraction(3, 4), integer(4), integer(25), integer(75), integer(3)},
		"quadruple quadrupled quadrupler":                    {integer(4)},
		"trimestre trimestres":                               {integer(3)},
		"semestre semestres semester":                        {integer(6), integer(2)},
		"dizaine dizaines decennie decennies decade decades": {integer(10)},
		"dozen dozens douzaine douzaines":                    {integer(12)},
		"quinzaine fortnight quinze":                         {integer(15), integer(14)},
		"vingtaine score":                                    {integer(20)},
		"trentaine":                                          {integer(30)}, "quarantaine": {integer(40)}, "cinquantaine": {integer(50)}, "soixantaine": {integer(60)},
		"centaine centaines century centuries siecle siecles": {integer(100)},
		"tous toutes tout toute all entire entirely fully full completely whole entierement totalement integralement " +
			"completement ensemble": {integer(100)},
		"millier milliers": {integer(1000)},
	} {
		for word := range strings.FieldsSeq(words) {
			table[word] = append(table[word], values...)
		}
	}
	return table
})

// prefixes and roots make the adjectives that one language forms where the other counts: bidirectionnel, two-way.
var (
	prefixes = map[string]uint64{"uni": 1, "bi": 2, "di": 2, "tri": 3, "quadri": 4, "penta": 5, "hexa": 6, "octo": 8, "deca": 10}
	roots    = []string{"direction", "later", "lingu", "partit", "dimension", "annu", "enn", "mensu", "month", "week",
		"mestr", "color", "colour", "gon", "cycle", "cyclette", "place", "phase", "polaire", "polar", "valent", "camer"}
)

// prefixed gives the number that an adjective begins with.
func prefixed(word string) (n uint64, ok bool) {
	for prefix, n := range prefixes {
		rest, found := strings.CutPrefix(word, prefix)
		if found && slices.ContainsFunc(roots, func(root string) bool { return strings.HasPrefix(rest, root) }) {
			return n, true
		}
	}
	return 0, false
}
