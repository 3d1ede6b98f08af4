package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"
)

// The plan of the crowd: so many clients of the live reload come, hear of one edit, and leave; so many times.
const (
	waves      = 3
	dialers    = 64               // clients that connect at the same time
	crowdLimit = time.Minute      // for all to come, and for all to hear
	leaveLimit = 10 * time.Second // for the server to give their descriptors back
	spare      = 200              // descriptors that are needed beside those of the clients
)

// wave is what was measured of one wave.
type wave struct {
	connect time.Duration // until all had come and heard of the generation that was there
	first   time.Duration // from the save until the first had heard of it
	all     time.Duration // from the save until the last had
	memory  float64       // of the server, the most so far, in MiB
	before  int           // descriptors of the server
	after   int
}

// crowd measures a crowd of clients at Diptych's preview, and prints a line a wave.
func crowd(ctx context.Context, e engine, clients int, out, notes io.Writer) error {
	most, err := openMost()
	if err != nil {
		return err
	}
	if clients > most-spare {
		clients = most - spare
		fmt.Fprintf(notes, "this system allows %d open files: there are only %d clients\n", most, clients)
	}
	s, _, err := e.start(ctx)
	if err != nil {
		return err
	}
	defer s.stop()
	fmt.Fprintf(out, "\n### %d clients of the live reload\n\n", clients)
	fmt.Fprintln(out, "| wave | all connected, ms | save to the first told, ms | save to all told, ms "+
		"| memory at the most, MiB | descriptors before, after |\n| --- | ---: | ---: | ---: | ---: | ---: |")
	for i := range waves {
		w, err := s.wave(ctx, clients, i)
		if err != nil {
			return fmt.Errorf("wave %d: %w\n%s", i+1, err, s.said())
		}
		fmt.Fprintf(out, "| %d | %d | %d | %d | %s | %d, %d |\n", i+1, w.connect.Milliseconds(), w.first.Milliseconds(),
			w.all.Milliseconds(), figure(w.memory), w.before, w.after)
	}
	return nil
}

// wave has the clients come, hear and leave.
func (s *server) wave(ctx context.Context, clients, number int) (w wave, err error) {
	pid := s.process.Process.Pid
	if w.before, err = descriptors(pid); err != nil {
		return w, err
	}
	begun := time.Now()
	ears, err := s.gather(clients)
	defer func() {
		for _, e := range ears {
			e.close()
		}
	}()
	if err != nil {
		return w, err
	}
	w.connect = time.Since(begun)
	if err := rest(ctx, calmTime); err != nil { // so that nobody is told anything else
		return w, err
	}
	if w.first, w.all, err = s.shout(ears, fmt.Sprintf("vague-%d", number)); err != nil {
		return w, err
	}
	if w.memory, err = peak(pid); err != nil {
		return w, err
	}
	for _, e := range ears {
		e.close()
	}
	w.after, err = leave(ctx, pid, w.before)
	return w, err
}

// gather connects the clients, a few at a time.
func (s *server) gather(clients int) ([]*ear, error) {
	ears, failures := make([]*ear, clients), make([]error, dialers)
	deadline := time.Now().Add(crowdLimit)
	var group sync.WaitGroup
	for d := range dialers {
		group.Go(func() {
			for i := d; i < clients && failures[d] == nil; i += dialers {
				ears[i], failures[d] = listen(s.host, s.events, deadline)
			}
		})
	}
	group.Wait()
	return present(ears), first(failures)
}

// present gives the clients that have come.
func present(ears []*ear) []*ear {
	var there []*ear
	for _, e := range ears {
		if e != nil {
			there = append(there, e)
		}
	}
	return there
}

// first gives the first error that is one.
func first(failures []error) error {
	for _, err := range failures {
		if err != nil {
			return err
		}
	}
	return nil
}

// shout makes one edit, and gives the times until the first client and until the last has heard of it.
func (s *server) shout(ears []*ear, mark string) (soonest, latest time.Duration, err error) {
	pen, err := s.edits[0].take(s.root)
	if err != nil {
		return 0, 0, err
	}
	heard, failures := make([]time.Time, len(ears)), make([]error, len(ears))
	deadline := time.Now().Add(crowdLimit)
	var group sync.WaitGroup
	for i, e := range ears {
		group.Go(func() {
			failures[i] = e.hear(deadline)
			heard[i] = time.Now()
		})
	}
	begun := time.Now()
	err = pen.write(mark)
	group.Wait()
	if err == nil {
		err = first(failures)
	}
	slices.SortFunc(heard, time.Time.Compare)
	return heard[0].Sub(begun), heard[len(heard)-1].Sub(begun), err
}

// leave waits until the server has no more descriptors than before, and gives how many it has.
func leave(ctx context.Context, pid, before int) (int, error) {
	for deadline := time.Now().Add(leaveLimit); ; {
		left, err := descriptors(pid)
		if err != nil || left <= before || time.Now().After(deadline) {
			return left, err
		}
		if err := rest(ctx, 20*time.Millisecond); err != nil {
			return left, err
		}
	}
}
