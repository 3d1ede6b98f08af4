package parallel

import (
	"fmt"
	"sync/atomic"
	"testing"
)

// TestForCallsEachIndexOnce counts into a slice without a lock for the results, as callers do; under -race it also
// shows that For's return comes after every write.
func TestForCallsEachIndexOnce(t *testing.T) {
	for _, n := range []int{-1, 0, 1, 2, 3, 7, 1000, 100_000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			calls := make([]int, max(n, 0))
			var total atomic.Int64
			For(n, func(i int) {
				calls[i]++
				total.Add(1)
			})
			if total.Load() != int64(len(calls)) {
				t.Errorf("%d calls, want %d", total.Load(), len(calls))
			}
			for i, count := range calls {
				if count != 1 {
					t.Fatalf("index %d was done %d times", i, count)
				}
			}
		})
	}
}

// TestForWithin nests one For in another, as a stage that divides its own work does.
func TestForWithin(t *testing.T) {
	var total atomic.Int64
	For(20, func(i int) { For(i, func(int) { total.Add(1) }) })
	if want := int64(20 * 19 / 2); total.Load() != want {
		t.Errorf("%d calls, want %d", total.Load(), want)
	}
}
