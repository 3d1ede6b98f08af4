package serve

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"sync"
)

// client is one open event stream.
type client struct {
	hub  *hub
	conn net.Conn

	mu      sync.Mutex
	header  http.Header // of the answer; nil once it is sent
	due     event       // what it has not been told yet
	number  uint64      // of the generation
	writing bool        // whether a goroutine is writing to it
}

// wait waits until the client leaves, or sends what it has no reason to send, and frees all that it costs.
func (c *client) wait() {
	_, _ = c.conn.Read(make([]byte, 1))
	c.conn.Close()
	c.hub.remove(c)
}

// tell has an event written, together with others that the client has not been told yet. The hub is locked.
func (c *client) tell(what event, number uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.due |= what
	c.number = number
	if !c.writing {
		c.writing = true
		c.hub.group.Go(c.write)
	}
}

// write writes what is due until nothing is. A client that is too slow to take it is let go; its browser comes back by
// itself.
func (c *client) write() {
	for text := c.take(); text != nil; text = c.take() {
		_ = c.conn.SetWriteDeadline(c.hub.now().Add(patience)) // fails on a closed connection only, as does the next line
		if _, err := c.conn.Write(text); err != nil {
			c.conn.Close()
			return // writing stays true: nobody is to try again
		}
	}
}

// take gives the text of what is due, which then no longer is; nil if nothing is.
func (c *client) take() []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.due == 0 {
		c.writing = false
		return nil
	}
	text := stream(c.header, c.due, c.number)
	c.header, c.due = nil, 0
	return text
}

// stream writes events as text/event-stream (HTML Living Standard, 9.2.6), after the head of the answer if there is one.
// The answer has no length: it ends with the connection.
func stream(header http.Header, due event, number uint64) []byte {
	var out bytes.Buffer
	if header != nil {
		out.WriteString("HTTP/1.1 200 OK\r\n")
		_ = header.Write(&out) // to memory
		out.WriteString("\r\nretry: 1000\n\n")
	}
	switch {
	case due&generationEvent != 0: // whoever asks for the page again asks for its problems too
		fmt.Fprintf(&out, "event: generation\ndata: %d\n\n", number)
	case due&problemsEvent != 0:
		fmt.Fprintf(&out, "event: problems\ndata: %d\n\n", number)
	default:
		out.WriteString(":\n\n")
	}
	return out.Bytes()
}
