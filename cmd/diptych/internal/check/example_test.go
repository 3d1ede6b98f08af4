package check

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// TestExamples plays the examples of each rule. In a bad one it is found what the example says, and nothing else by any
// rule; in a good one nothing at all.
func TestExamples(t *testing.T) {
	for _, rule := range Rules() {
		for _, example := range Examples(rule.ID) {
			t.Run(rule.ID+"/"+example.Name, func(t *testing.T) {
				if diff := cmp.Diff(example.wanted(), found(t, example)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
	}
}

// wanted gives the lines that say what is found.
func (e Example) wanted() []string {
	var lines []string
	for _, file := range e.Files {
		if file.Name == wanted {
			lines = append(lines, strings.Split(strings.TrimSpace(file.Text), "\n")...)
		}
	}
	return lines
}

// found checks an example's site and tells what is found, a line each: rule, severity, place and the other place, each with
// how many runes are marked.
func found(t *testing.T, e Example) []string {
	day := civil.Date{Year: 2023, Month: 12, Day: 5}
	finished := build.Assemble(e.tree(), site.Options{Day: day})
	report, err := Site(context.Background(), finished, Options{Day: day, Release: strings.Contains(e.Name, "release")})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range report.Findings {
		line := fmt.Sprintf("%s %s %s", p.Rule, p.Severity, shortPlace(p.Pos, p.Size))
		if !p.Peer.IsZero() {
			line += " " + shortPlace(p.Peer, p.PeerSize)
		}
		if p.Message.French == p.Message.English || p.Hint.IsZero() {
			t.Errorf("%s: the message %q and the hint %q: want both, in both languages", line, p.Message, p.Hint)
		}
		lines = append(lines, line)
	}
	return lines
}

func shortPlace(pos source.Pos, size int) string {
	place := strings.NewReplacer("content/page.fr.md", "fr", "content/page.en.md", "en").Replace(pos.String())
	if size > 0 {
		place += fmt.Sprintf("+%d", size)
	}
	return place
}

// TestEachRuleIsShown holds that a rule has a bad example for each half that can be wrong, and a good one.
func TestEachRuleIsShown(t *testing.T) {
	for _, rule := range Rules() {
		bad, good := 0, 0
		for _, e := range Examples(rule.ID) {
			if e.Bad {
				bad++
			} else {
				good++
			}
			if e.Bad == (len(e.wanted()) == 0) {
				t.Errorf("%s/%s: a bad example says what is found, and a good one that nothing is", rule.ID, e.Name)
			}
		}
		if bad == 0 || good == 0 {
			t.Errorf("%s has %d bad examples and %d good ones", rule.ID, bad, good)
		}
		if rule.Summary == "" || rule.Reason == "" {
			t.Errorf("%s is not explained", rule.ID)
		}
	}
	entries, err := os.ReadDir("testdata/rules")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if _, known := Find(entry.Name()); !known {
			t.Errorf("testdata/rules/%s is the folder of no rule", entry.Name())
		}
	}
}
