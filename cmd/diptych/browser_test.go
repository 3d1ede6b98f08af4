package main

import (
	"context"
	"runtime"
	"testing"
	"time"
)

// TestBrowser plays what editors live through, with the real preview and a real browser. Each story has a copy of this
// repository's site and windows of its own.
func TestBrowser(t *testing.T) {
	before := runtime.NumGoroutine()
	t.Run("stories", func(t *testing.T) {
		browser := startBrowser(t)
		for _, story := range []struct {
			name string
			play func(t *testing.T, browser context.Context)
		}{
			{"an edit of one half shows in its window alone", oneHalf},
		} {
			t.Run(story.name, func(t *testing.T) { story.play(t, browser) })
		}
	})
	for deadline := time.Now().Add(patience); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines run, %d did before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

func oneHalf(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("fr/a-propos/")
	w2 := p.open("en/about/")
	t.Log(value[string](w, "document.title"), value[bool](w, "document.hidden"), value[string](w, "document.visibilityState"), value[bool](w, "document.hasFocus()"))
	t.Log(value[string](w2, "document.title"), value[bool](w, "document.hidden"))
}

const pageText = `document.body.innerText`
const panelText = `document.body.innerText`
const asked = `performance.getEntriesByType('resource').length`
