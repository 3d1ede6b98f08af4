package typography

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// visible and invisible are how the tables write what can't be seen, and what it is. testdata/punctuation.txt says it
// all.
var (
	invisible = strings.NewReplacer("~", "\u00a0", "_", "\u202f", "␤", "\n")
	visible   = strings.NewReplacer("\u00a0", "~", "\u202f", "_", "\n", "␤")
)

// TestTables sets each case of the tables, twice: what was set must stay as it is.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
				holdCase(t, file, line)
				cases++
			}
		}
	}
	if cases < 350 {
		t.Errorf("only %d cases are found", cases)
	}
}

func holdCase(t *testing.T, file, line string) {
	t.Helper()
	preset, rest, ok := strings.Cut(line, ": ")
	typed, want, isCase := strings.Cut(rest, " => ")
	if !ok || !isCase {
		t.Fatalf("%s has a line that is no case: %s", file, line)
	}
	rules := For(preset)
	runs := runsOf(typed, &rules)
	set := Set(runs)
	if got := visible.Replace(raised(set)); got != want {
		t.Errorf("%s: %s: %s\n got %s\nwant %s", filepath.Base(file), preset, typed, got, want)
	}
	if got := visible.Replace(raised(Set(again(runs, set)))); got != want {
		t.Errorf("%s: %s: %s\ntwice %s\n want %s", filepath.Base(file), preset, typed, got, want)
	}
}

// raised gives the text of the pieces, with signs around what stands above the line.
func raised(lists [][]Piece) string {
	var all strings.Builder
	for _, list := range lists {
		for _, piece := range list {
			if piece.Superior {
				all.WriteString("^" + piece.Text + "^")
			} else {
				all.WriteString(piece.Text)
			}
		}
	}
	return strings.ReplaceAll(all.String(), "^^", "")
}

// runsOf reads the runs of a case.
func runsOf(typed string, rules *Rules) []Run {
	var runs []Run
	for typed != "" {
		run := Run{Rules: rules}
		switch {
		case strings.HasPrefix(typed, "¦"):
			typed = typed[len("¦"):]
			continue
		case strings.HasPrefix(typed, "⏎"):
			run = Run{Kind: Break, Text: "⏎"}
			typed = typed[len("⏎"):]
		case typed[0] == '\\':
			run = Run{Kind: Literal, Text: typed[1:2]}
			typed = typed[2:]
		case typed[0] == '{':
			code, rest, _ := strings.Cut(typed[1:], "}")
			run, typed = Run{Kind: Opaque, Text: code}, rest
		case len(typed) > 4 && typed[0] == '[' && typed[3] == ':':
			run.Rules = foreignRules(typed[1:3])
			run.Text, typed, _ = strings.Cut(typed[4:], "]")
			run.Text = invisible.Replace(run.Text)
		default:
			end := len(typed[:1])
			for end < len(typed) && !beginsRun(typed[end:]) {
				end++
			}
			run.Text, typed = invisible.Replace(typed[:end]), typed[end:]
		}
		runs = append(runs, run)
	}
	return runs
}

func beginsRun(typed string) bool {
	for _, sign := range []string{"¦", "⏎", "\\", "{", "[fr:", "[en:", "[--:"} {
		if strings.HasPrefix(typed, sign) {
			return true
		}
	}
	return false
}

func foreignRules(tag string) *Rules {
	if tag == "--" {
		return nil
	}
	rules := For(tag)
	return &rules
}
