package civil

import "fmt"

// Moment is a day, and a time of that day where one is known. A Moment without a time stands for the whole day.
type Moment struct {
	Date    Date
	Hour    int // 0 to 23, only where HasTime
	Minute  int // 0 to 59, only where HasTime
	HasTime bool
}

// IsZero tells whether m is "no day".
func (m Moment) IsZero() bool { return m == Moment{} }

// Compare orders moments: negative when m is earlier. A whole day comes before each time of the same day.
func (m Moment) Compare(other Moment) int {
	if c := m.Date.Compare(other.Date); c != 0 {
		return c
	}
	return m.minutes() - other.minutes()
}

// Number gives an integer that orders moments as Compare does; 0 for no day.
func (m Moment) Number() int { return m.Date.Number()*(24*60+1) + m.minutes() + 1 }

// String writes m as yyyy-mm-dd, or as yyyy-mm-ddThh:mm where it has a time.
func (m Moment) String() string {
	if !m.HasTime {
		return m.Date.String()
	}
	return fmt.Sprintf("%sT%02d:%02d", m.Date, m.Hour, m.Minute)
}

// minutes counts from the start of the day; a whole day counts as -1.
func (m Moment) minutes() int {
	if !m.HasTime {
		return -1
	}
	return m.Hour*60 + m.Minute
}
