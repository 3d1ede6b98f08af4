package main

import "time"

// eavesdropper notes when a server tells of new generations. A nil one hears nothing.
type eavesdropper struct {
	ear   *ear
	heard chan time.Time
}

// eavesdrop listens to a server; it gives nil if the server has nothing to listen to.
func eavesdrop(s *server) (*eavesdropper, error) {
	if s.events == "" {
		return nil, nil
	}
	ear, err := listen(s.host, s.events, time.Now().Add(pageLimit))
	if err != nil {
		return nil, err
	}
	e := &eavesdropper{ear: ear, heard: make(chan time.Time, 64)}
	go e.run()
	return e, nil
}

// run notes each event until the ear is closed, and drops what there is no room for.
func (e *eavesdropper) run() {
	defer close(e.heard)
	for e.ear.hear(time.Time{}) == nil {
		select {
		case e.heard <- time.Now():
		default:
		}
	}
}

// forget drops what has been heard so far.
func (e *eavesdropper) forget() {
	for e != nil {
		select {
		case <-e.heard:
		default:
			return
		}
	}
}

// told gives the time of the first event since the last call of forget. It is not ok if none comes in time.
func (e *eavesdropper) told(limit time.Duration) (at time.Time, ok bool) {
	if e == nil {
		return time.Time{}, false
	}
	select {
	case at, ok = <-e.heard:
		return at, ok
	case <-time.After(limit):
		return time.Time{}, false
	}
}

func (e *eavesdropper) close() {
	if e != nil {
		e.ear.close()
	}
}
