// Package language tells French from English, word by word: for a passage that has stayed in the other language, and for
// a page whose halves are in one. And it knows the ordinary words of both, for what may be a mistake of typing: see below.
//
// Each word has odds: how much more often French has it than English, as a logarithm. Those of several words add up. The
// table has the odds of some 4,000 words; those of another are guessed from its letters, one to four in a row, of which
// the table knows some 3,000: “aien” leans to French, “ness” to English. What both languages share, numbers,
// addresses and other scripts are at or near 0. So nothing has to be known of the whole text, and windows of any size can
// be looked at, at a quarter of a microsecond a word.
//
// The table is learned by the program in train from manuals, handbooks, stories and lists of words that Debian
// distributes; its comment says how. Measured on text that it was not learned from, in per cent of windows that are read
// right, by their size in words:
//
//	                                                      1     2     3     5     8    15
//	sentences of testdata, 1,200 words                 92.7  98.2  99.3  99.8   100   100
//	Universal Declaration of Human Rights, 3,600 words 94.8   100   100   100   100   100
//	debian-faq, 43,000 words                           91.0  97.2  98.5  99.1  99.5  99.6
//	government pages on digital service, 21,000 words  92.8  98.2  99.0  99.6  99.9   100
//
// The first row is what BenchmarkAccuracy reports and TestAccuracy holds; train prints the next two. What the FAQ gets
// wrong from five words on is mostly in the other language indeed, or names of programs.
//
// For a leak into a text, four words in a row without capitals and with odds of more than 9 against its language are a
// good measure: 96 % of such runs are found in the sentences of testdata, 98 % in those pages, and nothing is taken for a
// leak there that is not in the other language. TestLoanwords shows what remains: of 16 French texts full of English words
// none is an alarm, of 14 English ones full of French idioms 2 are.
//
// Texts are to be without markup and with their entities decoded.
//
// What it gets wrong: single words that both languages write alike and use differently ("on", "a", "an", "as", "or",
// "comment", "plus", "note"), which lean to the one that has them more often; names, by their letters; and French idioms in
// English prose (« succès de scandale »), which are French, after all.
//
// # Vocabulary
//
// Knows tells whether a word is an ordinary form of a language: 145,000 of French and 66,000 of English, in British and in
// American spelling, without names. They come from lists of words, and from the texts of the table where several of them
// have a word that no list has; of the 330,000 French forms of the list those are left out that no text is likely to
// have. Both « œuvre » and « oeuvre » are known. A Vocabulary keeps no word but a byte for each, in 246 kB, by which the
// program grows; a look-up takes 80 ns. Measured on words of five letters and more that begin with a small one, and on all
// that becomes of them when two letters inside change places, one is missing or one is typed twice, in per cent:
//
//	                                          known: French  English  slips: French  English
//	sentences of testdata, 770 words                   97.9     99.4            2.3      1.9
//	government pages on digital service, 7,500 words   98.4     98.8            1.9      1.7
//	debian-faq, 17,500 words                           95.6     98.0
//	random letters                                      0.4      0.4
//
// BenchmarkKnows reports the first row and TestKnowsProse holds it; train prints the third. Unknown are words of a trade,
// young ones (« infonuagique », "serverless"), some that are common but not in manuals (« oignons »), and English words
// with their accents ("communiqué"). A slip that is known has mostly become another word: « lige », "four"; of those with
// a letter missing, one in twenty has.
package language

import (
	_ "embed"
	"sync"
)

// Limit is the most that a word says for a language, and GuessLimit the most that it says if it is not in the table, so
// that no word decides alone: texts in French have English words, and texts in English French ones.
const (
	Limit      = 6
	GuessLimit = 4
)

//go:embed table.txt
var written string

var learned = sync.OnceValue(func() *Table {
	table, err := ParseTable(written)
	if err != nil {
		panic("language: table.txt: " + err.Error()) // a test reads it
	}
	return table
})

// Odds gives the odds of a whole text: above 0 for French, below 0 for English, 0 if it has no words.
func Odds(text string) float64 { return Sum(Read(text)) }
