package serve

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// hall is a listener whose connections are in memory, so that time in it is that of the test.
type hall struct {
	conns chan net.Conn
	shut  chan struct{}
}

// seat is a connection in a hall.
type seat struct{ net.Conn }

func (seat) LocalAddr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1313} }

func (h hall) Accept() (net.Conn, error) {
	select {
	case conn := <-h.conns:
		return conn, nil
	case <-h.shut:
		return nil, net.ErrClosed
	}
}

func (h hall) Close() error { close(h.shut); return nil }

func (hall) Addr() net.Addr { return seat{}.LocalAddr() }

// enter opens a connection and sends a text.
func (h hall) enter(t *testing.T, text string) net.Conn {
	ours, theirs := net.Pipe()
	h.conns <- seat{theirs}
	if _, err := io.WriteString(ours, text); err != nil {
		t.Fatal(err)
	}
	return ours
}

// TestSlowClients has 500 clients dawdle, by sending or by taking: others are answered at once, and they are let go.
func TestSlowClients(t *testing.T) {
	const ask = "GET /grand.txt HTTP/1.1\r\nHost: localhost:1313\r\n\r\n"
	tests := []struct {
		name, text string
		read       int // how many bytes it takes
		patience   time.Duration
	}{
		{"nothing sent", "", 0, headerTime},
		{"half a line sent", ask[:10], 0, headerTime},
		{"half a head sent", ask[:40], 0, headerTime},
		{"nothing taken", ask, 0, writeTime},
		{"a little taken", ask, 100, writeTime},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := hall{make(chan net.Conn), make(chan struct{})}
				s := New(Options{Now: time.Now})
				s.show(atelier().with(func(f *fake) { f.texts["grand.txt"] = strings.Repeat("é", 1<<16) }))
				ctx, cancel := context.WithCancel(t.Context())
				ended := make(chan error, 1)
				go func() { ended <- s.Serve(ctx, h) }()

				start := time.Now()
				slow := make([]net.Conn, 500)
				for i := range slow {
					slow[i] = h.enter(t, test.text)
					if _, err := io.CopyN(io.Discard, slow[i], int64(test.read)); err != nil {
						t.Fatal(err)
					}
				}
				quick := h.enter(t, "GET /fr/ HTTP/1.1\r\nHost: localhost:1313\r\nConnection: close\r\n\r\n")
				if response, err := http.ReadResponse(bufio.NewReader(quick), nil); err != nil || response.StatusCode != 200 {
					t.Fatal(response, err)
				}
				if waited := time.Since(start); waited != 0 {
					t.Errorf("a page was answered after %v", waited)
				}
				time.Sleep(test.patience)
				synctest.Wait()
				for _, conn := range slow {
					if _, err := conn.Write([]byte("x")); err == nil {
						t.Fatal("a slow client is still there")
					}
				}
				cancel()
				if err := <-ended; err != nil {
					t.Error(err)
				}
				quick.Close()
			})
		})
	}
}
