// Package civil holds days and times of day as people write them in facts: without a zone, an instant or a clock.
//
// A day is a value of its own because a bilingual site speaks of days, not of instants: "5 December 2023" is the same
// fact in Accra and in Ottawa. Where an instant is meant, the fact names its zone beside the time.
package civil

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day of the proleptic Gregorian calendar. The zero Date means "no day".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads a day written yyyy-mm-dd (ISO 8601 extended form, the only one accepted). The error names the text.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a day of the form yyyy-mm-dd", text)
	}
	return DateOf(t), nil
}

// DateOf gives the day on which t falls in t's own location.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{Year: year, Month: month, Day: day}
}

// IsZero tells whether d is "no day".
func (d Date) IsZero() bool { return d == Date{} }

// String writes d as yyyy-mm-dd.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Compare orders days: negative when d is earlier than other, zero when they are the same, positive when it is later.
func (d Date) Compare(other Date) int {
	return cmp.Or(d.Year-other.Year, int(d.Month-other.Month), d.Day-other.Day)
}

// Number gives an integer that orders days as Compare does; 0 for no day.
func (d Date) Number() int { return (d.Year*100+int(d.Month))*100 + d.Day }

// Before tells whether d is earlier than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After tells whether d is later than other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// Next gives the day that follows d.
func (d Date) Next() Date { return DateOf(d.midnight().AddDate(0, 0, 1)) }

// midnight is d's first instant in UTC, which has no gaps, so that arithmetic on days is exact.
func (d Date) midnight() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
