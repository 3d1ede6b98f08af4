package check

import (
	"regexp"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/source"
)

// A day in the other language is too short for a window of words, and is certain by the name of its month: no month is
// written alike in both languages.
var (
	englishDay = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b\d{1,2}(?:st|nd|rd|th)?[ \x{a0}\x{202f}]` + englishMonth + `\b|\b` + englishMonth + `[ \x{a0}]\d{1,4}\b`)
	})
	frenchDay = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b\d{1,2}(?:er)?[ \x{a0}\x{202f}]` + frenchMonth + `(?:[^\pL]|$)|\b` + frenchMonth + `[ \x{a0}]\d{4}\b`)
	})
)

const (
	englishMonth = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	frenchMonth  = `(?:[Jj]anvier|[Ff]évrier|[Mm]ars|[Aa]vril|[Mm]ai|[Jj]uin|[Jj]uillet|[Aa]oût|[Ss]eptembre|[Oo]ctobre|[Nn]ovembre|[Dd]écembre)`
)

// foreignDate finds a day that is written in the other language, outside of quotations.
func (b *block) foreignDate() (span, bool) {
	if !strings.ContainsAny(b.own, "0123456789") {
		return span{}, false
	}
	pattern := englishDay
	if b.lang == source.English {
		pattern = frenchDay
	}
	at := pattern().FindStringIndex(b.own)
	if at == nil || in(b.quotations(), at[0]) {
		return span{}, false
	}
	return b.part(at[0], at[1]), true
}
