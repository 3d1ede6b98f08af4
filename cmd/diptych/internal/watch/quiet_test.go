package watch

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// told is a change and when it was taken, counted from the start.
type told struct {
	At     time.Duration
	Change Change
}

const ms = time.Millisecond

// TestSettle plays hints at given times to a receiver that is busy for a while after each change.
func TestSettle(t *testing.T) {
	every := func(pause time.Duration, count int) []time.Duration {
		var times []time.Duration
		for i := range count {
			times = append(times, time.Duration(i)*pause)
		}
		return times
	}
	tests := []struct {
		name string
		at   []time.Duration // when a hint comes; the second one names b.fr.md, all others a.fr.md
		busy time.Duration   // what each change costs the receiver
		want []told
	}{
		{"one", every(0, 1), 0, []told{{10 * ms, paths("a.fr.md")}}},
		{"a save in steps", every(8*ms, 3), 0, []told{{26 * ms, paths("a.fr.md", "b.fr.md")}}},
		{"two saves", []time.Duration{0, 15 * ms}, 0, []told{{10 * ms, paths("a.fr.md")}, {25 * ms, paths("b.fr.md")}}},
		{"a storm", every(6*ms, 35), 0, []told{ // the last at 204 ms
			{100 * ms, paths("a.fr.md", "b.fr.md")}, {202 * ms, paths("a.fr.md")}, {214 * ms, paths("a.fr.md")}}},
		{"two saves while busy", []time.Duration{0, 15 * ms, 40 * ms}, 100 * ms, []told{
			{10 * ms, paths("a.fr.md")}, {110 * ms, paths("a.fr.md", "b.fr.md")}}},
		{"a save that goes on when the receiver is back", []time.Duration{0, 20 * ms, 108 * ms}, 100 * ms, []told{
			{10 * ms, paths("a.fr.md")}, {118 * ms, paths("a.fr.md", "b.fr.md")}}},
		{"a storm while busy", every(6*ms, 50), 250 * ms, []told{ // the last at 294 ms
			{100 * ms, paths("a.fr.md", "b.fr.md")}, {350 * ms, paths("a.fr.md")}}},
		{"a storm that outlasts a busy receiver", every(6*ms, 60), 250 * ms, []told{ // the last at 354 ms
			{100 * ms, paths("a.fr.md", "b.fr.md")}, {350 * ms, paths("a.fr.md")}, {600 * ms, paths("a.fr.md")}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				if diff := cmp.Diff(test.want, play(t, test.at, test.busy)); diff != "" {
					t.Errorf("changes (-want +got):\n%s", diff)
				}
			})
		})
	}
}

func paths(paths ...string) Change { return Change{Paths: paths} }

// play gives the changes of the first second.
func play(t *testing.T, at []time.Duration, busy time.Duration) []told {
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	hints, settled, start := make(chan hint), make(chan *news), time.Now()
	go settle(ctx, hints, settled)
	go func() {
		for i, when := range at {
			time.Sleep(when - time.Since(start))
			name := map[bool]string{true: "b.fr.md", false: "a.fr.md"}[i == 1]
			before := time.Now()
			hints <- hint{path: name}
			if waited := time.Since(before); waited > 0 {
				t.Errorf("hint %d had to wait for %s", i, waited)
			}
		}
	}()
	var changes []told
	for {
		select {
		case <-ctx.Done():
			return changes
		case found := <-settled:
			changes = append(changes, told{time.Since(start), found.change()})
			time.Sleep(busy)
		}
	}
}

func TestNews(t *testing.T) {
	tests := []struct {
		hints []hint
		want  news
		told  Change
	}{
		{nil, news{}, Change{}},
		{[]hint{{path: "b"}, {path: "a"}, {path: "b"}},
			news{hints: map[string]hint{"a": {path: "a"}, "b": {path: "b"}}}, paths("a", "b")},
		{[]hint{{path: "é", came: true}, {path: "é"}, {path: "é", gone: true}},
			news{hints: map[string]hint{"é": {path: "é", came: true, gone: true}}}, paths("é")},
		{[]hint{{path: "é", gone: true}, {path: "é", came: true}},
			news{hints: map[string]hint{"é": {path: "é", came: true, gone: true}}}, paths("é")},
		{[]hint{{path: "a"}, {lost: true}},
			news{hints: map[string]hint{"a": {path: "a"}}, all: true, lost: true}, Change{All: true}},
	}
	for _, test := range tests {
		var got news
		for _, h := range test.hints {
			got.add(h)
		}
		if diff := cmp.Diff(fmt.Sprint(test.want), fmt.Sprint(got)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.hints, diff)
		}
		if diff := cmp.Diff(test.told, got.change()); diff != "" {
			t.Errorf("%v: change (-want +got):\n%s", test.hints, diff)
		}
		if got.empty() != (len(test.hints) == 0) {
			t.Errorf("%v: empty is %v", test.hints, got.empty())
		}
	}
}
