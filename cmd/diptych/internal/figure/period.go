package figure

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
}{
	{60, minute, hour}, {24, hour, day}, {48, hour, day}, {7, day, week}, {8, day, week}, {14, day, week}, {15, day, week},
	{14, day, fortnight}, {15, day, fortnight}, {2, week, fortnight}, {2, week, day}, {30, day, monthly}, {365, day, year},
	{12, monthly, year}, {18, monthly, year}, {3, monthly, quarter}, {6, monthly, semester}, {10, year, decade},
	{100, year, century},
}

// namesPeriod tells whether a text has a word for so many of a period.
func (s *side) namesPeriod(of period, count value) bool {
	if of == 0 {
		return false
	}
	for _, span := range spansOfTime {
		if span.of == of && count.isInteger(span.count) && s.words().periods[span.are] {
			return span.of != week || span.are != day || s.says(integer(15)) || s.says(integer(14))
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
		return insideBrackets(s.text, s.Numbers[i].From)
	}
	return false
}

// insideBrackets tells whether a bracket is open at a place.
func insideBrackets(text string, at int) bool {
	depth := 0
	for i := range at {
		switch text[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
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
