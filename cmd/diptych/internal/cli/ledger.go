package cli

import (
	"fmt"
	"slices"
	"time"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// desk is a site beside what was confirmed of it.
type desk struct {
	root string
	tree *source.Tree
	site *build.Site
	day  civil.Date
}

// openDesk reads a site, drafts included: halves are compared while they are written.
func openDesk(flags siteFlags, day civil.Date) (*desk, error) {
	root, tree, err := flags.read()
	if err != nil {
		return nil, err
	}
	return &desk{root, tree, build.Assemble(tree, site.Options{Day: day, Drafts: true}), day}, nil
}

func (d *desk) model() *site.Model { return d.site.Model() }

// find finds a pair by its key, or by one of its files. The error names the one that was meant.
func (d *desk) find(name string) (*site.Source, error) {
	key := keyOf(name)
	if pair, found := d.model().Source(key); found {
		return pair, nil
	}
	return nil, noPage(d.model(), name)
}

// findAll finds pairs by their names; all of them where none is named.
func (d *desk) findAll(names []string) ([]*site.Source, error) {
	if len(names) == 0 {
		return d.model().Sources(), nil
	}
	var pairs []*site.Source
	for _, name := range names {
		pair, err := d.find(name)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(pairs, func(p *site.Source) bool { return p.Key == pair.Key }) {
			pairs = append(pairs, pair)
		}
	}
	return pairs, nil
}

// standing is how a pair stands to its lock.
type standing struct {
	*site.Source
	compared *ledger.Comparison // nil where there is one half only, or one that can't be read
	problems []source.Problem   // what is wrong with the lock
}

// standings compares pairs with their locks, on all cores.
func (d *desk) standings(pairs []*site.Source) []standing {
	made := make([]standing, len(pairs))
	parallel.For(len(pairs), func(i int) { made[i] = d.standing(pairs[i]) })
	return made
}

func (d *desk) standing(pair *site.Source) standing {
	_, problems := ledger.Of(d.tree, pair.Key)
	return standing{Source: pair, compared: check.Compare(d.model(), pair), problems: problems}
}

// missing gives the language of the half that is not there, or "".
func missing(pair *site.Source) source.Lang {
	for _, lang := range source.Langs() {
		if pair.Front(lang) == nil {
			return lang
		}
	}
	return ""
}

// onlyHalf says why there is nothing to compare.
func onlyHalf(pair *site.Source) string {
	lang := missing(pair)
	switch {
	case lang == "":
		return "its front matter can't be read"
	case pair.Facts.Exempt != nil:
		return fmt.Sprintf("exempt from %s until %s", lang.Name(), pair.Facts.Exempt.Until)
	}
	return fmt.Sprintf("no %s half", lang.Name())
}

// stdoutPainter gives a printer that colours what goes to standard output, if that is a terminal.
func stdoutPainter(world World) *printer {
	world.Stderr = world.Stdout
	return newPrinter(world, false)
}

// daysAgo counts the days from one day to a later one; below 0 if it is an earlier one.
func daysAgo(day, today civil.Date) int {
	midnight := func(d civil.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
	return int(midnight(today).Sub(midnight(day)) / (24 * time.Hour))
}

// ago says when a day was.
func ago(day, today civil.Date) string {
	switch n := daysAgo(day, today); {
	case n == 0:
		return "today"
	case n < 0:
		return "in " + count(-n, "day")
	default:
		return count(n, "day") + " ago"
	}
}
