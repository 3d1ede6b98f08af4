//go:build !linux && !darwin

package publish

import (
	"io/fs"
	"time"
)

// exchange can't be had here: two renames and a repair stand in its place.
func exchange(string, string) error { return errNoExchange }

// syncAll can't be had here.
func syncAll(string) (done bool, err error) { return false, nil }

// hasMount can't be known here: that a folder can't be replaced is then seen when it is tried.
func hasMount(string) bool { return false }

// changeTime gives when a file was written last.
func changeTime(info fs.FileInfo) time.Time { return info.ModTime() }
