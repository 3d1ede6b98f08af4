package serve

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// listener is a client in memory.
type listener struct {
	net.Conn
	lines *bufio.Reader
}

// join adds a client to a hub.
func join(t *testing.T, h *hub) listener {
	t.Helper()
	ours, theirs := net.Pipe()
	if !h.add(theirs, http.Header{"X": {"y"}}) {
		t.Fatal("the hub is closed")
	}
	return listener{ours, bufio.NewReader(ours)}
}

// hear reads up to the end of an event.
func (l listener) hear(t *testing.T) string {
	t.Helper()
	var text strings.Builder
	for {
		line, err := l.lines.ReadString('\n')
		if err != nil {
			t.Fatalf("after %q: %v", text.String(), err)
		}
		if text.WriteString(line); line == "\n" {
			return text.String()
		}
	}
}

// greeted reads the head of the answer and what is told at the start.
func (l listener) greeted(t *testing.T, number int) listener {
	t.Helper()
	want := "HTTP/1.1 200 OK\r\nX: y\r\n\r\nretry: 1000\n\n"
	if got := l.hear(t); got != want {
		t.Fatalf("the answer begins with %q, want %q", got, want)
	}
	l.expect(t, generationText(number))
	return l
}

func (l listener) expect(t *testing.T, want string) {
	t.Helper()
	if got := l.hear(t); got != want {
		t.Fatalf("heard %q, want %q", got, want)
	}
}

func generationText(number int) string { return fmt.Sprintf("event: generation\ndata: %d\n\n", number) }

func (h *hub) count() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.clients)
}

// TestFanOut tells three clients of generations, of more problems, and of nothing for a while.
func TestFanOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHub(time.Now)
		h.tell(generationEvent, 7)
		var clients []listener
		for range 3 {
			clients = append(clients, join(t, h).greeted(t, 7))
		}
		h.tell(generationEvent, 8)
		for _, c := range clients {
			c.expect(t, generationText(8))
		}
		h.tell(problemsEvent, 8)
		for _, c := range clients {
			c.expect(t, "event: problems\ndata: 8\n\n")
		}
		start := time.Now()
		for i := 1; i <= 3; i++ {
			for _, c := range clients {
				c.expect(t, ":\n\n")
			}
			if waited := time.Since(start); waited != time.Duration(i)*heartbeat {
				t.Errorf("comment %d came after %v", i, waited)
			}
		}
		h.close()
	})
}

// TestCoalescing has a client that reads nothing hear of the last of many generations only.
func TestCoalescing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHub(time.Now)
		c := join(t, h).greeted(t, 0)
		for n := range 1000 {
			h.tell(generationEvent, uint64(n+1))
			h.tell(problemsEvent, uint64(n+1))
			if n == 0 {
				synctest.Wait() // the first is on its way
			}
		}
		c.expect(t, generationText(1))
		c.expect(t, generationText(1000))
		h.tell(generationEvent, 1001)
		c.expect(t, generationText(1001))
		h.close()
	})
}

// TestDeadClient has one client read nothing: others are told at once, and it is let go after the time it is given.
func TestDeadClient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHub(time.Now)
		dead, alive := join(t, h).greeted(t, 0), join(t, h).greeted(t, 0)
		start := time.Now()
		for n := 1; n <= 100; n++ {
			h.tell(generationEvent, uint64(n))
			alive.expect(t, generationText(n))
		}
		if waited := time.Since(start); waited != 0 {
			t.Errorf("the client that reads was told %v late", waited)
		}
		time.Sleep(patience - 1)
		if synctest.Wait(); h.count() != 2 {
			t.Error("the client that doesn't read was let go too early")
		}
		time.Sleep(time.Nanosecond)
		if synctest.Wait(); h.count() != 1 {
			t.Error("the client that doesn't read is still there")
		}
		if _, err := dead.Read(make([]byte, 1)); err != io.EOF {
			t.Errorf("its connection says %v", err)
		}
		h.tell(generationEvent, 101)
		alive.expect(t, generationText(101))
		h.close()
	})
}

// TestLeaving has clients leave, which frees them at once and ends the comments.
func TestLeaving(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHub(time.Now)
		first, second, chatty := join(t, h).greeted(t, 0), join(t, h), join(t, h).greeted(t, 0)
		first.Close()
		second.Close() // without having read anything
		if _, err := io.WriteString(chatty, "G"); err != nil {
			t.Fatal(err)
		}
		if synctest.Wait(); h.count() != 0 {
			t.Errorf("%d clients are left", h.count())
		}
		if h.beat.Stop() {
			t.Error("comments are still due, with nobody there")
		}
		h.tell(generationEvent, 1)
		again := join(t, h).greeted(t, 1)
		start := time.Now()
		again.expect(t, ":\n\n")
		if waited := time.Since(start); waited != heartbeat {
			t.Errorf("the comment came after %v", waited)
		}
		h.close()
	})
}

// TestClosedHub refuses clients once it is closed; closing it twice does no harm.
func TestClosedHub(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHub(time.Now)
		c := join(t, h).greeted(t, 0)
		h.close()
		h.close()
		if _, err := c.Read(make([]byte, 1)); err != io.EOF {
			t.Errorf("the client's connection says %v", err)
		}
		h.tell(generationEvent, 1)
		h.pulse()
		if ours, theirs := net.Pipe(); h.add(theirs, nil) {
			ours.Close()
			t.Error("a closed hub took a client")
		}
	})
}

// subscribe opens the stream of a preview over TCP, and reads the first event.
func (p *preview) subscribe(t testing.TB, path string) listener {
	t.Helper()
	conn, err := net.Dial("tcp", p.host)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n", path, p.host)
	l := listener{conn, bufio.NewReader(conn)}
	response, err := http.ReadResponse(l.lines, nil)
	if err != nil || response.StatusCode != 200 || response.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatalf("the stream is answered with %v, %v", response, err)
	}
	return l
}

// TestStream opens 200 streams over TCP, tells them of generations, and ends: every goroutine is given back.
func TestStream(t *testing.T) {
	before := runtime.NumGoroutine()
	t.Run("200 clients", func(t *testing.T) {
		p := run(t, Options{}, atelier().with(func(f *fake) { f.base = "/accra/" }))
		var clients []listener
		for range 200 {
			c := p.subscribe(t, "/accra/_diptych/events")
			defer c.Close()
			clients = append(clients, c)
		}
		for n := 1; n <= 4; n++ {
			var wave sync.WaitGroup
			for _, c := range clients {
				wave.Go(func() {
					if n == 1 {
						c.expect(t, "retry: 1000\n\n")
					}
					c.expect(t, generationText(n))
				})
			}
			wave.Wait()
			p.show(atelier().with(func(f *fake) { f.base = "/accra/" }))
		}
		if got := p.get(t, "/accra/fr/"); got.status != 200 {
			t.Errorf("a page is answered with %d", got.status)
		}
	})
	backTo(t, before)
}

// TestStreamHeaders reads the head of the stream as a browser does.
func TestStreamHeaders(t *testing.T) {
	p := run(t, Options{}, atelier())
	response, err := p.client.Get("http://" + p.host + "/_diptych/events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	checkIsolated(t, "the stream", response.Header)
	if response.Header.Get("Content-Type") != "text/event-stream" || response.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("the headers are %v", response.Header)
	}
	text := make([]byte, len("retry: 1000\n\n")+len(generationText(1)))
	if _, err := io.ReadFull(response.Body, text); err != nil || string(text) != "retry: 1000\n\n"+generationText(1) {
		t.Errorf("the stream begins with %q, %v", text, err)
	}
}

// backTo waits until no more goroutines run than before.
func backTo(t *testing.T, before int) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines run, %d did before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}
