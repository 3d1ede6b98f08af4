package cli

import (
	"fmt"
	"io"
	"strings"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// runExplain explains rules by their ids; without any it lists all.
func runExplain(ids []string, world World) error {
	if len(ids) == 0 {
		listRules(world.Stdout)
		return nil
	}
	var rules []*check.Rule
	for _, id := range ids {
		rule, found := check.Find(id)
		if !found {
			return noRule(id)
		}
		rules = append(rules, rule)
	}
	for i, rule := range rules {
		if i > 0 {
			fmt.Fprintln(world.Stdout)
		}
		explain(world.Stdout, rule)
	}
	return nil
}

func noRule(id string) error {
	var known []string
	for _, rule := range check.Rules() {
		known = append(known, rule.ID)
	}
	if near := source.Nearest(id, known); near != "" {
		return fmt.Errorf("there is no rule %q; did you mean %q?", id, near)
	}
	return fmt.Errorf("there is no rule %q; diptych check --explain lists them", id)
}

// listRules writes a line for each rule.
func listRules(out io.Writer) {
	for _, rule := range check.Rules() {
		fmt.Fprintf(out, "%-22s %-8s %s\n", rule.ID, rule.Severity, rule.Summary)
	}
}

// explainWidth is how many columns an explanation takes.
const explainWidth = 88

// explain writes what a rule finds, why, and two examples, in both languages.
func explain(out io.Writer, rule *check.Rule) {
	summary, reason := wording.Sprintf("%s", rule.Summary), wording.Sprintf("%s", rule.Reason)
	fmt.Fprintf(out, "%s (%s)\n", rule.ID, rule.Severity)
	for _, said := range [...][2]string{{summary.English, reason.English}, {summary.French, reason.French}} {
		fmt.Fprintf(out, "\n%s\n", strings.Join(wrap(capital(said[0])+". "+said[1], explainWidth), "\n"))
	}
	if rule.Mends() {
		fmt.Fprintln(out, "\n`diptych check --fix` mends it.")
	}
	examples := check.Examples(rule.ID)
	for _, bad := range [...]bool{true, false} {
		if e, found := plainest(examples, bad); found {
			showExample(out, e)
		}
	}
}

// plainest gives the example whose name is shortest, of those that are bad or good.
func plainest(examples []check.Example, bad bool) (plain check.Example, found bool) {
	for _, e := range examples {
		if e.Bad == bad && (!found || len(e.Name) < len(plain.Name)) {
			plain, found = e, true
		}
	}
	return plain, found
}

func showExample(out io.Writer, e check.Example) {
	head := "Right:"
	if e.Bad {
		head = "Found:"
	}
	fmt.Fprintf(out, "\n%s\n", head)
	for _, file := range e.Shown() {
		for i, line := range strings.Split(strings.TrimRight(file.Text, "\n"), "\n") {
			name := file.Name
			if i > 0 {
				name = ""
			}
			fmt.Fprintf(out, "    %-4s %s\n", name, line)
		}
	}
}

// capital gives a sentence its capital.
func capital(text string) string {
	for i, r := range text {
		if i == 0 {
			return strings.ToUpper(string(r)) + text[len(string(r)):]
		}
	}
	return text
}
