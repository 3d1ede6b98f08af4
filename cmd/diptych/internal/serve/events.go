package serve

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// The times of the event stream: how long a client may take to take what it is sent, and how often one that hears
// nothing is sent a comment, so that no box on the way takes the connection for dead.
const (
	patience  = 5 * time.Second
	heartbeat = 30 * time.Second
)

// event is what a client can be told. Several that have not been told yet are one set.
type event uint8

const (
	generationEvent event = 1 << iota // there is a new generation
	problemsEvent                     // more is known about the problems of this generation
	beatEvent                         // nothing
)

// hub tells its clients of events. Each client costs a connection and one goroutine that waits for it to leave; to write
// to it, another one comes and goes. So a client that doesn't read delays nobody, and what it has missed is one event.
type hub struct {
	now func() time.Time

	mu      sync.Mutex
	closed  bool
	number  uint64 // of the generation
	clients map[*client]struct{}
	beat    *time.Timer // runs while there are clients; nil before the first
	group   sync.WaitGroup
}

func newHub(now func() time.Time) *hub { return &hub{now: now, clients: map[*client]struct{}{}} }

// tell tells all clients of an event, and returns at once.
func (h *hub) tell(what event, number uint64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return
	}
	h.number = number
	h.tellAll(what)
}

func (h *hub) tellAll(what event) {
	for c := range h.clients {
		c.tell(what, h.number)
	}
}

// pulse sends a comment to all clients, and again for as long as there are any.
func (h *hub) pulse() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed || len(h.clients) == 0 {
		return
	}
	h.tellAll(beatEvent)
	h.beat.Reset(heartbeat)
}

// add takes a connection over, whose request has been read, and tells it of the generation. It is not ok once the hub is
// closed; the connection is then the caller's still.
func (h *hub) add(conn net.Conn, header http.Header) (ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return false
	}
	c := &client{hub: h, conn: conn, header: header}
	h.clients[c] = struct{}{}
	if len(h.clients) == 1 {
		h.startBeat()
	}
	h.group.Go(c.wait)
	c.tell(generationEvent, h.number)
	return true
}

func (h *hub) startBeat() {
	if h.beat == nil {
		h.beat = time.AfterFunc(heartbeat, h.pulse)
		return
	}
	h.beat.Reset(heartbeat)
}

func (h *hub) remove(c *client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.clients, c)
	if len(h.clients) == 0 {
		h.beat.Stop()
	}
}

// close lets all clients go, and waits until they are gone.
func (h *hub) close() {
	h.mu.Lock()
	h.closed = true
	if h.beat != nil {
		h.beat.Stop()
	}
	for c := range h.clients {
		c.conn.Close()
	}
	h.mu.Unlock()
	h.group.Wait()
}
