package serve

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// The limits of a connection. Whoever is slower than that is let go, and what a browser sends is far below them.
const (
	headerTime = 5 * time.Second  // to send a request's head
	readTime   = 10 * time.Second // to send a request
	writeTime  = 10 * time.Second // to take an answer, or a piece of a long one
	idleTime   = 2 * time.Minute  // between two requests
	headerSize = 16 << 10         // bytes of a request's head
	endTime    = 500 * time.Millisecond
)

// portsToTry is how many ports are tried after one that is in use.
const portsToTry = 20

// Listen listens at an address, "127.0.0.1:1313". If its port is in use, it takes the next free one and gives a note
// that says so; the error says that none was free, or that the address can't be listened at.
func Listen(address string) (listener net.Listener, note string, err error) {
	listener, err = net.Listen("tcp", address)
	if !errors.Is(err, syscall.EADDRINUSE) {
		return listener, "", err
	}
	host, text, _ := net.SplitHostPort(address) // it has been listened at
	port, err := strconv.Atoi(text)
	if err != nil {
		return nil, "", fmt.Errorf("port %s of %q is in use", text, address)
	}
	for next := port + 1; next <= min(port+portsToTry, 65535); next++ {
		listener, err = net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(next)))
		if err == nil {
			return listener, fmt.Sprintf("port %d is in use: this is port %d", port, next), nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) {
			return nil, "", err
		}
	}
	return nil, "", fmt.Errorf("port %d is in use, and so are the next %d", port, portsToTry)
}

// Serve answers what comes to a listener until the context is done, then ends within a second: no client, connection or
// work in the background is left. The error is that of the listener. A Server serves once.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	server := s.httpServer()
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		s.Close()
		server.Close()
		return err
	case <-ctx.Done():
	}
	s.Close()
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
	defer cancel()
	if server.Shutdown(last) != nil {
		server.Close() // browsers open connections that they may not need
	}
	<-ended
	s.gate.wait(context.WithoutCancel(ctx))
	return nil
}

func (s *Server) httpServer() *http.Server {
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	return &http.Server{
		Handler:                      s.Handler(),
		Protocols:                    protocols,
		DisableGeneralOptionsHandler: true,
		ReadHeaderTimeout:            headerTime,
		ReadTimeout:                  readTime,
		WriteTimeout:                 writeTime,
		IdleTimeout:                  idleTime,
		MaxHeaderBytes:               headerSize,
		ErrorLog:                     log.New(faults(s.options.Log), "", 0),
	}
}

// faults passes on what went wrong with ourselves. What clients do wrong is nobody's concern here.
type faults func(line string)

func (f faults) Write(text []byte) (int, error) {
	if strings.Contains(string(text), "panic") {
		f(strings.TrimSpace(string(text)))
	}
	return len(text), nil
}
