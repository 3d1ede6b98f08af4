package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/markdown"
)

// outlineOf reads headings from a line: a number of hashes, and a key behind it where there is one, as in "## ###juin".
func outlineOf(text string) []markdown.Heading {
	var headings []markdown.Heading
	for _, word := range strings.Fields(text) {
		key := strings.TrimLeft(word, "#")
		headings = append(headings, markdown.Heading{Level: len(word) - len(key), Key: key})
	}
	return headings
}

// TestAnswers joins the headings of two halves.
func TestAnswers(t *testing.T) {
	tests := map[string]struct {
		ours, theirs string
		want         []int
	}{
		"none":                                {"", "", []int{}},
		"nothing answers":                     {"##", "", []int{-1}},
		"by order":                            {"## ### ##", "## ### ##", []int{0, 1, 2}},
		"another number":                      {"## ##", "## ## ##", []int{-1, -1}},
		"another depth":                       {"## ## ###", "## ### ##", []int{-1, -1, -1}},
		"another level":                       {"##", "###", []int{-1}},
		"by key, where the order differs":     {"##a ##b", "##b ##a", []int{1, 0}},
		"by key, on another level":            {"##a ###b", "##b ###a", []int{1, 0}},
		"around a key":                        {"## ##a ## ##", "## ##a ## ##", []int{0, 1, 2, 3}},
		"on one side of a key alone":          {"## ##a ##", "## ## ##a ##", []int{-1, 2, 3}},
		"below a key":                         {"##a ### ### ##", "## ##a ### ###", []int{1, 2, 3, -1}},
		"below one key and not below another": {"##a ### ##b ### ###", "##a ### ##b ###", []int{0, 1, 2, -1, -1}},
		"around keys in another order":        {"##a ## ##b", "##b ## ##a", []int{2, -1, 0}},
		"below a key on another level":        {"## ###a #### ##", "###a ####", []int{-1, 0, 1, -1}},
		"a key that has moved to a section":   {"##a ## ##b", "##a ## ###b", []int{0, -1, 2}},
		"a key of one half":                   {"##a ##", "## ##", []int{0, 1}},
		"keys that differ":                    {"##a ##c", "##b ##c", []int{0, 1}},
		"a level that is left out":            {"## #### ##", "## #### ##", []int{0, 1, 2}},
		"below what does not answer":          {"## ###a #### ##", "##a ###", []int{-1, 0, -1, -1}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			ours, theirs := outlineOf(test.ours), outlineOf(test.theirs)
			got := answers(ours, theirs)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkAnswers(t, ours, theirs)
		})
	}
}

// checkAnswers holds that no heading answers two, that keys win, and that the other way round each leads back.
func checkAnswers(t *testing.T, ours, theirs []markdown.Heading) {
	t.Helper()
	there, back := answers(ours, theirs), answers(theirs, ours)
	for i, at := range there {
		if at >= 0 && back[at] != i {
			t.Errorf("heading %d leads to %d, which leads back to %d", i, at, back[at])
		}
	}
	for at, i := range back {
		if i >= 0 && there[i] != at {
			t.Errorf("heading %d of the other half leads to %d, which leads back to %d", at, i, there[i])
		}
	}
}

// FuzzAnswers holds what checkAnswers does of any two outlines.
func FuzzAnswers(f *testing.F) {
	f.Add("## ### ##a", "##a ## ###")
	f.Add("##a ##b ##c", "##c ### ##b ##a")
	f.Fuzz(func(t *testing.T, one, other string) {
		ours, theirs := outlineOf(one), outlineOf(other)
		if repeats(ours) || repeats(theirs) || len(ours)+len(theirs) > 200 {
			t.Skip() // a page has each key once
		}
		checkAnswers(t, ours, theirs)
	})
}

func repeats(headings []markdown.Heading) bool {
	seen := map[string]bool{}
	for _, h := range headings {
		if h.Level == 0 || h.Key != "" && seen[h.Key] {
			return true
		}
		seen[h.Key] = true
	}
	return false
}
