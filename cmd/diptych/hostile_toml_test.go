//go:build linux

package main

import (
	"strings"
	"testing"
)

// hostileTables are texts in TOML by which parsers have been brought down: what nests, what is long, and what is much.
func hostileTables() map[string]string {
	repeat := strings.Repeat
	return map[string]string{
		"inline tables":            "a = " + repeat("{a=", 13_000) + "1" + repeat("}", 13_000),
		"inline tables unclosed":   "a = " + repeat("{a=", 20_000),
		"a dotted key":             repeat("a.", 10_000) + "a = 1",
		"dotted keys":              counted("a%d"+repeat(".a", 30)+" = 1\n", 600),
		"a dotted header":          "[" + repeat("a.", 20_000) + "a]",
		"headers below headers":    repeat("[[a]]\n[[a.a]]\n", 3_000),
		"lists":                    "a = " + repeat("[", 30_000) + repeat("]", 30_000),
		"lists unclosed":           "a = " + repeat("[", 60_000),
		"a long list":              "a = [" + repeat("1,", 30_000) + "]",
		"lists of tables":          "a = [" + repeat("{b=[{c=1}]},", 5_000) + "]",
		"a long text":              "a = \"" + repeat("é", 30_000) + "\"",
		"an endless text":          "a = \"\"\"" + repeat("é\n", 20_000),
		"escapes":                  "a = \"" + repeat("\\u00e9", 10_000) + "\"",
		"keys":                     counted("k%d = 1\n", 5_500),
		"headers":                  counted("[t%d]\n", 6_000),
		"the same header":          repeat("[[document]]\n", 4_500),
		"documents":                counted("[[document]]\nid = \"d%d\"\n", 2_000),
		"comments":                 repeat("# é\n", 12_000),
		"numbers":                  "a = " + repeat("9", 60_000),
		"a number of points":       "a = 1" + repeat(".1", 30_000),
		"quotes":                   "a = " + repeat("'", 60_000),
		"equals signs":             repeat("=", 60_000),
		"NUL":                      repeat("\x00", 60_000),
		"much more than it may be": counted("k%d = \"été\"\n", 200_000),
		"more than a text may be":  repeat("# é\n", 1_200_000),
	}
}

// TestHostileTables puts such texts in each place that is read as TOML. Each is refused, or taken, within what a page may
// cost, and no other file is blamed.
func TestHostileTables(t *testing.T) {
	needsItsOwnPace(t)
	places := map[string]func(text string) string{
		aboutFile:              func(text string) string { return "+++\n" + text + "\n+++\n\nBonjour.\n" },
		"content/about.toml":   func(text string) string { return text + "\n" },
		"i18n/terms.toml":      func(text string) string { return text + "\n" },
		"i18n/fr.toml":         func(text string) string { return text + "\n" },
		"i18n/lock/about.toml": func(text string) string { return text + "\n" },
		"config.toml":          func(text string) string { return text + "\n" },
	}
	for what, text := range hostileTables() {
		for file, in := range places {
			t.Run(what+" in "+strings.ReplaceAll(file, "/", " "), func(t *testing.T) {
				run := measure(t, sampleSite(t, map[string]string{file: in(text)}), "build", "--output", "public")
				run.isBounded(t, mostToBuild())
				if run.code != 0 && run.code != 1 {
					t.Errorf("exit code %d\n%.2000s", run.code, run.said)
				}
				if run.code == 1 && !strings.Contains(run.said, file) {
					t.Errorf("the file is not named\n%.2000s", run.said)
				}
				t.Logf("%8d bytes in, %v", len(text), run)
			})
		}
	}
}
