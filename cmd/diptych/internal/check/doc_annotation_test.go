package check

import "testing"

func TestMostUsed(t *testing.T) {
	for want, forms := range map[string]map[string]int{
		"(pdf)":        {"(pdf)": 3, "[pdf]": 2},
		"[pdf]":        {"(pdf)": 1, "[pdf]": 2},
		"(a)":          {"(b)": 2, "(a)": 2, "(c)": 2}, // of several the first
		"(en anglais)": {"(en anglais)": 1},
	} {
		for range 10 { // maps have no order
			if got := mostUsed(forms); got != want {
				t.Fatalf("of %v most used is %q, want %q", forms, got, want)
			}
		}
	}
}
