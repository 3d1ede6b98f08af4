package figure

import "diptych/cmd/diptych/internal/source"

const french = source.French

// month gives the month that a word names, by its number, or 0. A word may be folded.
func month(word string, lang source.Lang) int {
	if len(word) < 3 || len(word) > 9 {
		return 0
	}
	if lang == french {
		return frenchMonth(word)
	}
	return englishMonth(word)
}

func frenchMonth(word string) int {
	switch word {
	case "janvier", "janv", "jan":
		return 1
	case "fevrier", "fevr", "fev":
		return 2
	case "mars":
		return 3
	case "avril", "avr":
		return 4
	case "mai":
		return 5
	case "juin":
		return 6
	case "juillet", "juill", "juil":
		return 7
	case "aout":
		return 8
	case "septembre", "sept":
		return 9
	case "octobre", "oct":
		return 10
	case "novembre", "nov":
		return 11
	case "decembre", "dec":
		return 12
	}
	return 0
}

func englishMonth(word string) int {
	switch word {
	case "january", "jan":
		return 1
	case "february", "feb":
		return 2
	case "march", "mar":
		return 3
	case "april", "apr":
		return 4
	case "may":
		return 5
	case "june", "jun":
		return 6
	case "july", "jul":
		return 7
	case "august", "aug":
		return 8
	case "september", "sept", "sep":
		return 9
	case "october", "oct":
		return 10
	case "november", "nov":
		return 11
	case "december", "dec":
		return 12
	}
	return 0
}

// monthAt gives the month that a word names, or 0.
func (r *reader) monthAt(i int) int {
	t := r.at(i)
	if t.kind != letters || t.size() < 3 || t.size() > 10 || !beginsMonth(r.text[t.start]) {
		return 0
	}
	return month(r.letters(i), r.lang)
}

// isDoubtful tells whether the name of a month is another word as well, so that it needs a year: may and march without
// a capital; sept, which is the number seven, without a full stop.
func (r *reader) isDoubtful(i int) bool {
	switch r.word(i) {
	case "may", "march", "mar", "august":
		return r.lang != french
	case "sept":
		return r.lang == french && !r.at(i+1).is('.')
	}
	return false
}

// beginsMonth tells whether a month may begin with a letter.
func beginsMonth(c byte) bool {
	switch c | 0x20 {
	case 'j', 'f', 'm', 'a', 's', 'o', 'n', 'd':
		return true
	}
	return false
}

// isWeekday tells whether a word is a day of the week, or an abbreviation of one.
func isWeekday(word string) bool {
	switch word {
	case "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"lun", "mar", "mer", "jeu", "ven", "sam", "dim",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun":
		return true
	}
	return false
}
