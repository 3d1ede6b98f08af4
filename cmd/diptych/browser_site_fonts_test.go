package main

import (
	"context"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// gate holds fonts back until the page has shown its text without them. On one machine they come so fast that nobody would
// see what they move.
type gate struct {
	mu      sync.Mutex
	ctx     context.Context // of the window
	painted bool
	waiting []fetch.RequestID
}

// hear lets fonts through once there was a paint. Commands can't be sent from here: the window hears nothing meanwhile.
func (g *gate) hear(event any) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch event := event.(type) {
	case *fetch.EventRequestPaused:
		g.waiting = append(g.waiting, event.RequestID)
	case *page.EventLifecycleEvent:
		switch event.Name {
		case "init":
			g.painted = false
		case "firstContentfulPaint":
			g.painted = true
		}
	}
	if g.painted {
		for _, request := range g.waiting {
			go chromedp.Call(g.ctx, fetch.ContinueRequest, fetch.ContinueRequestParams{RequestID: request}) // a page that went needs none
		}
		g.waiting = nil
	}
}

// stableLate holds that fonts that come after the first paint move nothing either.
func stableLate(v *visit) []string {
	if v.first.fonts == 0 {
		return nil
	}
	call(v.window, page.SetLifecycleEventsEnabled, page.SetLifecycleEventsEnabledParams{Enabled: true})
	call(v.window, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{ResourceType: network.ResourceTypeFont}}})
	defer call(v.window, fetch.Disable, cdp.Empty{})
	var findings []string
	for _, m := range []mode{desktop, phone} {
		call(v.window, network.ClearBrowserCache, cdp.Empty{})
		v.show(m)
		v.load()
		findings = append(findings, v.shifts(m)...)
	}
	return findings
}
