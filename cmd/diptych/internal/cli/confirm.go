package cli

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// confirmFlags are the flags of `diptych confirm`.
type confirmFlags struct {
	siteFlags
	minor, all, moved bool
}

func confirmCommand(world World, code *int) *cobra.Command {
	var flags confirmFlags
	command := &cobra.Command{
		Use:   "confirm KEY[:LINE]…",
		Short: "Record that both halves of a page say the same",
		Long: `Record in i18n/lock/KEY.toml that both halves of a page say the same today, block by block. With a
LINE, of one block alone. A page with errors is refused.

A block without an answer in the other half is recorded only where its line is named: then it is
to stand alone, and check tells of it no more until it changes.`,
		Example: `  diptych confirm preparatory-process/dhaka
  diptych confirm content/about.fr.md:12      # the block in that line, and its answer
  diptych confirm --minor about               # the page does not count as modified
  diptych confirm --all
  diptych confirm --moved visits/akra visits/accra`,
	}
	flags.add(command, "the `day` that is recorded")
	f := command.Flags()
	f.BoolVar(&flags.minor, "minor", false, "keep the days of what has changed: it is not new to readers")
	f.BoolVar(&flags.all, "all", false, "confirm all pages that have no errors")
	f.BoolVar(&flags.moved, "moved", false, "take what was confirmed of the page OLD for that of the page NEW")
	command.RunE = func(_ *cobra.Command, args []string) error {
		day, err := buildDay(flags.date, world)
		if err == nil {
			err = flags.check(args)
		}
		if err != nil {
			return err
		}
		print := newPrinter(world, false)
		desk, err := openDesk(flags.siteFlags, day)
		if err != nil {
			*code = print.failure(err)
			return nil
		}
		*code = desk.confirmCommand(flags, args, print)
		return nil
	}
	return command
}

// check finds flags and arguments that make no sense together.
func (f *confirmFlags) check(args []string) error {
	switch {
	case f.moved && (f.all || f.minor):
		return errors.New("--moved stands alone")
	case f.moved && len(args) != 2:
		return errors.New("--moved takes two keys, the old one and the new one")
	case f.all && len(args) > 0:
		return fmt.Errorf("--all takes no %q", args[0])
	case !f.all && len(args) == 0:
		return errors.New("confirm needs the key of a page, or --all")
	}
	return nil
}

func (d *desk) confirmCommand(flags confirmFlags, args []string, print *printer) int {
	root, err := os.OpenRoot(d.root)
	if err != nil {
		return print.failure(err)
	}
	defer root.Close()
	if flags.moved {
		err = d.moveLock(root, args[0], args[1], print)
	} else {
		err = d.confirm(root, args, ledger.Confirmation{Day: d.day, Minor: flags.minor}, print)
	}
	switch {
	case errors.Is(err, errRefused):
		return exitProblems
	case err != nil:
		return print.failure(err)
	}
	return exitOK
}

// errRefused says that a page was refused, and that its problems are told.
var errRefused = errors.New("refused")

// target is what is to be confirmed: a pair, or a line of it.
type target struct {
	*site.Source
	name string // as it was named
	file string // of the half that was named; empty if none was
	line int    // 0 for the whole pair
}

// targets finds what is named; all pairs where nothing is.
func (d *desk) targets(names []string) ([]target, error) {
	var targets []target
	for _, name := range names {
		path, line := cutLine(name)
		pair, err := d.find(path)
		if err != nil {
			return nil, err
		}
		t := target{Source: pair, name: name, line: line}
		for _, lang := range source.Langs() {
			if front := pair.Front(lang); front != nil && strings.HasSuffix(path, "."+string(lang)+".md") {
				t.file = front.File
			}
		}
		targets = append(targets, t)
	}
	if len(names) == 0 {
		for _, pair := range d.model().Sources() {
			targets = append(targets, target{Source: pair, name: pair.Key})
		}
	}
	return targets, nil
}

// cutLine takes the line, and a column behind it, off what an editor or a problem names: content/about.fr.md:12:5.
func cutLine(name string) (path string, line int) {
	for {
		before, number, found := cutLast(name, ":")
		n, err := strconv.Atoi(number)
		if !found || err != nil || n < 1 {
			return name, line
		}
		name, line = before, n
	}
}

func cutLast(text, separator string) (before, after string, found bool) {
	i := strings.LastIndex(text, separator)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(separator):], true
}

// confirm records what is named, but for pairs that have errors.
func (d *desk) confirm(root *os.Root, names []string, what ledger.Confirmation, print *printer) error {
	targets, err := d.targets(names)
	if err != nil {
		return err
	}
	plans, err := d.planAll(targets, what)
	if err != nil {
		return err
	}
	pairs := make([]*site.Source, len(plans))
	for i, p := range plans {
		pairs[i] = p.Source
	}
	wrong, err := d.pairErrors(print.world.Context, pairs)
	if err != nil {
		return err
	}
	for _, p := range plans {
		if wrong[p.Key] = slices.DeleteFunc(wrong[p.Key], p.settles); len(wrong[p.Key]) == 0 {
			delete(wrong, p.Key)
		}
	}
	r := &recorder{desk: d, root: root, print: print, quiet: len(names) == 0, refused: len(wrong)}
	for _, p := range plans {
		if len(wrong[p.Key]) == 0 {
			if err := r.write(p); err != nil {
				return err
			}
		}
	}
	r.summary()
	return refuse(wrong, print)
}

// refuse tells the errors of the pairs that were not confirmed.
func refuse(wrong map[string][]source.Problem, print *printer) error {
	if len(wrong) == 0 {
		return nil
	}
	print.problems(source.Sort(slices.Concat(slices.Collect(maps.Values(wrong))...)))
	fmt.Fprintf(print.world.Stderr, "not confirmed, until these errors are mended: %s\n",
		strings.Join(slices.Sorted(maps.Keys(wrong)), ", "))
	return errRefused
}
