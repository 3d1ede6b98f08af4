package cli

import (
	"fmt"
	"os"
	"slices"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/save"
	"diptych/cmd/diptych/internal/source"
)

// plan is a lock that is to be written.
type plan struct {
	standing
	lock  ledger.Lock
	whole bool         // whether all of the pair is confirmed, and not only some lines
	alone []source.Pos // of the blocks without an answer that are confirmed to stand alone
}

// planAll makes the locks of what is to be confirmed, one for each pair, in the order in which these are named. Nothing is
// written before it is known that all lines are found.
func (d *desk) planAll(targets []target, what ledger.Confirmation) ([]*plan, error) {
	var plans []*plan
	byKey := map[string]*plan{}
	for _, t := range targets {
		p := byKey[t.Key]
		if p == nil {
			p = &plan{standing: d.standing(t.Source)}
			if p.compared != nil {
				p.lock = p.compared.Lock
			}
			plans, byKey[t.Key] = append(plans, p), p
		}
		if err := p.add(t, what); err != nil {
			return nil, err
		}
	}
	return plans, nil
}

// add confirms a target.
func (p *plan) add(t target, what ledger.Confirmation) error {
	if p.whole = p.whole || t.line == 0; p.compared == nil {
		return nil
	}
	c := ledger.Compare(p.lock, p.compared.Pair)
	if t.line == 0 {
		p.lock = c.All(what)
		return nil
	}
	index, err := lineOf(c, t)
	if err != nil {
		return err
	}
	p.lock = c.One(index, what)
	if row := c.Rows[index]; !row.IsPair() {
		for _, lang := range source.Langs() {
			if b := c.Block(row.Row, lang); b != nil {
				p.alone = append(p.alone, b.Pos)
			}
		}
	}
	return nil
}

// settles tells whether an error is of a block that has no answer, which is what is confirmed to be right.
func (p *plan) settles(problem source.Problem) bool {
	return check.IsOfLack(problem) && slices.ContainsFunc(p.alone, func(pos source.Pos) bool {
		return pos.File == problem.Pos.File && pos.Line == problem.Pos.Line
	})
}

// lineOf finds the row that a line belongs to.
func lineOf(c *ledger.Comparison, t target) (int, error) {
	index, found := c.At(t.file, t.line)
	switch {
	case found == 0:
		return 0, fmt.Errorf("%s: no block stands in line %d", t.name, t.line)
	case found > 1 && t.file == "":
		return 0, fmt.Errorf("%s: line %d is in another block of each half; name the file, as content/%s.fr.md:%d",
			t.name, t.line, t.Key, t.line)
	}
	return index, nil
}

// recorder writes locks, and says what it recorded.
type recorder struct {
	*desk
	root  *os.Root
	print *printer
	quiet bool // whether only pairs of which something was recorded are told

	recorded, same, refused int
}

func (r *recorder) say(format string, args ...any) {
	fmt.Fprintf(r.print.world.Stdout, format+"\n", args...)
}

// write writes a lock if it is another one than there is.
func (r *recorder) write(p *plan) error {
	if p.compared == nil {
		if !r.quiet {
			r.say("%s: nothing to confirm: %s", p.Key, onlyHalf(p.Source))
		}
		return nil
	}
	path, text := ledger.File(p.Key), p.lock.String()
	if file, found := r.tree.File(path); found && file.Text() == text || !found && len(p.lock.Entries) == 0 {
		r.same++
		if !r.quiet {
			r.say("%s: nothing has changed since it was confirmed", p.Key)
		}
	} else {
		if err := save.File(r.root, r.tree.OnDisk(path), []byte(text)); err != nil {
			return err
		}
		r.recorded++
		r.say("%s: confirmed, %s", p.Key, count(fresh(p.compared, p.lock), "block"))
	}
	if p.whole {
		r.alone(ledger.Compare(p.lock, p.compared.Pair))
	}
	return nil
}

// fresh counts the entries of a lock that are not in the one before.
func fresh(c *ledger.Comparison, lock ledger.Lock) int {
	before := map[ledger.Entry]int{}
	for _, entry := range c.Lock.Entries {
		before[entry]++
	}
	n := 0
	for _, entry := range lock.Entries {
		if before[entry]--; before[entry] < 0 {
			n++
		}
	}
	return n
}

// alone tells of the blocks that could not be confirmed, since they have no answer.
func (r *recorder) alone(c *ledger.Comparison) {
	for _, row := range c.Rows {
		if row.State == ledger.Confirmed {
			continue
		}
		for _, lang := range source.Langs() {
			if b := c.Block(row.Row, lang); b != nil {
				place := fmt.Sprintf("%s:%d", b.Pos.File, b.Pos.Line)
				r.say("    %s has no answer in the %s half; if it is to stand alone: diptych confirm %s", place, lang.Other().Name(), place)
			}
		}
	}
}

// summary counts, where all pairs were asked for.
func (r *recorder) summary() {
	if r.quiet {
		r.say("%s confirmed, %d as before, %d refused", count(r.recorded, "page"), r.same, r.refused)
	}
}
