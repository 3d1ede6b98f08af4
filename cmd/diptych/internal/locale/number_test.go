package locale

import (
	"math"
	"testing"
)

func TestDecimalTakesAnyNumber(t *testing.T) {
	tests := []struct {
		tag    string
		f      float64
		digits int
		want   string
	}{
		{"fr", 1250.5, 1, "1^250,5"},
		{"fr-CA", 1250.5, 1, "1~250,5"},
		{"fr-EU", -1250.5, 2, "-1~250,50"},
		{"en-GB", 1250.5, 1, "1,250.5"},
		{"en-GB", 12.5, -3, "13"},
		{"en-GB", 0.5, 1_000_000_000, "0.50000000000000000000"},
		{"fr", math.Copysign(0, -1), 1, "0,0"},
		{"fr", -100, 0, "-100"},
		{"fr", math.SmallestNonzeroFloat64, 2, "0,00"},
	}
	for _, test := range tests {
		if got := readable(mustNew(t, test.tag).Decimal(test.f, test.digits)); got != test.want {
			t.Errorf("%s, %g with %d digits: got %q, want %q", test.tag, test.f, test.digits, got, test.want)
		}
	}
}

func TestSize(t *testing.T) {
	tests := []struct {
		tag   string
		bytes int64
		want  string
	}{
		{"fr-CA", 5_520_000, "5,52~Mo"},
		{"en-CA", 4_350_000, "4.35~MB"},
		{"fr", 214_000, "214~Ko"},
		{"fr", 0, "0~octet"},
		{"fr", 2, "2~octets"},
		{"en-GB", 0, "0~bytes"},
		{"en-GB", 1, "1~byte"},
		{"en-GB", -1, "0~bytes"},
		{"en-GB", 100_000, "100~KB"}, // the zeros of a whole number stay
		{"en-GB", 99_950, "100~KB"},
		{"en-GB", 9_995_000_000, "10~GB"},
		{"fr", math.MaxInt64, "9,22~Eo"},
	}
	for _, test := range tests {
		if got := readable(mustNew(t, test.tag).Size(test.bytes)); got != test.want {
			t.Errorf("%s, %d bytes: got %q, want %q", test.tag, test.bytes, got, test.want)
		}
	}
}

func TestListOfNothing(t *testing.T) {
	if got := mustNew(t, "en-US").List(nil); got != "" {
		t.Errorf("got %q for no items", got)
	}
}
