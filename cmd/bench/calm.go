package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// The servers are calm when none has worked for a while that is longer than a preview waits before it looks after the
// pages that nobody has open. One that never is calm is not waited for any longer than calmLimit.
const (
	calmTime  = 1500 * time.Millisecond
	calmLimit = 5 * time.Minute
)

// calm waits until what the servers do in the background is done.
func (r *race) calm(ctx context.Context) error {
	for deadline := time.Now().Add(calmLimit); time.Now().Before(deadline); {
		worked, err := r.worked(ctx, calmTime)
		if err != nil {
			return err
		}
		busy := false
		for _, time := range worked {
			busy = busy || time > tick // one tick is what a glance costs
		}
		if !busy {
			return nil
		}
	}
	return nil
}

// idle notes how much of a core each preview takes while nothing happens.
func (r *race) idle(ctx context.Context) error {
	if err := r.calm(ctx); err != nil {
		return err
	}
	worked, err := r.worked(ctx, idleTime)
	if err != nil {
		return err
	}
	for i, s := range r.servers {
		r.results.add(r.pairs, "idle", "% of a core", s.name, 100*worked[i].Seconds()/idleTime.Seconds())
	}
	return nil
}

// worked gives the time that each server has on the processors during some time from now.
func (r *race) worked(ctx context.Context, during time.Duration) ([]time.Duration, error) {
	before, err := r.cpu()
	if err != nil {
		return nil, err
	}
	if err := rest(ctx, during); err != nil {
		return nil, err
	}
	after, err := r.cpu()
	for i := range after {
		after[i] -= before[i]
	}
	return after, err
}

func (r *race) cpu() ([]time.Duration, error) {
	times := make([]time.Duration, len(r.servers))
	for i, s := range r.servers {
		had, err := cpu(s.process.Process.Pid)
		if err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", s.name, errors.Join(s.alive(), err), s.said())
		}
		times[i] = had
	}
	return times, nil
}

// rest waits. The error is that of the context.
func rest(ctx context.Context, during time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(during):
		return nil
	}
}
