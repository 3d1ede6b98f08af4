// Package parallel does independent pieces of work on all cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// For calls do once for each i from 0 to n-1, on as many goroutines as Go uses cores, and returns when all are done. The
// order is not given, so do must write its result where no other call writes: results[i].
func For(n int, do func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	workers.Wait()
}

// Do calls functions that know nothing of each other, as For does, and returns when all are done.
func Do(work ...func()) { For(len(work), func(i int) { work[i]() }) }
