package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// startLimit is how long a preview may take to its first page, the largest site included.
const startLimit = 10 * time.Minute

// server is a running preview.
type server struct {
	engine
	host    string // address and port
	process *exec.Cmd
	cancel  context.CancelFunc
	ended   chan error
	log     string // the path of what it says
	pages   *reader
}

// start starts a preview, and gives the time until the text of its page had been read. What the process says goes to a
// file beside the site.
func (e engine) start(ctx context.Context) (*server, time.Duration, error) {
	port, err := freePort()
	if err != nil {
		return nil, 0, err
	}
	ctx, cancel := context.WithCancel(ctx)
	s := &server{
		engine: e, host: net.JoinHostPort(loopback, port), process: e.command(ctx, port), cancel: cancel,
		ended: make(chan error, 1), log: filepath.Clean(e.root) + ".log", pages: newReader(),
	}
	begun := time.Now()
	if err := s.run(); err != nil {
		cancel()
		return nil, 0, err
	}
	if err := s.await(ctx, e.page, e.ready, begun.Add(startLimit)); err != nil {
		s.stop()
		return nil, 0, err
	}
	return s, time.Since(begun), nil
}

// await waits until a page has been read with a text in it. The error has what the process said last.
func (s *server) await(ctx context.Context, page, text string, deadline time.Time) error {
	if err := s.pages.await(ctx, "http://"+s.host+page, text, deadline, s.alive); err != nil {
		return fmt.Errorf("%s: %w\n%s", s.name, err, s.said())
	}
	return nil
}

// run starts the process.
func (s *server) run() error {
	log, err := os.Create(s.log)
	if err != nil {
		return err
	}
	defer log.Close()
	s.process.Stdout, s.process.Stderr = log, log
	if err := s.process.Start(); err != nil {
		return err
	}
	go func() {
		s.ended <- s.process.Wait()
		close(s.ended)
	}()
	return nil
}

// alive gives an error once the process has ended.
func (s *server) alive() error {
	select {
	case err := <-s.ended:
		return errors.Join(errors.New("the preview has ended"), err)
	default:
		return nil
	}
}

// stop ends the process, and waits until it is gone.
func (s *server) stop() {
	s.cancel()
	for range s.ended {
		continue
	}
	s.pages.close()
}

// said gives the last that the process said.
func (s *server) said() string { return tail(s.log) }

// freePort finds a port that nobody listens at, on the loopback interface.
func freePort() (string, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort(loopback, "0"))
	if err != nil {
		return "", err
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	return port, err
}
