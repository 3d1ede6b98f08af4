package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/publish"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// publication is a site on its way into its folder.
type publication struct {
	tree    *source.Tree
	options site.Options
	site    *build.Site // nil until it is known that it is needed
	at      publish.Place
	verify  bool // whether every output is made, also where that is not needed
	print   *printer
}

// unchanged tells whether a target holds the site as it is.
func (p *publication) unchanged(target build.Keeper) (build.Summary, bool) {
	if p.verify {
		return build.Summary{}, false
	}
	return build.Unchanged(target, p.tree, p.options)
}

// publish puts the site into its folder, if nothing is wrong with it.
func (p *publication) publish(started time.Time) int {
	print := p.print
	stage, err := publish.Open(print.world.Context, p.at, func(holder string) {
		print.note(fmt.Sprintf("another build is writing %q (%s): waiting for it, a minute at the most", shown(p.at.Output), holder))
	})
	if err != nil {
		return print.failure(err)
	}
	if summary, same := p.unchanged(stage); same {
		return p.rest(stage, summary, started)
	}
	var result publish.Result
	problems, held, err := p.render(stage)
	if err == nil && !source.HasErrors(problems) {
		result, err = stage.Commit()
	}
	if err = errors.Join(err, stage.Discard()); err != nil {
		return print.failure(wording.Errorf("%s; %s", told(err), state(p.at.Output, result.Singly)), problems...)
	}
	if source.HasErrors(problems) {
		return p.refuse(problems)
	}
	broken := p.broken(held, result.Changes)
	print.published(slices.Concat(problems, broken), result.Changes)
	print.success(p.site.Summary(), result, p.at.Output, print.world.Now().Sub(started))
	return codeOf(broken)
}

// rest leaves an output as it is.
func (p *publication) rest(stage *publish.Stage, summary build.Summary, started time.Time) int {
	result := publish.Result{Changes: publish.Changes{Kept: stage.Strangers()}}
	if err := stage.Discard(); err != nil {
		return p.print.failure(wording.Errorf("%s; %s", told(err), kept(p.at.Output)))
	}
	p.print.published(nil, result.Changes)
	p.print.success(summary, result, p.at.Output, p.print.world.Now().Sub(started))
	return exitOK
}

// refuse tells what is wrong with a site, and that it was not published.
func (p *publication) refuse(problems []source.Problem) int {
	p.print.problems(problems)
	p.print.refusal(problems, p.at.Output)
	return exitProblems
}

// broken tells of outputs that an earlier build had made of the same, and that are others now.
func (p *publication) broken(held []string, changes publish.Changes) []source.Problem {
	var problems []source.Problem
	for _, path := range held {
		if _, changed := slices.BinarySearch(changes.Changed, path); changed {
			problems = append(problems, source.Warnf("verify", p.site.Origin(path), "%q would have been kept, and is another when it is made anew", path).
				WithHint("this is a fault of diptych: please report it. What was made anew is right"))
		}
	}
	return source.Sort(problems)
}

func codeOf(problems []source.Problem) int {
	if len(problems) > 0 {
		return exitProblems
	}
	return exitOK
}

// state says what is in an output that was not published.
func state(output string, singly bool) wording.Sentence {
	if singly {
		return wording.Sprintf("some files of %q may be new: build again", shown(output))
	}
	return kept(output)
}

// told says in both languages why something failed: an error of ours says itself, that of a file system names the file.
func told(err error) wording.Sentence {
	reason := source.Reason(err)
	if errors.Is(err, syscall.ENOSPC) {
		reason = wording.Sprintf("%s; free some space and build again", reason)
	}
	var file *fs.PathError
	if errors.As(err, &file) {
		return wording.Sprintf("%q: %s", shown(file.Path), reason)
	}
	return reason
}

// compare tells what publishing the site would change.
func (p *publication) compare() int {
	print := p.print
	comparison, err := publish.Compare(p.at, print.world.Now())
	if err != nil {
		return print.failure(err)
	}
	if _, same := p.unchanged(comparison); same {
		changes := publish.Changes{Kept: comparison.Strangers()}
		print.published(nil, changes)
		print.planned(changes, p.at.Output)
		return exitOK
	}
	problems, held, err := p.render(comparison)
	if err != nil {
		return print.failure(err, problems...)
	}
	if source.HasErrors(problems) {
		return p.refuse(problems)
	}
	changes, err := comparison.Changes()
	if err != nil {
		return print.failure(err, problems...)
	}
	broken := p.broken(held, changes)
	print.published(slices.Concat(problems, broken), changes)
	print.planned(changes, p.at.Output)
	return codeOf(broken)
}

// render makes the outputs, with a line of progress on a terminal where it takes long. Held are those that were made although what
// is there could have been kept.
func (p *publication) render(target build.Keeper) (problems []source.Problem, held []string, err error) {
	if p.site == nil {
		p.site = build.Assemble(p.tree, p.options)
	}
	var done atomic.Int64
	stop := p.print.progress(&done, len(p.site.Paths()), time.Second)
	defer stop()
	count := func() { done.Add(1) }
	if !p.verify {
		problems, err = p.site.Renew(p.print.world.Context, target, count)
		return problems, nil, err
	}
	var mu sync.Mutex
	problems, err = p.site.Verify(p.print.world.Context, target, func(path string) {
		mu.Lock()
		defer mu.Unlock()
		held = append(held, path)
	}, count)
	return problems, held, err
}
