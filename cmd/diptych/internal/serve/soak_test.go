package serve

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// serveSoak is the preview of the soak, in a process of its own so that its memory can be measured: it prints its
// address, and publishes at each line that it reads.
func serveSoak() {
	listener, _, err := Listen("127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	s := New(Options{Now: time.Now})
	s.show(atelier())
	ctx, cancel := context.WithCancel(context.Background())
	fmt.Println(listener.Addr())
	go func() {
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			s.show(atelier())
		}
		cancel()
	}()
	_ = s.Serve(ctx, listener) // the tests see how it ends
}

// The soak: so many clients in so many waves, with the memory and the time that they may take.
const (
	crowd      = 10_000
	waves      = 3
	crowdBytes = 250 << 20
	crowdTime  = 500 * time.Millisecond
)

// TestSoak opens many streams in waves, tells all of them, and lets them go. It takes a minute and 10,000 descriptors, so
// it runs only with DIPTYCH_SOAK=1 in the environment; the times are printed and not judged, the memory is.
func TestSoak(t *testing.T) {
	if os.Getenv("DIPTYCH_SOAK") == "" || runtime.GOOS != "linux" {
		t.Skip("set DIPTYCH_SOAK=1, on Linux, to run it")
	}
	c := startSoak(t)
	before := c.descriptors(t)
	for wave := 1; wave <= waves; wave++ {
		streams := c.connect(t)
		took := c.publish(t, streams)
		t.Logf("wave %d: %d clients told in %v (aim: %v); memory %d MiB, at most %d MiB", wave, crowd, took, crowdTime,
			c.memory(t, "VmRSS")>>20, c.memory(t, "VmHWM")>>20)
		for _, stream := range streams {
			stream.conn.Close()
		}
		for deadline := time.Now().Add(time.Minute); c.descriptors(t) > before; runtime.Gosched() {
			if time.Now().After(deadline) {
				t.Fatalf("%d descriptors are open, %d were before", c.descriptors(t), before)
			}
		}
	}
	if most := c.memory(t, "VmHWM"); most > crowdBytes {
		t.Errorf("it took %d MiB", most>>20)
	}
}

// soak is the preview of the soak as a process.
type soak struct {
	host   string
	pid    int
	orders io.Writer
	number int // of the generation
}

func startSoak(t *testing.T) *soak {
	command := exec.Command(os.Args[0], "soak")
	orders, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		orders.Close()
		if err := command.Wait(); err != nil {
			t.Error(err)
		}
	})
	host, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return &soak{host: strings.TrimSpace(host), pid: command.Process.Pid, orders: orders, number: 1}
}

// fan is one client of the soak, with what it has heard.
type fan struct {
	conn  net.Conn
	heard bytes.Buffer
}

// wait reads until a text has come.
func (s *fan) wait(text string) error {
	piece := make([]byte, 512)
	for !strings.Contains(s.heard.String(), text) {
		n, err := s.conn.Read(piece)
		if err != nil {
			return err
		}
		s.heard.Write(piece[:n])
	}
	s.heard.Reset()
	return nil
}

// connect opens all streams, a few at a time, and waits until each has been told of the generation.
func (c *soak) connect(t *testing.T) []*fan {
	streams := make([]*fan, crowd)
	var group sync.WaitGroup
	for worker := range 32 {
		group.Go(func() {
			for i := worker; i < crowd; i += 32 {
				conn, err := net.Dial("tcp", c.host)
				if err != nil {
					t.Error(err)
					return
				}
				streams[i] = &fan{conn: conn}
				fmt.Fprintf(conn, "GET /_diptych/events HTTP/1.1\r\nHost: %s\r\n\r\n", c.host)
				if err := streams[i].wait(generationText(c.number)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	if group.Wait(); t.Failed() {
		t.FailNow()
	}
	return streams
}

// publish has a generation published, and measures until all have heard of it.
func (c *soak) publish(t *testing.T, streams []*fan) time.Duration {
	c.number++
	var group sync.WaitGroup
	for _, s := range streams {
		group.Go(func() {
			if err := s.wait(generationText(c.number)); err != nil {
				t.Error(err)
			}
		})
	}
	start := time.Now()
	fmt.Fprintln(c.orders)
	group.Wait()
	return time.Since(start)
}

// memory gives a line of the process's status in bytes.
func (c *soak) memory(t *testing.T, name string) int {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), name+":")
	size, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return size << 10
}

// descriptors counts the open descriptors of the process.
func (c *soak) descriptors(t *testing.T) int {
	entries, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", c.pid))
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}
