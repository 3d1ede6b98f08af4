package serve

import (
	"context"
	"sync"
)

// gate counts the requests for which something is being made, so that work in the background can step aside for them.
// The zero gate is open.
type gate struct {
	mu      sync.Mutex
	running int
	idle    chan struct{} // closed when the last request ends; nil while none is running
}

func (g *gate) enter() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.running == 0 {
		g.idle = make(chan struct{})
	}
	g.running++
}

func (g *gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.running--; g.running == 0 {
		close(g.idle)
		g.idle = nil
	}
}

// wait waits until no request is running. It is not ok if the context is done first.
func (g *gate) wait(ctx context.Context) (ok bool) {
	for ctx.Err() == nil {
		g.mu.Lock()
		idle := g.idle
		g.mu.Unlock()
		if idle == nil {
			return true
		}
		select {
		case <-idle:
		case <-ctx.Done():
		}
	}
	return false
}
