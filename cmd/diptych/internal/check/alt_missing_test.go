package check

import "testing"

func TestIsFileName(t *testing.T) {
	for _, test := range []struct {
		text, destination string
		want              bool
	}{
		{"IMG_2031.jpg", "/photos/x.jpg", true},
		{"IMG_2031", "/photos/IMG_2031.jpg", true},
		{"place-2", "https://example.org/place-2.webp", true},
		{"hall.JPEG", "/a.jpg", true},
		{"musee", "/musee.jpg", false}, // a word
		{"place-2", "/place-3.webp", false},
		{"Le plan, voir plan.png", "/plan.png", false},
		{"example.org", "/logo.svg", false},
		{"Accra 2023", "/accra-2023.jpg", false},
		{".", "/.", false},
	} {
		if got := isFileName(test.text, test.destination); got != test.want {
			t.Errorf("%q for %q is the name of a file: %t, want %t", test.text, test.destination, got, test.want)
		}
	}
}
