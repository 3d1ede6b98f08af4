package serve

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"diptych/cmd/diptych/internal/source"
)

// brokenLink gives the site with a mistake that is found only when the English page is made.
func brokenLink(site *fake, message string) *fake {
	return site.with(func(f *fake) {
		f.within[summerEn] = []source.Problem{at("content/visits/summer.en.md", 7, message)}
	})
}

// TestSweep finds what is wrong with pages that nobody asks for, after a second of quiet, and tells it once.
func TestSweep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &diary{}
		s := New(d.options())
		steps := []struct {
			name string
			site *fake
			told []string // what has been told since the last step
		}{
			{"a mistake in a page", brokenLink(atelier(), "lien rompu"), []string{"lien rompu"}},
			{"a save that changes nothing about it", brokenLink(atelier(), "lien rompu"), nil},
			{"another mistake beside it", wrongIn(brokenLink(atelier(), "lien rompu"), "config.toml"),
				[]string{"fautif : config.toml; lien rompu"}},
			{"that one mended", brokenLink(atelier(), "lien rompu"), []string{"lien rompu"}},
			{"another mistake in its place", brokenLink(atelier(), "ancre perdue"), []string{"ancre perdue"}},
			{"all mended", atelier(), []string{""}},
			{"a save", atelier(), nil},
			{"the page gone while it is broken", brokenLink(atelier(), "lien rompu"), []string{"lien rompu"}},
			{"it is gone", atelier().with(func(f *fake) { delete(f.texts, summerEn) }), []string{""}},
		}
		for _, step := range steps {
			before := len(d.told())
			s.show(step.site)
			time.Sleep(quietTime)
			synctest.Wait()
			if told := d.told()[before:]; !slices.Equal(told, step.told) {
				t.Errorf("%s: %q was told, want %q", step.name, told, step.told)
			}
			pages := 0
			for path := range step.site.texts {
				if strings.HasSuffix(path, ".html") {
					pages++
				}
			}
			if n := int(step.site.rendered.Load()); n != pages {
				t.Errorf("%s: %d outputs were made for %d pages", step.name, n, pages)
			}
		}
		s.Close()
	})
}

// TestSweepOfWhatChanged has the sweep make only the pages that are made of something else than before, or with which something is
// wrong.
func TestSweepOfWhatChanged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &diary{}
		s := New(d.options())
		whole := atelier().with(func(f *fake) { f.notes = true })
		edited := whole.with(func(f *fake) { f.texts[summerEn] = document("Winter in Accra") })
		steps := []struct {
			name string
			site *fake
			made int
			told []string
		}{
			{"first", whole, 8, nil},
			{"a save", whole.with(func(*fake) {}), 0, nil},
			{"an edit", edited, 1, nil},
			{"a mistake", brokenLink(edited, "lien rompu"), 1, []string{"lien rompu"}},
			{"it stays", brokenLink(edited, "lien rompu"), 1, nil},
			{"it is mended", edited.with(func(*fake) {}), 1, []string{""}},
			{"a page gone", whole.with(func(f *fake) { delete(f.texts, summerEn) }), 0, nil},
			{"and back", whole.with(func(*fake) {}), 1, nil},
		}
		for _, step := range steps {
			before := len(d.told())
			s.show(step.site)
			time.Sleep(quietTime)
			synctest.Wait()
			if n := int(step.site.rendered.Load()); n != step.made {
				t.Errorf("%s: %d outputs were made, want %d", step.name, n, step.made)
			}
			if told := d.told()[before:]; !slices.Equal(told, step.told) {
				t.Errorf("%s: %q was told, want %q", step.name, told, step.told)
			}
		}
		s.Close()
	})
}

// TestSweepWaits publishes in quick succession: the pages of the last site alone are made, after a second.
func TestSweepWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New((&diary{}).options())
		sites := []*fake{}
		for range 10 {
			sites = append(sites, atelier().with(func(*fake) {}))
			s.show(sites[len(sites)-1])
			time.Sleep(quietTime - 1)
		}
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		for i, site := range sites {
			if made := site.rendered.Load() > 0; made != (i == len(sites)-1) {
				t.Errorf("of site %d pages were made: %v", i, made)
			}
		}
		s.Close()
	})
}

// TestSweepStepsAside has a request run while the sweep does, and a new generation come.
func TestSweepStepsAside(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New((&diary{}).options())
		site := atelier().with(func(*fake) {})
		s.gate.enter()
		s.show(site)
		time.Sleep(time.Minute)
		if synctest.Wait(); site.rendered.Load() != 0 {
			t.Errorf("%d pages were made beside a request", site.rendered.Load())
		}
		s.gate.leave()
		if synctest.Wait(); site.rendered.Load() == 0 {
			t.Error("no page was made after it")
		}

		dropped := atelier().with(func(f *fake) {})
		dropped.onOutput = func(string) {
			if dropped.rendered.Load() == 2 {
				s.show(site)
			}
		}
		s.show(dropped)
		time.Sleep(time.Minute)
		if synctest.Wait(); dropped.rendered.Load() != 2 {
			t.Errorf("%d pages of a site were made, though another came after 2", dropped.rendered.Load())
		}
		s.Close()
	})
}

// TestSweepTells has clients ask again for problems when the sweep has found more, or less.
func TestSweepTells(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New((&diary{}).options())
		c := join(t, s.hub).greeted(t, 0)
		const problems = "event: problems\ndata: %\n\n"
		for i, site := range []*fake{brokenLink(atelier(), "lien rompu"), brokenLink(atelier(), "lien rompu"), atelier()} {
			s.show(site)
			c.expect(t, generationText(i+1))
			if i != 1 {
				c.expect(t, strings.ReplaceAll(problems, "%", string(rune('1'+i))))
			}
			time.Sleep(quietTime)
		}
		s.Close()
	})
}

// TestCloseEndsSweep closes while the sweep waits, and while it runs.
func TestCloseEndsSweep(t *testing.T) {
	for _, wait := range []time.Duration{0, quietTime} {
		synctest.Test(t, func(t *testing.T) {
			s := New((&diary{}).options())
			s.gate.enter()
			site := atelier().with(func(*fake) {})
			s.show(site)
			time.Sleep(wait)
			synctest.Wait()
			s.Close()
			s.Close()
			s.show(atelier())
			time.Sleep(time.Minute)
			if site.rendered.Load() > 0 || s.current.Load().number != 1 {
				t.Error("after the end something was made or published")
			}
		})
	}
}

func TestGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g gate
		if !g.wait(t.Context()) {
			t.Error("an empty gate is shut")
		}
		g.enter()
		g.enter()
		opened := make(chan bool, 1)
		go func() { opened <- g.wait(t.Context()) }()
		g.leave()
		if synctest.Wait(); len(opened) != 0 {
			t.Error("it opened with one request running")
		}
		g.leave()
		if !<-opened {
			t.Error("it did not open")
		}
		g.enter()
		done, cancel := context.WithCancel(t.Context())
		go func() { opened <- g.wait(done) }()
		cancel()
		if <-opened {
			t.Error("it opened although nobody waited any more")
		}
	})
}
