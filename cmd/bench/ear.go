package main

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"time"
)

// ear is a client of the live reload over a bare connection, as cheap as it can be made.
type ear struct {
	conn  net.Conn
	lines *bufio.Reader
}

// earBuffer is the size in bytes of an ear's buffer: no line of a stream or of its head is longer.
const earBuffer = 1 << 10

// listen opens an event stream and hears its first event.
func listen(host, path string, deadline time.Time) (*ear, error) {
	conn, err := net.DialTimeout("tcp", host, time.Until(deadline))
	if err != nil {
		return nil, err
	}
	e := &ear{conn, bufio.NewReaderSize(conn, earBuffer)}
	const request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
	if _, err = fmt.Fprintf(conn, request, path, host); err == nil {
		err = e.hear(deadline)
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	return e, nil
}

// hear waits for the next word of a new generation of the site.
func (e *ear) hear(deadline time.Time) error {
	if err := e.conn.SetReadDeadline(deadline); err != nil {
		return err
	}
	for {
		line, err := e.lines.ReadSlice('\n')
		if err != nil {
			return err
		}
		if strings.HasPrefix(string(line), "event: generation") {
			return nil
		}
	}
}

func (e *ear) close() { e.conn.Close() }
