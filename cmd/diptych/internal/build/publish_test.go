package build

import (
	"context"
	"io"
	"sync/atomic"
	"testing"
)

// stopping is a target that ends the build at its third file.
type stopping struct {
	*memory
	created atomic.Int32
	stop    func()
}

func (s *stopping) Create(path string) (io.WriteCloser, error) {
	if s.created.Add(1) == 3 {
		s.stop()
	}
	return s.memory.Create(path)
}

// TestAllIsInterrupted holds that a build ends soon after its context, and says that it is not whole.
func TestAllIsInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	s := sample(t, ownHost, nil)
	target := &stopping{memory: &memory{files: map[string]string{}}, stop: stop}
	_, err := s.All(ctx, target, func() {})
	if err == nil || err.Error() != "interrupted" {
		t.Errorf("the error is %v", err)
	}
	if len(target.files) == len(s.Paths()) {
		t.Errorf("all %d outputs were made", len(target.files))
	}
}
