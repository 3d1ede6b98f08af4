package figure

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// invisible and visible are how the tables write spaces that can't be told apart, and what they are.
var (
	invisible = strings.NewReplacer("~", "\u00a0", "_", "\u202f")
	visible   = strings.NewReplacer("\u00a0", "~", "\u202f", "_")
)

// pair is a line of a table: two texts, and how they differ.
type pair struct{ french, english, want string }

// TestTables compares each pair of the tables. The first lines of testdata/numbers.txt say how they are written.
func TestTables(t *testing.T) {
	pairs := readTables(t)
	if len(pairs) < 300 {
		t.Errorf("only %d pairs are found", len(pairs))
	}
	for _, p := range pairs {
		got := describe(Compare(Read(p.french, source.French), Read(p.english, source.English)))
		if got != p.want {
			t.Errorf("%s | %s\n got %s\nwant %s", p.french, p.english, got, p.want)
		}
	}
}

func readTables(t testing.TB) []pair {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pairs []pair
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
				pairs = append(pairs, readPair(t, file, line))
			}
		}
	}
	return pairs
}

func readPair(t testing.TB, file, line string) pair {
	t.Helper()
	parts := strings.Split(line, "|")
	if len(parts) != 3 {
		t.Fatalf("%s has a line that is no pair: %s", file, line)
	}
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return pair{invisible.Replace(parts[0]), invisible.Replace(parts[1]), parts[2]}
}

// describe writes differences as the tables do.
func describe(differences []Difference) string {
	var all []string
	for _, d := range differences {
		text := fmt.Sprintf("%s %s / %s", d.Kind, orDash(d.French), orDash(d.English))
		if d.Kind == OfYear {
			text += " " + string(d.Lacks)
		}
		if d.Inferable {
			text += "+"
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

func orDash(span Span) string {
	if span.Text == "" {
		return "-"
	}
	return visible.Replace(span.Text)
}
