package main

import (
	"context"
	"fmt"
	"time"
)

// The plan of a race. The engines take turns, so that what else the machine does falls on both.
const (
	starts    = 3                // of each engine
	turn      = 10               // edits in a row
	pageLimit = 10 * time.Minute // for an edit to be seen
	idleTime  = 10 * time.Second // in which an idle preview is watched
	tellLimit = time.Second      // for the live reload, after the page has been read
)

// race measures the engines of one size.
type race struct {
	pairs   int
	edits   int
	results *results
	servers []*server
	marks   int // written so far
}

// run runs the whole race. Whatever happens, no server is left.
func (r *race) run(ctx context.Context, engines []engine) error {
	defer r.stop()
	if err := r.start(ctx, engines); err != nil {
		return err
	}
	for i := range engines[0].edits {
		if err := r.edit(ctx, i); err != nil {
			return err
		}
	}
	if err := r.idle(ctx); err != nil {
		return err
	}
	return r.memory()
}

func (r *race) stop() {
	for _, s := range r.servers {
		s.stop()
	}
}

// start starts each engine several times in turn, alone, and then all together for what follows.
func (r *race) start(ctx context.Context, engines []engine) error {
	for range starts {
		for _, e := range engines {
			s, took, err := e.start(ctx)
			if err != nil {
				return err
			}
			s.stop()
			r.note("start to first page", e.name, took)
		}
	}
	for _, e := range engines {
		s, _, err := e.start(ctx)
		if err != nil {
			return err
		}
		r.servers = append(r.servers, s)
	}
	return nil
}

// edit measures one kind of edit, in turns.
func (r *race) edit(ctx context.Context, kind int) error {
	for done := 0; done < r.edits; done += turn {
		for _, s := range r.servers {
			if err := r.turn(ctx, s, s.edits[kind], min(turn, r.edits-done)); err != nil {
				return fmt.Errorf("editing %s: %w", s.edits[kind].what, err)
			}
		}
	}
	return nil
}

// turn measures some edits of one engine, while the others rest.
func (r *race) turn(ctx context.Context, s *server, e edit, count int) error {
	if err := r.calm(ctx); err != nil {
		return err
	}
	pen, err := e.take(s.root)
	if err != nil {
		return err
	}
	listener, err := eavesdrop(s)
	if err != nil {
		return err
	}
	defer listener.close()
	if err := s.await(ctx, e.page, "</html>", time.Now().Add(pageLimit)); err != nil {
		return err // as an editor has the page open
	}
	for i := range count {
		if err := rest(ctx, rhythm(i)); err != nil {
			return err
		}
		if err := r.save(ctx, s, e, pen, listener); err != nil {
			return err
		}
	}
	return pen.restore()
}

// rhythm is the time before an edit of a turn, for an editor is no clock. Within a second a preview is in the middle of
// nothing; later it may have begun to look after the rest of the site.
func rhythm(i int) time.Duration { return time.Duration(200+300*(i%5)) * time.Millisecond }

// save measures one edit: from before the file is written until the page that shows it has been read.
func (r *race) save(ctx context.Context, s *server, e edit, pen pen, listener *eavesdropper) error {
	r.marks++
	mark := fmt.Sprintf("marque-%05d", r.marks)
	listener.forget()
	begun := time.Now()
	if err := pen.write(mark); err != nil {
		return err
	}
	if err := s.await(ctx, e.page, mark, begun.Add(pageLimit)); err != nil {
		return err
	}
	r.note("save to page: "+e.what, s.name, time.Since(begun))
	if told, ok := listener.told(tellLimit); ok {
		r.note("save to event: "+e.what, s.name, told.Sub(begun))
	}
	return nil
}

func (r *race) note(what, engine string, took time.Duration) {
	r.results.add(r.pairs, what, "ms", engine, float64(took.Microseconds())/1000)
}

// memory notes the most that each process has held.
func (r *race) memory() error {
	for _, s := range r.servers {
		most, err := peak(s.process.Process.Pid)
		if err != nil {
			return err
		}
		r.results.add(r.pairs, "memory at the most", "MiB", s.name, most)
	}
	return nil
}
