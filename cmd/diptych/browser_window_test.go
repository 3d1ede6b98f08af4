package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a page may take to become what is expected of it. What goes well takes far less.
const patience = 20 * time.Second

// window is a browser window with one page of an origin, mostly the preview's, and with the focus. It fails the test at its end if anything
// was written to the console, or asked of another origin.
type window struct {
	t      *testing.T
	ctx    context.Context
	origin string // "http://127.0.0.1:PORT/"

	mu         sync.Mutex
	mayLose    bool // whether the preview may be out of reach
	complaints []string
}

// open opens a window with a page of the preview, and waits until the page follows the preview.
func (p *preview) open(path string) *window {
	p.t.Helper()
	w := p.blank()
	w.visit(path)
	w.until("the page follows the preview", rounds+" > 0")
	return w
}

// blank opens an empty window.
func (p *preview) blank() *window { p.t.Helper(); return openBlank(p.t, p.browser, p.origin) }

// openBlank opens an empty window for the pages of an origin, with more options of its context if need be.
func openBlank(t *testing.T, browser context.Context, origin string, options ...chromedp.ContextOption) *window {
	t.Helper()
	w := &window{t: t, origin: origin}
	ctx, end := chromedp.NewContext(browser, append(options, chromedp.WithListener(w.hear))...)
	w.ctx = ctx
	t.Cleanup(func() { w.close(end) })
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	// Several windows are looked at at once, and only one of them can have the focus of the machine.
	call(w, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return w
}

func (w *window) close(end context.CancelFunc) {
	end()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, complaint := range w.complaints {
		w.t.Error(complaint)
	}
}

// hear takes down what no page may do.
func (w *window) hear(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		w.complain("the console says %s %s", event.Type, arguments(event.Args))
	case *runtime.EventExceptionThrown:
		w.complain("a script failed: %s", (&chromedp.ExceptionError{ExceptionDetails: event.ExceptionDetails}).Error())
	case *log.EventEntryAdded:
		if !w.bears(event.Entry) {
			w.complain("the browser says %s: %s (%s)", event.Entry.Level, event.Entry.Text, event.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if url := event.Request.URL; !strings.HasPrefix(url, w.origin) {
			w.complain("the page asks for %s", url)
		}
	}
}

// bears tells whether an entry of the browser's own log is no fault of the page: that the preview is out of reach while
// it is stopped.
func (w *window) bears(entry *log.Entry) bool {
	return w.mayLose && entry.Source == log.EntrySourceNetwork && strings.HasPrefix(entry.URL, w.origin)
}

func (w *window) complain(format string, args ...any) {
	w.complaints = append(w.complaints, fmt.Sprintf(format, args...))
}

func arguments(objects []*runtime.RemoteObject) string {
	var texts []string
	for _, object := range objects {
		texts = append(texts, strings.TrimSpace(string(object.Value)+" "+object.Description))
	}
	return strings.Join(texts, " ")
}

// bearLoss says whether the preview may be out of reach from now on.
func (w *window) bearLoss(may bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.mayLose = may
}

func (w *window) visit(path string) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	response, err := chromedp.Run(ctx, chromedp.NavigateResponse(w.origin+path))
	if err != nil || response.Status != 200 {
		w.t.Fatalf("%s: %v, %v", path, response, err)
	}
}

// do does what a reader does.
func (w *window) do(steps ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		w.t.Fatal(err)
	}
}

// run runs a script in the page.
func (w *window) run(script string) { w.t.Helper(); value[chromedp.Void](w, script) }

// value gives the value of a JavaScript expression.
func value[T any](w *window, expression string) T {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		w.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// until waits until a condition holds in the page, which may meanwhile go away and be another one.
func (w *window) until(what, condition string) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	for {
		holds, err := chromedp.Run(ctx, chromedp.Evaluate[bool](within(condition), chromedp.EvalAwaitPromise))
		switch {
		case err == nil && holds:
			return
		case ctx.Err() != nil:
			seen := value[string](w, "[location.href, "+panelText+", "+pageText+"].join('\\n')")
			w.t.Fatalf("not in time: %s; the page shows\n%s", what, seen)
		}
	}
}

// within asks whether a condition comes to hold within a quarter of a second, without asking all the time.
func within(condition string) string {
	return `new Promise((resolve) => {
		const end = performance.now() + 250;
		const look = () => {
			const holds = Boolean(` + condition + `);
			if (holds || performance.now() > end) resolve(holds);
			else setTimeout(look, 5);
		};
		look();
	})`
}

// press clicks on an element, given as a JavaScript expression, as soon as its page is loaded and it is in reach. It asks the
// page for the place and not for the node: a page that was just replaced has nodes that are forgotten by the time of the click.
func (w *window) press(element string) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	for {
		switch at, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](middle(element))); {
		case err == nil && len(at) == 2:
			w.do(chromedp.MouseClickXY(at[0], at[1]))
			return
		case ctx.Err() != nil:
			w.t.Fatalf("nothing can be pressed: %s, %v", element, err)
		}
	}
}

// middle gives the middle of an element that a click would hit, and null as long as there is none.
func middle(element string) string {
	return `((element) => {
		if (document.readyState !== 'complete' || !element) return null;
		const middle = () => {
			const { left, top, width, height } = element.getBoundingClientRect();
			return [left + width / 2, top + height / 2];
		};
		const reached = (point) => element.contains(element.getRootNode().elementFromPoint(...point));
		if (!reached(middle())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
		return reached(middle()) ? middle() : null;
	})(` + element + `)`
}

// find gives the expression for the first element of a CSS selector.
func find(selector string) string { return "document.querySelector(" + quote(selector) + ")" }

// call sends a command of the protocol.
func call[P, R any](w *window, command cdp.Command[P, R], params P) {
	w.t.Helper()
	if _, err := chromedp.Call(w.ctx, command, params); err != nil {
		w.t.Fatal(err)
	}
}

// quote writes a text as JavaScript does.
func quote(text string) string {
	quoted, _ := json.Marshal(text) // a string can always be written
	return string(quoted)
}
