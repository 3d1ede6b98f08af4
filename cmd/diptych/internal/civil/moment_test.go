package civil

import (
	"cmp"
	"testing"
)

// TestMomentOrder compares each of some ascending moments with each.
func TestMomentOrder(t *testing.T) {
	eve, day := Date{2023, 12, 31}, Date{2024, 1, 1}
	moments := []Moment{
		{},
		{Date: eve},
		{Date: eve, HasTime: true},
		{Date: eve, Minute: 59, HasTime: true},
		{Date: eve, Hour: 9, Minute: 5, HasTime: true},
		{Date: eve, Hour: 9, Minute: 30, HasTime: true},
		{Date: eve, Hour: 10, HasTime: true},
		{Date: eve, Hour: 23, Minute: 59, HasTime: true},
		{Date: day},
		{Date: day, HasTime: true},
	}
	for i, a := range moments {
		for j, b := range moments {
			if got := a.Compare(b); sign(got) != sign(i-j) {
				t.Errorf("%s compared with %s is %d", a, b, got)
			}
			if got := cmp.Compare(a.Number(), b.Number()); got != sign(i-j) {
				t.Errorf("the numbers of %s and %s, %d and %d, are in another order", a, b, a.Number(), b.Number())
			}
		}
	}
}

func TestMomentString(t *testing.T) {
	tests := []struct {
		moment Moment
		want   string
	}{
		{Moment{Date: Date{2023, 12, 5}}, "2023-12-05"},
		{Moment{Date: Date{2023, 12, 5}, HasTime: true}, "2023-12-05T00:00"},
		{Moment{Date: Date{2023, 12, 5}, Hour: 9, Minute: 5, HasTime: true}, "2023-12-05T09:05"},
	}
	for _, test := range tests {
		if got := test.moment.String(); got != test.want {
			t.Errorf("%#v is written %q, want %q", test.moment, got, test.want)
		}
		if test.moment.IsZero() {
			t.Errorf("%s is told to be no day", test.moment)
		}
	}
	if !(Moment{}).IsZero() {
		t.Error("the zero Moment is told to be a day")
	}
}
