package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestAwait reads a page that comes to say what is waited for, over one connection.
func TestAwait(t *testing.T) {
	var asked atomic.Int64
	clients := make(chan string, 8)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		clients <- r.RemoteAddr
		switch asked.Add(1) {
		case 1:
			http.Error(w, "marque-été", http.StatusInternalServerError) // a page of an error is not the page
		case 2:
			fmt.Fprint(w, "<p>avant</p>")
		default:
			fmt.Fprint(w, "<p>marque-été</p>")
		}
	}))
	defer server.Close()
	r := newReader()
	defer r.close()
	alive := func() error { return nil }
	if err := r.await(t.Context(), server.URL, "marque-été", time.Now().Add(time.Minute), alive); err != nil {
		t.Fatal(err)
	}
	if n := asked.Load(); n != 3 {
		t.Errorf("the page was asked for %d times", n)
	}
	for first, i := <-clients, 1; i < 3; i++ {
		if client := <-clients; client != first {
			t.Errorf("it was asked for by %s and by %s", first, client)
		}
	}
	if err := r.await(t.Context(), server.URL, "jamais", time.Now(), alive); err == nil {
		t.Error("what is never said was read")
	}
	gone := errors.New("gone")
	dead := func() error { return gone }
	if err := r.await(t.Context(), server.URL, "jamais", time.Now().Add(time.Minute), dead); err != gone {
		t.Errorf("of a server that is gone it says %v", err)
	}
}

// TestEar hears the generations of a stream, and nothing else.
func TestEar(t *testing.T) {
	next := make(chan string)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		fmt.Fprint(w, "retry: 1000\n\nevent: generation\ndata: 1\n\n")
		for text := range next {
			fmt.Fprint(w, text)
			_ = http.NewResponseController(w).Flush()
		}
	}))
	defer server.Close()
	go func() {
		next <- ":\n\nevent: problems\ndata: 1\n\n"
		next <- "event: generation\ndata: 2\n\n"
		close(next)
	}()
	deadline := time.Now().Add(time.Minute)
	e, err := listen(strings.TrimPrefix(server.URL, "http://"), "/events", deadline)
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	if err := e.hear(deadline); err != nil {
		t.Error(err)
	}
	if err := e.hear(deadline); err == nil {
		t.Error("it hears a third generation")
	}
}

// TestProcess reads what this process costs.
func TestProcess(t *testing.T) {
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("there is no /proc")
	}
	pid := os.Getpid()
	before, err := cpu(pid)
	if err != nil {
		t.Fatal(err)
	}
	had := before
	for begun := time.Now(); had == before && time.Since(begun) < time.Minute; {
		if had, err = cpu(pid); err != nil {
			t.Fatal(err)
		}
	}
	if had <= before {
		t.Errorf("a minute of work took %v", had-before)
	}
	if most, err := peak(pid); err != nil || most < 1 || most > 10_000 {
		t.Errorf("the most memory is %v MiB, %v", most, err)
	}
	open, err := descriptors(pid)
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if more, err := descriptors(pid); err != nil || more != open+1 {
		t.Errorf("%d descriptors with one more than %d, %v", more, open, err)
	}
}
