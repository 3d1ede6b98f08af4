package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/wording"
)

// judgeNames learns which names are the same in both languages, and looks again at the pairs where one is missing.
func judgeNames(studies []*study, f *finder) {
	all := kept[nameStudy](studies, f.rule.ID)
	steady, known := steadyNames(all), knownTwins(all)
	var visits []visit
	for _, s := range studies {
		k, ok := s.kept[f.rule.ID].(nameStudy)
		if missing := k.missing(steady); ok && (len(k.twins) > 0 || k.mixed || len(missing) > 0) {
			visits = append(visits, visit{s, fmt.Sprintf("%q %t", missing, k.areKnown(known))})
		}
	}
	f.revisit(visits, func(p *pair, f *finder) {
		for r := range p.pairs {
			reportNames(r, steady, known, f)
		}
	})
}

// missing gives the steady names that one half of a row alone has.
func (k nameStudy) missing(steady map[string]bool) []string {
	var names []string
	for _, t := range k.tallies {
		if t.alone > 0 && steady[t.text.Value()] {
			names = append(names, t.text.Value())
		}
	}
	return names
}

// areKnown tells of each two names that are twins whether these are known.
func (k nameStudy) areKnown(known map[[2]string]bool) []bool {
	are := make([]bool, len(k.twins))
	for i, twins := range k.twins {
		are[i] = known[twins]
	}
	return are
}

// steadyNames gives the names that have themselves for an answer nearly always.
func steadyNames(all []nameStudy) map[string]bool {
	shared, alone, rows := map[string]int32{}, map[string]int32{}, 0
	for _, k := range all {
		rows += k.rows
		for _, t := range k.tallies {
			shared[t.text.Value()] += t.shared
			alone[t.text.Value()] += t.alone
		}
	}
	steady := map[string]bool{}
	for text, n := range shared {
		if n >= fewestShared && float64(n) <= shareOfRows*float64(rows) && float64(n) >= shareShared*float64(n+max(alone[text]-1, 0)) {
			steady[text] = true
		}
	}
	return steady
}

// knownTwins gives the names that answer each other in more rows than one, so that they are no slip, and abbreviations whose
// first two letters have changed places: French has the adjective behind, as in RDC and DRC. A name that elsewhere is its own
// answer has no other.
func knownTwins(all []nameStudy) map[[2]string]bool {
	counts, known, shared := map[[2]string]int{}, map[[2]string]bool{}, map[string]bool{}
	for _, k := range all {
		for _, t := range k.tallies {
			if t.shared > 0 {
				shared[t.text.Value()] = true
			}
		}
	}
	for _, k := range all {
		for _, pair := range k.twins {
			counts[pair]++
			alone := !shared[pair[0]] && !shared[pair[1]]
			known[pair] = alone && (counts[pair] > 1 || beginSwapped(pair[0], pair[1]))
		}
	}
	return known
}

// beginSwapped tells whether two abbreviations differ in the order of their first two letters.
func beginSwapped(fr, en string) bool {
	return isAllCapital(fr) && isAllCapital(en) && len(fr) == len(en) && len(fr) > 1 && fr[0] == en[1] && fr[1] == en[0]
}

// reportNames tells of two names of a row that are a slip apart, or else of the steady names that one half alone has.
func reportNames(r row, steady map[string]bool, known map[[2]string]bool, f *finder) {
	names := r.names()
	if fr, en, found := names.twins(); found && !known[[2]string{fr.text, en.text}] {
		f.find(r.french.part(fr.from, fr.to), r.english.part(en.from, en.to),
			wording.Sprintf("French says %q, and English says %q", fr.text, en.text),
			wording.Sprintf("write the name alike in both halves"))
		return
	}
	for _, side := range []struct {
		b, answer *block
		names     []name
	}{{r.french, r.english, names.frenchAlone}, {r.english, r.french, names.englishAlone}} {
		for _, n := range side.names {
			if (steady[n.text] || isMixed(n.text) && !hasFigures(side.answer, n.text)) && !strings.Contains(locale.Fold(side.answer.Text), locale.Fold(n.text)) {
				f.find(side.b.part(n.from, n.to), side.answer.whole(),
					wording.Sprintf("%q is not in the %s half", n.text, side.answer.lang.Name()),
					wording.Sprintf("see whether the other half speaks of something else"))
				return
			}
		}
	}
}

// hasFigures tells whether a block has a name with the digits and plus signs of another, which may be its translation: GNC3
// and NC3.
func hasFigures(b *block, text string) bool {
	return slices.ContainsFunc(b.names(), func(n name) bool { return figuresOf(n.text) == figuresOf(text) })
}

func figuresOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// twins finds a name that one half alone has, and one of the other half of which it differs by two letters that have changed
// places. They are given as a French and an English one.
func (n rowNames) twins() (fr, en name, found bool) {
	for _, fr := range n.frenchAlone {
		for _, en := range n.english {
			if areTwins(fr.text, en.text) {
				return fr, en, true
			}
		}
	}
	for _, en := range n.englishAlone {
		for _, fr := range n.french {
			if areTwins(fr.text, en.text) {
				return fr, en, true
			}
		}
	}
	return name{}, name{}, false
}

func areTwins(fr, en string) bool {
	if fr == en || !mayBeTwins(fr, en) {
		return false
	}
	one, two := []rune(locale.Fold(fr)), []rune(locale.Fold(en))
	if !isSwapped(one, two) || isReversed(fr, en) {
		return false
	}
	if len(one) == 2 || isAllCapital(fr) != isAllCapital(en) {
		return isAllCapital(fr) && isAllCapital(en)
	}
	return one[len(one)-1] == two[len(two)-1] || !isCognateEnd(string(one[len(one)-2:])) || !isOrdinary(fr) || !isOrdinary(en)
}

// mayBeTwins tells at a glance whether two names may have the same letters.
func mayBeTwins(fr, en string) bool {
	one, two := 0, 0
	for i := range len(fr) {
		if fr[i] >= utf8.RuneSelf {
			return true
		}
		one += int(fr[i] | 0x20)
	}
	for i := range len(en) {
		if en[i] >= utf8.RuneSelf {
			return true
		}
		two += int(en[i] | 0x20)
	}
	return one == two
}

// isReversed tells whether two abbreviations are known to be each other's answer, though they look like a slip.
func isReversed(fr, en string) bool {
	switch fr + " " + en {
	case "TI IT", "IA AI", "UE EU", "PM MP", "FR RF", "AG GA":
		return true
	}
	return false
}

// isCognateEnd tells whether French and English words end alike but for the order of two letters: centre and center,
// modèle and model's.
func isCognateEnd(end string) bool {
	switch end {
	case "re", "er", "le", "el":
		return true
	}
	return false
}

// isSwapped tells whether two words differ in nothing but two letters that stand side by side, also at their ends.
func isSwapped(one, two []rune) bool {
	if len(one) != len(two) {
		return false
	}
	at := 0
	for at < len(one) && one[at] == two[at] {
		at++
	}
	return at+1 < len(one) && one[at] == two[at+1] && one[at+1] == two[at] && slices.Equal(one[at+2:], two[at+2:])
}

func isAllCapital(word string) bool {
	return !strings.ContainsFunc(word, unicode.IsLower)
}
