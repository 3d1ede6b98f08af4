package main

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"unicode/utf8"
)

// family is what tells how likely a form of a list stands in some text. « Développerons » is likelier than
// « développassiez », whose ending no one writes; than « bêlerons », of which no text has any other form; and « farine » is
// likelier than any of the forty forms of a verb that no text has.
type family struct {
	ending    string
	relatives int  // how many other forms of the texts begin as it does, up to manyRelatives
	large     bool // whether so many forms of the lists begin as it does that they are those of a verb
}

// share is how many forms of a family there are in the lists, and how many of them the texts have.
type share struct{ listed, seen float64 }

// likelihoods foretell, by family, how likely texts have a form.
type likelihoods struct {
	seen        map[string]int
	listedBegin map[string]int // how many forms of the lists begin so
	seenBegin   map[string]int // and how many of the texts
	shares      map[family]share
}

// The number of letters of an ending, of a shorter one, which tells it where a family has few members, and of a beginning
// at the least; the number of relatives from which on more of them say no more; and how many forms a noun and what
// derives from it have at the most.
const (
	endingSize, coarseSize = 4, 3
	beginningSize          = 4
	manyRelatives          = 3
	fewForms               = 12
)

// likeliestFirst sorts forms of the lists that no text has; those as likely as each other, the shortest first.
func likeliestFirst(forms []string, listed map[string]bool, seen map[string]int) {
	l := likelihoods{seen, beginnings(maps.Keys(listed)), beginnings(maps.Keys(seen)), map[family]share{}}
	for form := range listed {
		l.count(form, endingSize)
		l.count(form, coarseSize)
	}
	slices.SortFunc(forms, func(a, b string) int {
		return cmp.Or(cmp.Compare(l.of(b), l.of(a)), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
}

// family gives the family of a form with an ending of so many letters. A form is no relative of its own.
func (l *likelihoods) family(form string, size int) family {
	begin := beginning(form)
	relatives := l.seenBegin[begin]
	if l.seen[form] > 0 && relatives > 0 {
		relatives--
	}
	return family{form[endingAt(form, size):], min(relatives, manyRelatives), l.listedBegin[begin] > fewForms}
}

func (l *likelihoods) count(form string, size int) {
	f := l.family(form, size)
	of := l.shares[f]
	of.listed++
	if l.seen[form] > 0 {
		of.seen++
	}
	l.shares[f] = of
}

// of foretells how likely texts have a form. Of few forms, the share says little: it is set against that of the shorter
// ending, and this one against that of all forms of French.
func (l *likelihoods) of(form string) float64 {
	const usual = 0.06
	coarse := l.shares[l.family(form, coarseSize)].against(usual)
	return l.shares[l.family(form, endingSize)].against(coarse)
}

func (of share) against(usual float64) float64 {
	const few = 40
	return (of.seen + float64(few*usual)) / (of.listed + few)
}

// beginning gives what is before the ending of a form, or its first letters if that is shorter.
func beginning(form string) string {
	at := endingAt(form, endingSize)
	if utf8.RuneCountInString(form[:at]) >= beginningSize {
		return form[:at]
	}
	letters := 0
	for at := range form {
		if letters == beginningSize {
			return form[:at]
		}
		letters++
	}
	return form
}

// beginnings counts the forms with each beginning: the first letters, one letter more, and so on up to the whole.
func beginnings(forms iter.Seq[string]) map[string]int {
	counts := map[string]int{}
	for form := range forms {
		letters := 0
		for at := range form {
			if letters >= beginningSize {
				counts[form[:at]]++
			}
			letters++
		}
		counts[form]++
	}
	return counts
}

// endingAt tells where the last letters of a form begin.
func endingAt(form string, size int) int {
	at := len(form)
	for range size {
		_, width := utf8.DecodeLastRuneInString(form[:at])
		at -= width
	}
	return at
}
