package serve

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestListenNext takes the next port where one is in use.
func TestListenNext(t *testing.T) {
	first, note, err := Listen("127.0.0.1:0")
	if err != nil || note != "" {
		t.Fatal(note, err)
	}
	defer first.Close()
	port := first.Addr().(*net.TCPAddr).Port
	second, note, err := Listen(first.Addr().String())
	if err != nil {
		t.Skipf("the ports after %d are in use: %v", port, err)
	}
	defer second.Close()
	taken := second.Addr().(*net.TCPAddr).Port
	if taken <= port || taken > port+portsToTry {
		t.Errorf("after port %d it took port %d", port, taken)
	}
	if want := fmt.Sprintf("port %d is in use: this is port %d", port, taken); note != want {
		t.Errorf("the note is %q, want %q", note, want)
	}
}

func TestListenFails(t *testing.T) {
	for _, address := range []string{"127.0.0.1", "127.0.0.1:99999", "192.0.2.1:0", "127.0.0.1:http:x"} {
		if listener, note, err := Listen(address); err == nil || note != "" {
			listener.Close()
			t.Errorf("%q can be listened at: %q", address, note)
		}
	}
	blocked, err := net.Listen("tcp", "127.0.0.1:65535")
	if err != nil {
		t.Skip("the last port is in use")
	}
	defer blocked.Close()
	if _, _, err := Listen("127.0.0.1:65535"); err == nil || !strings.Contains(err.Error(), "port 65535 is in use") {
		t.Errorf("the error is %v", err)
	}
}

// TestServeEnds ends a preview with an idle connection, an unused one, a request half sent and an open stream.
func TestServeEnds(t *testing.T) {
	before := runtime.NumGoroutine()
	listener, _, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := New(Options{Now: time.Now})
	s.show(atelier())
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, listener) }()
	host := listener.Addr().String()
	idle := dial(t, host, "GET /fr/ HTTP/1.1\r\nHost: "+host+"\r\n\r\n")
	stream := dial(t, host, "GET /_diptych/events HTTP/1.1\r\nHost: "+host+"\r\n\r\n")
	for _, conn := range []net.Conn{idle, stream} {
		if response, err := http.ReadResponse(bufio.NewReader(conn), nil); err != nil || response.StatusCode != 200 {
			t.Fatal(response, err)
		}
	}
	dial(t, host, "")
	dial(t, host, "GET /fr/ HT")
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
	if _, err := io.Copy(io.Discard, stream); err != nil {
		t.Errorf("the stream ended with %v", err)
	}
	if _, err := net.Dial("tcp", host); err == nil {
		t.Error("something still listens")
	}
	s.show(atelier()) // does nothing
	backTo(t, before)
}

func dial(t *testing.T, host, text string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
	return conn
}

// brokenListener fails at once.
type brokenListener struct{ net.Listener }

func (brokenListener) Accept() (net.Conn, error) { return nil, errors.New("no more descriptors") }

func TestListenerFails(t *testing.T) {
	listener, _, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	err = New(Options{Now: time.Now}).Serve(context.Background(), brokenListener{listener})
	if err == nil || err.Error() != "no more descriptors" {
		t.Errorf("it ended with %v", err)
	}
}

// TestLimits holds the limits on connections; that the library keeps them is its own affair.
func TestLimits(t *testing.T) {
	server := New(Options{Now: time.Now}).httpServer()
	if most := max(server.ReadHeaderTimeout, server.ReadTimeout, server.WriteTimeout); most > 10*time.Second {
		t.Errorf("slow clients are kept for %v", most)
	}
	if p := server.Protocols; server.MaxHeaderBytes != 16<<10 || p.HTTP2() || p.UnencryptedHTTP2() || !p.HTTP1() {
		t.Errorf("the server is %+v", server)
	}
}

// TestPanic passes on what went wrong with ourselves, and nothing else.
func TestPanic(t *testing.T) {
	d := &diary{}
	site := atelier().with(func(*fake) {})
	site.onOutput = func(string) { panic("étrange") }
	p := run(t, d.options(), site)
	if _, err := p.client.Get("http://" + p.host + "/fr/"); err == nil {
		t.Error("a page was sent")
	}
	p.raw(t, "\x16\x03\x01\r\n\r\n")
	p.Close() // the sweep must not meet the same
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.logs) != 1 || !strings.Contains(d.logs[0], "étrange") {
		t.Errorf("the log is %q", d.logs)
	}
}
