// Package watch says where to look again in a site's folder, and when it is quiet enough to look.
//
// The kernel's word is never trusted. An event only names a path; what stands there is for the receiver to find out,
// by content. That is what makes every way of saving a file work: a plain write, a backup and a rename, a temporary
// file moved over the old one. Three things follow from it:
//
//   - Folders are watched, never single files, since a file that is saved by renaming is another file afterwards.
//   - A new folder is watched before its path is told, so that what was put into it early is found by looking.
//   - Where events were lost or can't be had, the answer is the same: look at everything, at a bounded cost.
//
// A change walks through three goroutines: one takes the kernel's events, so that its queue stays short (events.go);
// one gathers them until it is quiet (quiet.go); one puts the watches in order and hands the change out (here and in
// folders.go). It imports none of the other rooms.
package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Change tells where to look again.
type Change struct {
	Paths []string // slash-separated, relative to the root; files or folders with all below, sorted, each once
	All   bool     // look at everything: events were lost, or it is a slow look; there are no Paths then
}

// Options tell what belongs to the site. Paths are slash-separated and relative to the root.
type Options struct {
	Folders []string // names of folders in the root, watched with all below; each may be missing and appear later
	Files   []string // names of single files in the root
	Hidden  []string // paths below Folders that belong although their name begins with a dot
	Poll    bool     // use no events of the kernel, only slow looks
}

// Watcher hands out changes until its context ends.
type Watcher struct {
	changes chan Change
	notices *notices
	pace    *pace
	folders *folders
	hints   chan hint
	looked  chan time.Duration
	ended   chan struct{}
	workers sync.WaitGroup
}

// Start watches the folder root until ctx ends. When it returns, the watches are in place: what is read from then on
// can't change unseen. The error is for a root that is no folder; that the kernel gives no events is only a notice.
func Start(ctx context.Context, root string, options Options) (*Watcher, error) {
	w, err := prepare(ctx, root, options)
	if err != nil {
		return nil, err
	}
	go w.run(ctx)
	return w, nil
}

// prepare puts the watches in place and lets events queue up.
func prepare(ctx context.Context, root string, options Options) (*Watcher, error) {
	info, err := os.Stat(root)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%q is not a folder", root)
	}
	w := &Watcher{changes: make(chan Change), notices: newNotices(), pace: newPace(), hints: make(chan hint),
		looked: make(chan time.Duration), ended: make(chan struct{})}
	w.folders = &folders{root: filepath.Clean(root), options: options, notices: w.notices}
	w.folders.attend = func(k *kernel) { w.workers.Go(func() { k.pump(ctx, w.folders, w.hints) }) }
	w.folders.follow(&news{all: true})
	return w, nil
}

// Changes gives the changes, one at a time. While the receiver is busy they add up to the next one; none is lost. The
// channel is closed when the context has ended and nothing is left running.
func (w *Watcher) Changes() <-chan Change { return w.changes }

// Notices gives what the user should know of how the site is watched, in plain English: one sentence without a full
// stop, each said once. It needs no receiver, and is closed together with Changes.
func (w *Watcher) Notices() <-chan string { return w.notices.out }

// Looked tells what the receiver's last look at everything cost. The next slow look comes 2 s later at the earliest, and
// 200 times that cost at the earliest, so that an idle preview takes at most half a percent of a core. A slow look that
// fell due meanwhile is taken back; for that, call it before the next change is received.
func (w *Watcher) Looked(cost time.Duration) {
	select {
	case w.looked <- cost:
	case <-w.ended:
	}
}

// run hands out what has settled, and a slow look now and then, until ctx ends.
func (w *Watcher) run(ctx context.Context) {
	defer w.end()
	settled := make(chan *news)
	w.workers.Go(func() { settle(ctx, w.hints, settled) })
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case cost := <-w.looked:
			w.pace.looked(cost)
		case found := <-settled:
			w.hand(ctx, found)
		case <-w.pace.timer.C:
			w.hand(ctx, &news{all: true, slow: true})
		}
	}
}

// hand puts the watches in order, so that what comes after the receiver's look is seen, and waits until it takes the
// change. Meanwhile other changes add up in settle.
func (w *Watcher) hand(ctx context.Context, found *news) {
	w.folders.follow(found)
	for {
		select {
		case <-ctx.Done():
			return
		case cost := <-w.looked:
			w.pace.looked(cost)
			if found.slow && len(found.hints) == 0 {
				return // the receiver has just looked
			}
		case w.changes <- found.change():
			if found.all {
				w.pace.again()
			}
			return
		}
	}
}

// end gives everything back.
func (w *Watcher) end() {
	close(w.ended)
	w.pace.timer.Stop()
	w.folders.close()
	w.workers.Wait()
	close(w.changes)
	close(w.notices.out)
}
