package search

import (
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// number says how the nouns of a language are in the singular, by what they end in in the plural. It says what may be and
// not what is: "cases" may be those of "case", "cas" and "casis". What is no word is in no text, and does no harm. What is
// another word stands among the unlike.
type number struct {
	endings   []ending
	irregular map[string]string
	unlike    map[string]bool // words that end as if they were plurals of others
}

type ending struct{ plural, singular string }

// The same tables stand in find.js.
var (
	frenchNumber = number{
		endings: []ending{{"s", ""}, {"ux", "u"}, {"aux", "al"}},
		irregular: map[string]string{
			"ans": "an", "baux": "bail", "coraux": "corail", "soupiraux": "soupirail", "travaux": "travail", "vantaux": "vantail",
			"vitraux": "vitrail", "yeux": "oeil",
		},
		unlike: set("apres congres cours dans divers envers fils fois fonds mais mars mets mois plus pres revers sans sens sous suis tous vers"),
	}
	englishNumber = number{
		endings: []ending{
			{"s", ""}, {"ies", "y"}, {"ses", "s"}, {"ses", "sis"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"},
			{"oes", "o"}, {"men", "man"},
		},
		irregular: map[string]string{
			"children": "child", "criteria": "criterion", "feet": "foot", "halves": "half", "knives": "knife", "lives": "life",
			"men": "man", "shelves": "shelf", "wives": "wife",
		},
		unlike: set("arms customs does goods mars means news omen plus thus yemen"),
	}
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, word := range strings.Fields(words) {
		s[word] = true
	}
	return s
}

func numberOf(lang source.Lang) number {
	if lang == source.French {
		return frenchNumber
	}
	return englishNumber
}

// isRegular tells whether a word may have the endings of a plural: it is long enough, and has no accent and no digit.
func isRegular(word string) bool {
	return len(word) >= 4 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}

// bases gives a word and what it may be the plural of. Two words are the same noun if they have a base in common: so
// « travaux » finds « travail », and « travail » finds « travaux ».
func (n number) bases(word string) []string {
	bases := []string{word}
	if singular, ok := n.irregular[word]; ok {
		bases = append(bases, singular)
	}
	if !isRegular(word) || n.unlike[word] || strings.HasSuffix(word, "ss") {
		return bases
	}
	for _, e := range n.endings {
		if stem, ok := strings.CutSuffix(word, e.plural); ok && len(stem+e.singular) > 2 {
			bases = append(bases, stem+e.singular)
		}
	}
	return bases
}
