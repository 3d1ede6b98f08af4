package watch

import (
	"errors"
	"fmt"
	"syscall"
)

// topic is what a notice is about. Each is spoken of once.
type topic int

const (
	topicEvents topic = iota
	topicWatches
	topicFolder
	topicElsewhere
	topics // how many there are
)

// instead ends a notice: what happens in place of events.
const instead = "is looked at every two seconds or more instead"

// notices is what there is to say of how the site is watched. There is room for all of it, so nothing waits for a
// listener.
type notices struct {
	out  chan string
	said [topics]bool
}

func newNotices() *notices { return &notices{out: make(chan string, topics)} }

func (n *notices) say(about topic, format string, args ...any) {
	if !n.said[about] {
		n.said[about] = true
		n.out <- fmt.Sprintf(format, args...)
	}
}

// noEvents says that the kernel gives no events at all.
func (n *notices) noEvents(err error) {
	advice := ""
	if errors.Is(err, syscall.EMFILE) {
		advice = "; on Linux, raise fs.inotify.max_user_instances or the limit of open files"
	}
	n.say(topicEvents, "the system gives no file events (%s), so the whole site %s%s", reason(err), instead, advice)
}

// unwatched says that a folder can't be watched, and why.
func (n *notices) unwatched(folder string, err error) {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
		n.say(topicWatches, "the system allows too few watches for all folders of the site, so what it leaves out %s; "+
			"on Linux, raise fs.inotify.max_user_watches", instead)
		return
	}
	n.say(topicFolder, "%q can't be watched (%s), so it %s", folder, reason(err), instead)
}

// elsewhere says that a folder lies where changes may come from another machine, of which this one's kernel knows
// nothing.
func (n *notices) elsewhere(folder, name string) {
	if n.said[topicElsewhere] {
		return
	}
	if system := shareOf(name); system != "" {
		n.say(topicElsewhere, "%q lies on %s, which may not tell of changes made elsewhere, so it %s", folder, system, instead)
	}
}

// reason is the system's own word for an error, without the names of calls around it.
func reason(err error) string {
	if errno, ok := errors.AsType[syscall.Errno](err); ok {
		return errno.Error()
	}
	return err.Error()
}
