package locale

import (
	"fmt"
	"strconv"
	"strings"

	"diptych/cmd/diptych/internal/civil"
)

// Time writes a time of day: "14 h 15" and "16 h"; "2.15 p.m." and "4 p.m."; "2:15 PM" and "4:00 PM". The hour is 0 to
// 23, the minute 0 to 59.
func (l *Locale) Time(hour, minute int) string {
	digits, period := l.clock.read(hour, minute)
	return digits + period
}

// Moments writes when something takes place, with the times that are known. Days without times are a DateRange. Times
// of one day follow it after a comma: "18 juillet 2023, 14 h 15 – 16 h". Over several days, both ends are
// written in full: "18 July 2023, 2.15 p.m. – 19 July 2023, 4 p.m.".
//
// The comma takes the place of "at" and "à" because a fact is read as a field and not as a sentence, and because it
// suits a range as well as a single time. An end that is the whole of the first day adds nothing and is left out, and a
// zero moment leaves the other one alone.
func (l *Locale) Moments(from, to civil.Moment) string {
	sameDay := from.Date == to.Date
	switch {
	case !from.HasTime && !to.HasTime:
		return l.DateRange(from.Date, to.Date)
	case from.IsZero():
		return l.moment(to)
	case to.IsZero() || from == to || sameDay && !to.HasTime:
		return l.moment(from)
	case sameDay && from.HasTime:
		return l.Date(from.Date) + ", " + l.clock.readRange(from, to)
	default:
		return l.moment(from) + openDash + l.moment(to)
	}
}

// MomentParts gives what Moments writes in the pieces that a page marks up: when it starts, the dash with its spaces, and
// when it ends. The last two are empty where there is one moment alone.
func (l *Locale) MomentParts(from, to civil.Moment) (start, dash, end string) {
	whole := l.Moments(from, to)
	start, end, found := strings.Cut(whole, closedDash) // no date and no time has a dash of its own
	if !found {
		return whole, "", ""
	}
	start, end = strings.TrimSuffix(start, nbsp), strings.TrimPrefix(end, " ")
	return start, whole[len(start) : len(whole)-len(end)], end
}

// moment writes a day, and its time if it has one.
func (l *Locale) moment(m civil.Moment) string {
	if !m.HasTime {
		return l.Date(m.Date)
	}
	return l.Date(m.Date) + ", " + l.Time(m.Hour, m.Minute)
}

// read gives a time as its digits and the half of the day that they count in, with the space before it. The second is
// empty where there are no halves, and for noon, which is a word of its own because "12 p.m." is read both ways.
func (c clock) read(hour, minute int) (digits, period string) {
	switch {
	case c.am == "":
		return c.digits(hour, minute), ""
	case hour == 12 && minute == 0 && c.noon != "":
		return c.noon, ""
	case hour < 12:
		return c.digits((hour+11)%12+1, minute), nbsp + c.am
	default:
		return c.digits((hour+11)%12+1, minute), nbsp + c.pm
	}
}

// readRange writes two times of one day, naming the half of the day once if both are in it: "2:15–4 p.m.".
func (c clock) readRange(from, to civil.Moment) string {
	first, firstPeriod := c.read(from.Hour, from.Minute)
	last, lastPeriod := c.read(to.Hour, to.Minute)
	if firstPeriod == lastPeriod && firstPeriod != "" {
		return first + closedDash + last + lastPeriod
	}
	return first + firstPeriod + openDash + last + lastPeriod
}

// digits writes hour and minute as numbers.
func (c clock) digits(hour, minute int) string {
	switch {
	case minute == 0:
		return strconv.Itoa(hour) + c.full
	case c.pad:
		return fmt.Sprintf("%d%s%02d", hour, c.minute, minute)
	default:
		return strconv.Itoa(hour) + c.minute + strconv.Itoa(minute)
	}
}
