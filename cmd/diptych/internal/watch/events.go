package watch

import (
	"context"
	"path/filepath"

	"github.com/fsnotify/fsnotify"
)

// kernel is one connection to the kernel's events.
type kernel struct{ *fsnotify.Watcher }

// connect asks the kernel for events. The error is the system's: too many connections, or none to be had.
func connect() (*kernel, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &kernel{watcher}, nil
}

// pump turns the kernel's events into hints until the connection is closed. It goes on taking events when ctx has ended:
// fsnotify may hold a lock while it hands out an error, and closing needs that lock.
func (k *kernel) pump(ctx context.Context, f *folders, hints chan<- hint) {
	errors := k.Errors
	for {
		var h hint
		var heard bool
		select {
		case event, open := <-k.Events:
			if !open {
				return
			}
			h, heard = f.hint(event)
		case _, open := <-errors:
			if !open {
				errors = nil
				continue
			}
			h, heard = hint{lost: true}, true // an overflow, or a reason to doubt the events all the same
		}
		if !heard {
			continue
		}
		select {
		case hints <- h:
		case <-ctx.Done():
		}
	}
}

// hint reads an event, or tells that it concerns nobody. Events that only tell of new rights or times (Chmod) concern
// nobody: indexers and backup programs cause many, and the words stay the same.
func (f *folders) hint(event fsnotify.Event) (hint, bool) {
	name, err := filepath.Rel(f.root, event.Name)
	if err != nil || event.Op == fsnotify.Chmod {
		return hint{}, false
	}
	gone := event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename)
	if name == "." {
		return hint{lost: gone}, gone
	}
	path := filepath.ToSlash(name)
	return hint{path: path, came: event.Has(fsnotify.Create), gone: gone}, f.options.belongs(path)
}
