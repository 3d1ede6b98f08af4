package calendar

import (
	"fmt"
	"time"

	"diptych/cmd/diptych/internal/civil"
)

// ISO writes a moment as HTML's <time datetime> and schema.org take it (ISO 8601): a day as yyyy-mm-dd, and a time with the
// offset that its zone has then, as in 2023-12-05T09:00+00:00, or without one where the zone isn't known.
func ISO(m civil.Moment, zone string) string {
	known, ok := location(zone)
	if !m.HasTime || !ok {
		return m.String()
	}
	return instant(m, known).Format("2006-01-02T15:04-07:00")
}

// Offset names how far a zone's clocks are ahead of UTC at a moment, the same in both languages: "UTC", "UTC+05:30", with
// a minus sign "UTC−03:30". It is empty where the zone isn't known.
func Offset(m civil.Moment, zone string) string {
	known, ok := location(zone)
	if !ok {
		return ""
	}
	ahead, sign := offset(instant(m, known), known), '+'
	if ahead < 0 {
		ahead, sign = -ahead, '−'
	}
	if ahead < time.Minute {
		return "UTC"
	}
	return fmt.Sprintf("UTC%c%02d:%02d", sign, int(ahead.Hours()), int(ahead.Minutes())%60)
}
