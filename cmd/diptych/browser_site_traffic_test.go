package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/network"
)

// traffic is what a window asks for and gets.
type traffic struct {
	mu       sync.Mutex
	open     map[network.RequestID]string // the addresses of what is on its way
	kinds    map[network.RequestID]network.ResourceType
	bytes    map[network.ResourceType]float64 // as they come over the wire, with the headers of the answers
	failures []string
}

func newTraffic() *traffic {
	n := &traffic{}
	n.forget()
	return n
}

// forget begins anew, for another page.
func (n *traffic) forget() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.open = map[network.RequestID]string{}
	n.kinds = map[network.RequestID]network.ResourceType{}
	n.bytes = map[network.ResourceType]float64{}
	n.failures = nil
}

// hear takes down what comes over the wire.
func (n *traffic) hear(event any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch event := event.(type) {
	case *network.EventRequestWillBeSent:
		n.open[event.RequestID] = event.Request.URL
	case *network.EventResponseReceived:
		n.kinds[event.RequestID] = event.Type
		if status := event.Response.Status; status >= 400 {
			n.failures = append(n.failures, fmt.Sprintf("%s answers %d", event.Response.URL, status))
		}
	case *network.EventLoadingFinished:
		delete(n.open, event.RequestID)
		if kind, known := n.kinds[event.RequestID]; known { // else it is the last page's
			n.bytes[kind] += event.EncodedDataLength
		}
	case *network.EventLoadingFailed:
		n.failures = append(n.failures, fmt.Sprintf("%s does not load: %s %s", n.open[event.RequestID], event.ErrorText, event.BlockedReason))
		delete(n.open, event.RequestID)
	}
}

// isDone tells whether nothing is on its way.
func (n *traffic) isDone() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(n.open) == 0
}

// takeFailures gives what failed since it was last asked.
func (n *traffic) takeFailures() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	failures := n.failures
	n.failures = nil
	return failures
}

// quiet holds that a page says nothing on the console, asks no other origin for anything, and gets all that it asks for.
func quiet(v *visit) []string {
	v.mu.Lock()
	complaints := v.complaints
	v.complaints = nil // they are told here, and not once more when the window closes
	v.mu.Unlock()
	return append(complaints, v.traffic.takeFailures()...)
}

// weight is what the first view of a page costs with an empty cache, in bytes.
type weight struct{ all, fonts, pictures, scripts float64 }

// Most that a first view may weigh, in bytes over the wire.
const (
	mostOfAll   = 60_000
	mostBare    = 14_000 // without fonts and pictures
	mostScripts = 4_000
)

// weigh gives what came over the wire until now, without what the browser asks for by itself and when it likes: the icon.
func (n *traffic) weigh() weight {
	n.mu.Lock()
	defer n.mu.Unlock()
	w := weight{
		fonts: n.bytes[network.ResourceTypeFont], pictures: n.bytes[network.ResourceTypeImage], scripts: n.bytes[network.ResourceTypeScript],
	}
	for kind, bytes := range n.bytes {
		if kind != network.ResourceTypeOther {
			w.all += bytes
		}
	}
	return w
}

// bare is what a page costs without what it can do without until it is there.
func (w weight) bare() float64 { return w.all - w.fonts - w.pictures }

// light holds that the first view of a page is small.
func light(v *visit) []string {
	var findings []string
	for _, limit := range []struct {
		what     string
		is, most float64
	}{
		{"the first view", v.first.all, mostOfAll},
		{"the first view without fonts and pictures", v.first.bare(), mostBare},
		{"its scripts", v.first.scripts, mostScripts},
	} {
		if limit.is > limit.most {
			findings = append(findings, fmt.Sprintf("%s: %.0f bytes, at most %.0f", limit.what, limit.is, limit.most))
		}
	}
	return findings
}

// weightTable gathers the weights of all pages.
type weightTable struct {
	mu   sync.Mutex
	rows []string
}

func (table *weightTable) add(v *visit) {
	table.mu.Lock()
	defer table.mu.Unlock()
	row := fmt.Sprintf("%-55s %7.0f %13.0f %9.0f %7.0f", v.name, v.first.all, v.first.bare(), v.first.pictures, v.first.scripts)
	table.rows = append(table.rows, row)
}

func (table *weightTable) String() string {
	slices.Sort(table.rows)
	head := fmt.Sprintf("%-55s %7s %13s %9s %7s\n", "", "all", "without these", "pictures", "scripts")
	return "the first view in bytes over the wire, packed, with the headers of the answers and without the icon; without fonts and pictures\n" + head + strings.Join(table.rows, "\n")
}
