package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/source"
)

func diffCommand(world World, code *int) *cobra.Command {
	var flags siteFlags
	command := &cobra.Command{
		Use:   "diff [KEY…]",
		Short: "Show what has changed in one half, beside what has to follow in the other",
		Long: `Show each block that has changed since both halves were confirmed, with what is new in it, and
the block of the other half that has to follow. No history is needed: the lock of the page,
i18n/lock/KEY.toml, knows which words are new and where words were taken out, but not which.

Without a KEY all pages are shown that were confirmed once.`,
		Example: `  diptych diff preparatory-process/dhaka
  diptych diff content/about.fr.md`,
	}
	flags.add(command, "the `day` for which the site is read")
	command.RunE = func(_ *cobra.Command, args []string) error {
		day, err := buildDay(flags.date, world)
		if err != nil {
			return err
		}
		print := newPrinter(world, false)
		desk, err := openDesk(flags, day)
		if err == nil {
			err = desk.diff(args, print)
		}
		if err != nil {
			*code = print.failure(err)
		}
		return nil
	}
	return command
}

// diff prints what has changed in pairs.
func (d *desk) diff(names []string, print *printer) error {
	pairs, err := d.findAll(names)
	if err != nil {
		return err
	}
	w := &diffWriter{paint: stdoutPainter(print.world)}
	var problems []source.Problem
	for _, s := range d.standings(pairs) {
		problems = append(problems, s.problems...)
		w.pair(s, len(names) > 0)
	}
	print.problems(source.Sort(problems))
	_, err = fmt.Fprint(print.world.Stdout, w.text())
	return err
}

// diffWriter writes what has changed.
type diffWriter struct {
	paint  *printer
	out    strings.Builder
	marked bool // whether anything is marked
}

// text gives all that was written, and says what its marks mean.
func (w *diffWriter) text() string {
	if w.marked && !w.paint.colour {
		w.out.WriteString("In [brackets]: what is new; [−2 words]: what was taken out there; [−·]: a mark was\n")
	}
	if w.out.Len() == 0 {
		return "Nothing has changed since it was confirmed.\n"
	}
	return w.out.String()
}

// pair writes a pair. Where it has nothing to show it says so if the pair was named.
func (w *diffWriter) pair(s standing, named bool) {
	state := ledger.Confirmed
	if s.compared != nil {
		state = s.compared.State()
	}
	switch {
	case s.compared == nil && named:
		fmt.Fprintf(&w.out, "%s: %s\n", s.Key, onlyHalf(s.Source))
	case state == ledger.Never && named:
		fmt.Fprintf(&w.out, "%s was never confirmed; once both halves say the same: diptych confirm %s\n", s.Key, s.Key)
	case state == ledger.Confirmed && named && s.compared != nil:
		fmt.Fprintf(&w.out, "%s: nothing has changed since %s\n", s.Key, s.compared.Newest())
	case s.compared != nil && state != ledger.Never:
		w.rows(s.compared)
	}
}

func (w *diffWriter) rows(c *ledger.Comparison) {
	for i := range c.Rows {
		if c.Rows[i].State != ledger.Confirmed {
			w.row(c, &c.Rows[i])
			w.out.WriteByte('\n')
		}
	}
	for _, entry := range c.Gone {
		fmt.Fprintf(&w.out, "%s\n    %s\n\n", w.paint.bold(fmt.Sprintf("gone since %s: %s", entry.Day, entry.Kind)), visible(entry.Words))
	}
}

// row writes a block that is not as it was confirmed. The half that has changed stands first.
func (w *diffWriter) row(c *ledger.Comparison, row *ledger.Row) {
	first := source.French
	if row.State == ledger.EnglishChanged {
		first = source.English
	}
	for _, lang := range []source.Lang{first, first.Other()} {
		w.half(c, row, lang)
	}
}

// half writes one half of a block.
func (w *diffWriter) half(c *ledger.Comparison, row *ledger.Row, lang source.Lang) {
	b := c.Block(row.Row, lang)
	if b == nil {
		w.absent(row, lang)
		return
	}
	change := ledger.Change{}
	said := "new"
	if row.State != ledger.New {
		said, change = w.since(c, row, lang)
	}
	fmt.Fprintf(&w.out, "%s %s\n", w.paint.bold(fmt.Sprintf("%s:%d:", b.Pos.File, b.Pos.Line)), said)
	for _, line := range markedText(b, change, w.paint) {
		w.out.WriteString("    " + line + "\n")
	}
	for _, i := range change.Links {
		link := &b.Links[i]
		said := map[bool]string{true: "the image", false: "the link"}[link.Image]
		fmt.Fprintf(&w.out, "    new: %s %q to %s\n", said, visible(link.Text), visible(link.Destination))
	}
}

// since says what became of one half of a block since it was confirmed.
func (w *diffWriter) since(c *ledger.Comparison, row *ledger.Row, lang source.Lang) (string, ledger.Change) {
	if !changedIn(row.State, lang) {
		return "is to follow", ledger.Change{}
	}
	if row.Was.Print(lang).Digest == "" {
		return fmt.Sprintf("new: on %s the other half was to stand alone", row.Was.Day), ledger.Change{}
	}
	change := c.Change(row, lang)
	said := fmt.Sprintf("%s changed since %s", lang.Name(), row.Was.Day)
	if change.IsZero() {
		said += ", in its kind, its level or its white space"
	}
	w.marked = w.marked || len(change.New)+len(change.Out) > 0
	return said, change
}

// changedIn tells whether a state says that a half has changed.
func changedIn(state ledger.State, lang source.Lang) bool {
	return state == ledger.BothChanged || state == ledger.FrenchChanged && lang == source.French ||
		state == ledger.EnglishChanged && lang == source.English
}

// absent says that a half of a block is not there.
func (w *diffWriter) absent(row *ledger.Row, lang source.Lang) {
	said := fmt.Sprintf("no answer in the %s half", lang.Name())
	if row.Was != nil && row.Was.Print(lang).Digest != "" {
		said = fmt.Sprintf("taken out of the %s half since %s; it began: %s", lang.Name(), row.Was.Day, visible(row.Was.Words))
	}
	fmt.Fprintf(&w.out, "%s\n", w.paint.bold(said))
}
