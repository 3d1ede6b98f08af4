package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/source"
)

// statusFlags are the flags of `diptych status`.
type statusFlags struct {
	siteFlags
	format string
}

func statusCommand(world World, code *int) *cobra.Command {
	var flags statusFlags
	command := &cobra.Command{
		Use:   "status [KEY…]",
		Short: "Show which pages have changed in one half since both were confirmed",
		Long: `Show how each page stands to what was last confirmed of it: which half has changed since, in
how many blocks, and when the page was last confirmed. Typing, typography and the wrapping of
lines change nothing.

Without a KEY all pages are shown, drafts too. What has to follow is shown by diptych diff KEY.`,
		Example: `  diptych status
  diptych status preparatory-process/dhaka
  diptych status --format json                # for other programs`,
	}
	flags.add(command, "the `day` from which days are counted")
	command.Flags().StringVar(&flags.format, "format", "text", "how the pages are printed: `text|json`")
	command.RunE = func(_ *cobra.Command, args []string) error {
		day, err := buildDay(flags.date, world)
		if err != nil {
			return err
		}
		if flags.format != "text" && flags.format != "json" {
			return fmt.Errorf("--format is text or json, not %q", flags.format)
		}
		print := newPrinter(world, flags.format == "json")
		desk, err := openDesk(flags.siteFlags, day)
		if err == nil {
			err = desk.status(args, print)
		}
		if err != nil {
			*code = print.failure(err)
		}
		return nil
	}
	return command
}

// status prints how pairs stand to their locks.
func (d *desk) status(names []string, print *printer) error {
	pairs, err := d.findAll(names)
	if err != nil {
		return err
	}
	all := d.standings(pairs)
	var problems []source.Problem
	for _, s := range all {
		problems = append(problems, s.problems...)
	}
	if len(names) == 0 {
		problems = append(problems, ledger.Orphans(d.tree, d.hasPair)...)
	}
	if problems = source.Sort(problems); print.json {
		return d.statusJSON(all, problems, print)
	}
	print.problems(problems)
	lines := make([]statusLine, len(all))
	for i, s := range all {
		lines[i] = d.statusLine(s)
	}
	_, err = fmt.Fprint(print.world.Stdout, statusTable(lines, stdoutPainter(print.world))+statesOf(lines)+"\n")
	return err
}

func (d *desk) hasPair(key string) bool {
	pair, found := d.model().Source(key)
	return found && pair.Key == key
}

// statusLine is a line about a pair, in columns.
type statusLine struct{ state, colour, key, counts, day string }

// oneHalf is the state of a pair of which nothing can be compared.
const oneHalf = "one half"

func (d *desk) statusLine(s standing) statusLine {
	line := statusLine{key: s.Key}
	if s.Facts.Draft {
		line.key += " (draft)"
	}
	if s.compared == nil {
		line.state, line.counts = oneHalf, onlyHalf(s.Source)
		return line
	}
	state := s.compared.State()
	line.state, line.colour = string(state.Name()), "33"
	line.counts = changes(s.compared.Counts())
	if state == ledger.Confirmed {
		line.colour = "32"
	}
	if day := s.compared.Newest(); !day.IsZero() {
		line.day = day.String() + ", " + ago(day, d.day)
	}
	return line
}

// changes says how many blocks are not as they were confirmed.
func changes(n ledger.Counts) string {
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{{n.French, "in French"}, {n.English, "in English"}, {n.Both, "in both"}, {n.New, "new"}, {n.Gone, "gone"}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	return strings.Join(parts, ", ")
}

// widest is how wide a column may be, in runes. What is longer moves the rest of its line.
const widest = 48

// statusTable writes the lines in columns.
func statusTable(lines []statusLine, paint *printer) string {
	var widths [3]int
	for _, line := range lines {
		for i, cell := range []string{line.state, line.key, line.counts} {
			widths[i] = max(widths[i], min(utf8.RuneCountInString(cell), widest))
		}
	}
	var out strings.Builder
	for _, line := range lines {
		text := fmt.Sprintf("  %-*s  %-*s  %s", widths[1], line.key, widths[2], line.counts, line.day)
		state := fmt.Sprintf("%-*s", widths[0], line.state)
		if line.colour != "" {
			state = paint.coloured(line.colour, state)
		}
		out.WriteString(state + strings.TrimRight(text, " ") + "\n")
	}
	return out.String()
}

// statesOf counts the pairs by their states, in the order of these.
func statesOf(lines []statusLine) string {
	counts := map[string]int{}
	for _, line := range lines {
		counts[line.state]++
	}
	var parts []string
	for state := ledger.Confirmed; state <= ledger.Never; state++ {
		if name := string(state.Name()); counts[name] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[name], name))
		}
	}
	if counts[oneHalf] > 0 {
		parts = append(parts, fmt.Sprintf("%d with %s only", counts[oneHalf], oneHalf))
	}
	return strings.TrimSuffix(count(len(lines), "page")+": "+strings.Join(parts, ", "), ": ")
}
