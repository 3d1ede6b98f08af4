package watch

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestPoll gives the time between slow looks, by what each costs. Nothing is real but the root: time is the test's.
func TestPoll(t *testing.T) {
	tests := []struct {
		name string
		cost []time.Duration // of each look
		want []time.Duration // when each is asked for, counted from the start
	}{
		{"nothing", []time.Duration{0, 0, 0}, []time.Duration{2 * time.Second, 4 * time.Second, 6 * time.Second}},
		{"little", []time.Duration{10 * ms, 10 * ms}, []time.Duration{2 * time.Second, 4010 * ms}},
		{"much", []time.Duration{50 * ms, 50 * ms, 5 * ms, 0},
			[]time.Duration{2 * time.Second, 12050 * ms, 22100 * ms, 24105 * ms}},
		{"more than the least wait", []time.Duration{3 * time.Second, 0}, []time.Duration{2 * time.Second, 605 * time.Second}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root := t.TempDir()
			synctest.Test(t, func(t *testing.T) {
				if diff := cmp.Diff(test.want, looks(t, root, test.cost)); diff != "" {
					t.Errorf("looks (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// looks gives when the slow looks of these costs are asked for.
func looks(t *testing.T, root string, costs []time.Duration) []time.Duration {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	start := time.Now()
	watcher, err := Start(ctx, root, Options{Folders: []string{"content"}, Poll: true})
	if err != nil {
		t.Fatal(err)
	}
	var times []time.Duration
	for _, cost := range costs {
		change := <-watcher.Changes()
		times = append(times, time.Since(start))
		if diff := cmp.Diff(Change{All: true}, change); diff != "" {
			t.Errorf("change (-want +got):\n%s", diff)
		}
		time.Sleep(cost)
		watcher.Looked(cost)
	}
	cancel()
	for range watcher.Changes() { // one may have been on its way
		continue
	}
	if notice, open := <-watcher.Notices(); open {
		t.Errorf("notice: %s", notice)
	}
	return times
}

// TestPollWithoutWord holds that slow looks go on when the receiver does not tell what they cost.
func TestPollWithoutWord(t *testing.T) {
	root := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		start := time.Now()
		watcher, err := Start(ctx, root, Options{Poll: true})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 5 {
			<-watcher.Changes()
			if got, want := time.Since(start), time.Duration(i+1)*leastWait; got != want {
				t.Errorf("look %d is asked for after %s, want %s", i, got, want)
			}
		}
	})
}

// TestSlowLookBesidesEvents changes a file of which no event tells, and waits for the slow look in real time.
func TestSlowLookBesidesEvents(t *testing.T) {
	m := newMirror(t)
	m.watcher.folders.close() // as if the kernel had nothing to tell
	m.watcher.Looked(0)
	m.write("content/index.fr.md", "À bientôt")
	m.await()
	if diff := cmp.Diff([]Change{{All: true}}, m.heard); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	m.watcher.Looked(1000 * time.Hour)
	m.write("content/index.fr.md", "Le noyau raconte de nouveau")
	m.await()
	if diff := cmp.Diff([]Change{{All: true}, paths("content/index.fr.md")}, m.heard); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}
