package figure

import (
	"strings"
	"unicode"
)

// period is a stretch of time that a word names.
type period uint8

const (
	minute period = 1 + iota
	hour
	day
	week
	fortnight
	monthly
	quarter
	semester
	year
	decade
	century
)

// periods are the words for stretches of time, folded, of both languages.
var periods = map[string]period{
	"minute": minute, "minutes": minute, "min": minute,
	"hour": hour, "hours": hour, "heure": hour, "heures": hour, "hourly": hour,
	"day": day, "days": day, "jour": day, "jours": day, "daily": day, "journee": day, "journees": day, "quotidien": day,
	"week": week, "weeks": week, "semaine": week, "semaines": week, "weekly": week, "hebdomadaire": week,
	"fortnight": fortnight, "fortnights": fortnight, "quinzaine": fortnight, "biweekly": fortnight,
	"month": monthly, "months": monthly, "mois": monthly, "monthly": monthly, "mensuel": monthly, "mensuelle": monthly,
	"quarter": quarter, "quarters": quarter, "quarterly": quarter, "trimestre": quarter, "trimestriel": quarter,
	"semester": semester, "semestre": semester,
	"year": year, "years": year, "an": year, "ans": year, "annee": year, "annees": year, "yearly": year, "annual": year,
	"annuel": year, "annuelle": year,
	"decade": decade, "decades": decade, "decennie": decade, "decennies": decade,
	"century": century, "siecle": century,
}

// spans of time that one language counts and the other has a word for: 7 days are a week, and « quinze jours » are two
// weeks.
var spansOfTime = []struct {
	count uint64
	of    period
	are   period
	with  uint64 // the number that has to stand there too, or 0
}{
	{60, minute, hour, 0}, {24, hour, day, 0}, {48, hour, day, 2}, {365, day, year, 0}, {30, day, monthly, 0},
	{7, day, week, 0}, {8, day, week, 0}, {14, day, week, 2}, {15, day, week, 2}, {2, week, day, 14}, {2, week, day, 15},
	{14, day, fortnight, 0}, {15, day, fortnight, 0}, {2, week, fortnight, 0},
	{12, monthly, year, 0}, {18, monthly, year, 0}, {3, monthly, quarter, 0}, {6, monthly, semester, 0},
	{10, year, decade, 0}, {100, year, century, 0},
}

// namesPeriod tells whether a text has a word for so many of a period.
func (s *side) namesPeriod(of period, count value) bool {
	if of == 0 {
		return false
	}
	for _, span := range spansOfTime {
		if span.of == of && count.isInteger(span.count) && s.words().periods[span.are] {
			if span.with == 0 || s.says(integer(span.with)) {
				return true
			}
		}
	}
	return false
}

// periodOf gives the period that a number counts, or 0.
func (s *side) periodOf(n *Number) period { return periods[fold(wordAfter(s.text, n.To))] }

// isFileSize tells whether a number is the size of a file in brackets, as in (PDF, 214 Ko): files of two languages are
// two files.
func (s *side) isFileSize(i int) bool {
	switch wordAfter(s.text, s.Numbers[i].To) {
	case "Ko", "ko", "Mo", "Go", "KB", "kB", "Kb", "MB", "Mb", "GB", "octets", "bytes":
		return standsInBrackets(s.text, s.Numbers[i].From)
	}
	return false
}

// standsInBrackets tells whether what begins at a place is first in brackets, or behind a comma in them.
func standsInBrackets(text string, at int) bool {
	before := strings.TrimRightFunc(text[:at], unicode.IsSpace)
	return strings.HasSuffix(before, "(") || strings.HasSuffix(before, "[") ||
		(strings.HasSuffix(before, ",") || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "-")) &&
			strings.LastIndexAny(before, "([") > strings.LastIndexAny(before, ")]")
}

// wordAfter gives the word that follows a place behind a space or hyphen, or nothing.
func wordAfter(text string, at int) string {
	var room [8]token
	from := min(at, len(text))
	for _, t := range scan(text[from:endOfWord(text, from)], room[:0]) {
		switch {
		case t.kind == letters:
			return text[from+int(t.start) : from+int(t.end)]
		case !t.is('-'):
			return ""
		}
	}
	return ""
}

// endOfWord gives a place behind the next word.
func endOfWord(text string, at int) int {
	end := min(len(text), at+32)
	for end < len(text) && text[end] >= 0x80 && text[end] < 0xc0 { // inside a character
		end++
	}
	return end
}
