package main

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestCompose holds what the figures rest on: pages of the size that is promised, in two halves that answer each other,
// whose links lead somewhere.
func TestCompose(t *testing.T) {
	const pairs = 100
	link := regexp.MustCompile(`\]\(page:(volume-\d{3}/page-(\d{5}))\)`)
	marks := regexp.MustCompile("(?m)^#+|\\{#[a-z]+\\}|\\(page:[^)]*\\)|^- |^\\d\\. |^> |^\\||\\*\\*|`[^`]*`")
	outline := func(body string) string { return strings.Join(marks.FindAllString(body, -1), " ") } // all but the words
	total := 0
	for number := 1; number <= pairs; number++ {
		p := compose(number, pairs)
		if p != compose(number, pairs) {
			t.Fatalf("pair %d is another one the second time", number)
		}
		french, english := p.halves[0].body, p.halves[1].body
		if a, b := outline(french), outline(english); a != b {
			t.Errorf("pair %d is\n%s\nin French and\n%s\nin English", number, a, b)
		}
		for _, h := range p.halves {
			total += len(h.body)
			if size := len(h.body); size < 2500 || size > 7000 || !utf8.ValidString(h.body) {
				t.Errorf("pair %d has a half of %d bytes", number, size)
			}
			for _, found := range link.FindAllStringSubmatch(h.body, -1) {
				if to, _ := strconv.Atoi(found[2]); to < 1 || to > pairs || key(to) != found[1] {
					t.Errorf("pair %d links to %q", number, found[1])
				}
			}
		}
	}
	if mean := total / (2 * pairs); mean < 3500 || mean > 5500 {
		t.Errorf("a half has %d bytes on average", mean)
	}
}

// TestVocabulary holds that each phrase has its answer in the other language.
func TestVocabulary(t *testing.T) {
	french, english := vocabulary[0], vocabulary[1]
	tests := []struct {
		what          string
		ours, theirs  []string
		headingsToKey bool
	}{
		{"subjects", french.subjects, english.subjects, false},
		{"verbs", french.verbs, english.verbs, false},
		{"objects", french.objects, english.objects, false},
		{"endings", french.endings, english.endings, false},
		{"headings", french.headings, english.headings, true},
		{"details", french.details, english.details, false},
	}
	for _, test := range tests {
		if len(test.ours) != len(test.theirs) {
			t.Errorf("%d %s in French, %d in English", len(test.ours), test.what, len(test.theirs))
		}
		if test.headingsToKey && len(test.ours) != len(headingKeys) {
			t.Errorf("%d headings have %d keys", len(test.ours), len(headingKeys))
		}
	}
}
