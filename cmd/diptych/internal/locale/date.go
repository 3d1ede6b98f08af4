package locale

import (
	"strconv"
	"time"

	"diptych/cmd/diptych/internal/civil"
)

// The dashes of a range: closed up between two numbers, with spaces where an end is more than a number. A line may end
// after the open dash, never before it.
const (
	closedDash = "–"
	openDash   = nbsp + "– "
)

// Date writes a day in full: "1er décembre 2023", "1 December 2023", "December 1, 2023". The zero day gives "".
//
// The year may stand on the next line; the day and its month stay together. Any other d is a day of the calendar, as
// civil.ParseDate gives it.
func (l *Locale) Date(d civil.Date) string {
	if d.IsZero() {
		return ""
	}
	return l.withYear(l.dayOf(d), d.Year)
}

// DateRange writes the days from one to another, naming what they share once: "25–26 juin 2023", "June 25 – July 3,
// 2023", "31 December 2023 – 1 January 2024". Equal days are one day, and a zero day leaves the other one alone.
func (l *Locale) DateRange(from, to civil.Date) string {
	switch {
	case from.IsZero():
		return l.Date(to)
	case to.IsZero() || from == to:
		return l.Date(from)
	case from.Year != to.Year:
		return l.Date(from) + openDash + l.Date(to)
	case from.Month != to.Month:
		return l.withYear(l.dayOf(from)+openDash+l.dayOf(to), to.Year)
	default:
		return l.withYear(l.inMonth(l.day(from.Day)+closedDash+l.day(to.Day), to.Month), to.Year)
	}
}

// dayOf writes a day without its year.
func (l *Locale) dayOf(d civil.Date) string { return l.inMonth(l.day(d.Day), d.Month) }

// day writes the number of a day in its month.
func (l *Locale) day(day int) string {
	if day == 1 {
		return l.first
	}
	return strconv.Itoa(day)
}

// inMonth puts a day, or a range of days, on its side of the month.
func (l *Locale) inMonth(days string, month time.Month) string {
	name := l.months[month-time.January]
	if l.monthFirst {
		return name + nbsp + days
	}
	return days + nbsp + name
}

// withYear puts the year after days and months.
func (l *Locale) withYear(days string, year int) string {
	if l.monthFirst {
		days += ","
	}
	return days + " " + strconv.Itoa(year)
}
