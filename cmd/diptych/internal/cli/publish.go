package cli

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/publish"
	"diptych/cmd/diptych/internal/source"
)

// runPublish puts a site into its folder, if nothing is wrong with it.
func runPublish(finished *build.Site, at publish.Place, started time.Time, print *printer) int {
	stage, err := publish.Open(print.world.Context, at, func(holder string) {
		print.note(fmt.Sprintf("another build is writing %q (%s): waiting for it", shown(at.Output), holder))
	})
	if err != nil {
		return print.failure(err)
	}
	var result publish.Result
	problems, err := render(finished, stage, print)
	if err == nil && !source.HasErrors(problems) {
		result, err = stage.Commit()
	}
	if err = errors.Join(err, stage.Discard()); err != nil {
		return print.failure(fmt.Errorf("%w; %s", err, state(at.Output, result.Singly)), problems...)
	}
	if source.HasErrors(problems) {
		print.problems(problems)
		print.refusal(problems, at.Output)
		return exitProblems
	}
	print.published(problems, result.Changes)
	print.success(finished, result, at.Output, print.world.Now().Sub(started))
	return exitOK
}

// state says what is in an output that was not published.
func state(output string, singly bool) string {
	if singly {
		return fmt.Sprintf("%q can't be exchanged as a whole, and some of its files may be new: build again", shown(output))
	}
	return kept(output)
}

// runComparison tells what publishing a site would change.
func runComparison(finished *build.Site, at publish.Place, print *printer) int {
	comparison, err := publish.Compare(at)
	if err != nil {
		return print.failure(err)
	}
	problems, err := render(finished, comparison, print)
	if err != nil {
		return print.failure(err, problems...)
	}
	if source.HasErrors(problems) {
		print.problems(problems)
		print.refusal(problems, at.Output)
		return exitProblems
	}
	changes, err := comparison.Changes()
	if err != nil {
		return print.failure(err, problems...)
	}
	print.published(problems, changes)
	print.planned(changes, at.Output)
	return exitOK
}

// render writes all outputs, with a line of progress on a terminal where it takes long.
func render(finished *build.Site, target build.Target, print *printer) ([]source.Problem, error) {
	var done atomic.Int64
	stop := print.progress(&done, len(finished.Paths()), time.Second)
	defer stop()
	return finished.All(print.world.Context, target, func() { done.Add(1) })
}
