package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"time"
)

// pause is the time between an answer that does not say what is waited for, and the next question.
const pause = time.Millisecond

// reader reads pages over one connection that it keeps.
type reader struct {
	client *http.Client
	body   bytes.Buffer // of the last answer
}

func newReader() *reader {
	return &reader{client: &http.Client{
		Timeout:   time.Minute,
		Transport: &http.Transport{MaxConnsPerHost: 1, DisableCompression: true},
	}}
}

func (r *reader) close() { r.client.CloseIdleConnections() }

// await asks for a page until it has been read with a text in it. The error says that it was not by the deadline, or is
// that of alive, which is asked in between.
func (r *reader) await(ctx context.Context, url, text string, deadline time.Time, alive func() error) error {
	for {
		if r.read(ctx, url, text) {
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := alive(); err != nil {
			return err
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("%s never said %q", url, text)
		}
		time.Sleep(pause)
	}
}

// read reads a page, and tells whether it is there with a text in it.
func (r *reader) read(ctx context.Context, url, text string) bool {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return false
	}
	response, err := r.client.Do(request)
	if err != nil {
		return false // nobody listens yet
	}
	defer response.Body.Close()
	r.body.Reset()
	if _, err := r.body.ReadFrom(response.Body); err != nil {
		return false
	}
	return response.StatusCode == http.StatusOK && bytes.Contains(r.body.Bytes(), []byte(text))
}
