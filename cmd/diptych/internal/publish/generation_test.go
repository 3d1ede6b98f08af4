package publish

import (
	"os"
	"testing"
	"time"
)

// TestTrusted holds that the earlier one of a manifest's times counts, and none that is still to come.
func TestTrusted(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2023, 12, 5, hour, 0, 0, 0, time.UTC) }
	tests := map[string]struct{ changed, written, now, want time.Time }{
		"as it was written":        {at(9), at(9), at(10), at(9)},
		"its rights were changed":  {at(9), at(8), at(10), at(8)},
		"its time was set forward": {at(8), at(9), at(10), at(8)},
		"the clock was set back":   {at(9), at(9), at(8), time.Time{}},
		"at this moment":           {at(9), at(9), at(9), at(9)},
		"nobody knows the time":    {at(9), at(9), time.Time{}, time.Time{}},
	}
	for what, test := range tests {
		if got := trusted(test.changed, test.written, test.now); !got.Equal(test.want) {
			t.Errorf("%s: %v, want %v", what, got, test.want)
		}
	}
}

// TestNow holds that the time of a build is that of its lock, and not one that an earlier build has left there.
func TestNow(t *testing.T) {
	root := site(t)
	output := root + "/public"
	mustBuild(t, output, root, editions[0])
	mustBuild(t, output, root, editions[1])
	before := mustOpen(t, output, root, nil)
	first := before.now()
	if err := before.Discard(); err != nil {
		t.Fatal(err)
	}
	put(t, root, "horloge", "")
	stage := mustOpen(t, output, root, nil)
	defer stage.Discard()
	clock, err := os.Stat(root + "/horloge")
	if err != nil {
		t.Fatal(err)
	}
	if now := stage.now(); now.Before(clock.ModTime()) || now.Before(first) {
		t.Errorf("now is %v, and was %v and %v before", now, first, clock.ModTime())
	}
}
