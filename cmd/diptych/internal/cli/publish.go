package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"sync/atomic"
	"syscall"
	"time"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/publish"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// runPublish puts a site into its folder, if nothing is wrong with it.
func runPublish(finished *build.Site, at publish.Place, started time.Time, print *printer) int {
	stage, err := publish.Open(print.world.Context, at, func(holder string) {
		print.note(fmt.Sprintf("another build is writing %q (%s): waiting for it, a minute at the most", shown(at.Output), holder))
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
		return print.failure(wording.Errorf("%s; %s", told(err), state(at.Output, result.Singly)), problems...)
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

// runComparison tells what publishing a site would change.
func runComparison(finished *build.Site, at publish.Place, print *printer) int {
	comparison, err := publish.Compare(at, print.world.Now())
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
