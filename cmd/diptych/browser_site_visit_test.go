package main

import (
	"context"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// visit is one page in a window with an empty cache. Judges look at it one after the other.
type visit struct {
	*window
	traffic *traffic
	name    string // the page's file: "fr/index.html"
	axe     string
	first   weight // what the first view weighed
}

// windows are a few windows that pages take in turn: to open one costs the browser as much as to judge a page. Each has a
// cache of its own.
type windows struct {
	axe  string
	free chan *visit
}

// openWindows opens as many windows as there are tests at once.
func openWindows(t *testing.T, browser context.Context, axe string) *windows {
	t.Helper()
	ws := &windows{axe, make(chan *visit, runtime.GOMAXPROCS(0))}
	for range cap(ws.free) {
		sent, fonts := newTraffic(), &gate{}
		w := openBlank(t, browser, "", chromedp.WithNewBrowserContext(),
			chromedp.WithListener(sent.hear), chromedp.WithListener(fonts.hear))
		fonts.ctx = w.ctx // no font is held before it is here
		call(w, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watchShifts})
		ws.free <- &visit{window: w, traffic: sent, axe: axe}
	}
	t.Cleanup(func() { // what flaws led to is told by nobody else
		for range cap(ws.free) {
			v := <-ws.free
			v.mu.Lock()
			v.t, v.complaints = t, nil
			v.mu.Unlock()
		}
	})
	return ws
}

// open opens a page of a published site as for a reader who comes for the first time. The window is free again when the test
// ends.
func (ws *windows) open(t *testing.T, origin, name string) *visit {
	t.Helper()
	v := <-ws.free
	t.Cleanup(func() { ws.free <- v })
	v.t, v.name = t, name
	v.do(chromedp.Navigate("about:blank")) // the last page asks for nothing any more, as for its icon
	v.mu.Lock()
	v.origin, v.complaints = origin, nil
	v.mu.Unlock()
	v.traffic.forget()
	call(v.window, network.ClearBrowserCache, cdp.Empty{})
	v.show(desktop)
	v.load()
	v.first = v.traffic.weigh()
	return v
}

// load loads the page, again if it was loaded before, and waits until nothing is on its way.
func (v *visit) load() {
	v.t.Helper()
	v.visit(address(v.name))
	v.settle()
}

// settle waits until all that the page asked for is here, and two frames show it.
func (v *visit) settle() {
	v.t.Helper()
	for deadline := time.Now().Add(patience); ; {
		v.wait(`document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))`)
		if v.traffic.isDone() {
			return
		}
		if time.Now().After(deadline) {
			v.t.Fatal("the page waits for something that does not come")
		}
	}
}

// wait runs a script and waits for the promise that it gives.
func (v *visit) wait(script string) { v.t.Helper(); awaited[bool](v, "("+script+").then(() => true)") }

// awaited gives what a promise comes to.
func awaited[T any](v *visit, promise string) T {
	v.t.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience)
	defer cancel()
	came, err := chromedp.Run(ctx, chromedp.Evaluate[T](promise, chromedp.EvalAwaitPromise))
	if err != nil {
		v.t.Fatalf("%.200s: %v", promise, err)
	}
	return came
}

// mode is a way in which readers look at a page.
type mode struct {
	name          string
	width, height int64
	media         string
	features      []string // pairs of a feature and its value
}

var (
	desktop  = mode{"desktop", 1280, 900, "screen", nil}
	phone    = mode{"phone", 390, 844, "screen", nil}
	bright   = mode{"light", 1280, 900, "screen", []string{"prefers-color-scheme", "light"}}
	dark     = mode{"dark", 1280, 900, "screen", []string{"prefers-color-scheme", "dark"}}
	narrow   = mode{"320 pixels", 320, 640, "screen", []string{"prefers-color-scheme", "light"}}
	contrast = mode{"forced colours", 1280, 900, "screen", []string{"forced-colors", "active"}}
	paper    = mode{"paper", 720, 1000, "print", nil}
)

// show has the page shown in a mode, without motion: what moves would be judged at a chance moment.
func (v *visit) show(m mode) {
	v.t.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	for pair := range slices.Chunk(m.features, 2) {
		features = append(features, &emulation.MediaFeature{Name: pair[0], Value: pair[1]})
	}
	call(v.window, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: m.media, Features: features})
	call(v.window, emulation.SetDeviceMetricsOverride,
		emulation.SetDeviceMetricsOverrideParams{Width: m.width, Height: m.height, DeviceScaleFactor: 1})
	v.settle()
}
