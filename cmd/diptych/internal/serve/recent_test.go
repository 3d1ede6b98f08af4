package serve

import (
	"strings"
	"testing"
)

func TestRecent(t *testing.T) {
	keep := func(string) bool { return true }
	r := newRecent(3, 10, func(v string) int { return len(v) })
	steps := []struct {
		put, value string
		want       string // what is remembered
	}{
		{"a", "1", "a"},
		{"b", "22", "ab"},
		{"c", "333", "abc"},
		{"d", "4", "bcd"},         // one too many
		{"b", "55", "bcd"},        // in its own place
		{"e", "666666", "bde"},    // c was used longest ago
		{"f", "7777", "ef"},       // too much together
		{"g", "88888888888", ""},  // too much alone
		{"h", "9999999999", "h"},  // just enough
		{"i", "", "hi"},           // costs nothing
		{"h", "1", "hi"},          // costs less than before
		{"j", "999999999", "hij"}, // so there is room
	}
	for _, step := range steps {
		r.put(step.put, step.value, keep)
		var got strings.Builder
		for _, path := range strings.Split("abcdefghij", "") {
			if _, ok := r.places[path]; ok {
				got.WriteString(path)
			}
		}
		if got.String() != step.want || r.order.Len() != len(r.places) {
			t.Errorf("after %s, %q is remembered, want %q", step.put, got.String(), step.want)
		}
	}
}

func TestRecentUse(t *testing.T) {
	r := newRecent(2, 100, func(string) int { return 1 })
	keep, leave := func(string) bool { return true }, func(string) bool { return false }
	r.put("a", "A", keep)
	r.put("b", "B", keep)
	if value, ok := r.get("a"); value != "A" || !ok {
		t.Errorf("a is %q", value)
	}
	r.put("a", "autre", leave)
	r.put("c", "C", keep)
	if value, _ := r.get("a"); value != "A" {
		t.Errorf("a, which was used and was to stay, is %q", value)
	}
	if _, ok := r.get("b"); ok {
		t.Error("b, which was used longest ago, is remembered")
	}
}
