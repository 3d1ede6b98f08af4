package picture

import "sync"

// memory hands out a number of bytes to those who ask, in the order in which they ask.
type memory struct {
	lock    sync.Mutex
	whole   int64
	free    int64
	waiting []*claim
}

// claim is what somebody waits for.
type claim struct {
	bytes   int64
	granted chan struct{}
}

func newMemory(bytes int64) *memory {
	bytes = max(bytes, 1)
	return &memory{whole: bytes, free: bytes}
}

// take waits until so many bytes are free, all of them if more are asked for, and gives what gives them back. Nobody
// overtakes: a large picture would wait for the end of all small ones.
func (m *memory) take(bytes int64) (giveBack func()) {
	c := &claim{min(bytes, m.whole), make(chan struct{})}
	m.lock.Lock()
	m.waiting = append(m.waiting, c)
	m.grant()
	m.lock.Unlock()
	<-c.granted
	return func() {
		m.lock.Lock()
		defer m.lock.Unlock()
		m.free += c.bytes
		m.grant()
	}
}

// grant gives those who wait longest what they wait for. The lock is held.
func (m *memory) grant() {
	for len(m.waiting) > 0 && m.waiting[0].bytes <= m.free {
		m.free -= m.waiting[0].bytes
		close(m.waiting[0].granted)
		m.waiting = m.waiting[1:]
	}
}
