package main

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestBrowser plays what editors live through, with the real preview in a real browser. Each story has a copy of this
// repository's site and windows of its own; the browser is one.
func TestBrowser(t *testing.T) {
	program := findBrowser(t)
	before := runtime.NumGoroutine()
	t.Run("stories", func(t *testing.T) {
		browser := startBrowser(t, program)
		for _, story := range []struct {
			name string
			play func(t *testing.T, browser context.Context)
		}{
			{"an edit of one half shows in its window alone", editOneHalf},
			{"an edit of a sentence keeps what is selected in it", editSelected},
			{"an edit of a fact shows in both windows", editFact},
			{"a style takes effect without a flash", editStyle},
			{"a picture is followed, and a damaged one leaves the last", followPicture},
			{"a broken layout lies over the last good page", breakLayout},
			{"broken front matter lies over the last good page", breakFrontMatter},
			{"a site that is broken at the start comes when it is mended", startBroken},
			{"pages in both languages speak the first", breakBoth},
			{"a warning is a count in the corner", warn},
			{"of many warnings the first are shown", warnOften},
			{"of a long line the part that matters is shown", warnFarRight},
			{"a place is copied", copyPlace},
			{"a place is copied where the clipboard is out of reach", copyPlaceByHand},
			{"a place is opened in the editor", openPlace},
			{"no-break spaces are marked on demand", markSpaces},
			{"the choice to mark them holds for the window", keepMarks},
			{"marks are not printed", printMarks},
			{"the switch for marks hides nothing", markOnPhone},
			{"a browser that can't mark has no switch", markNothing},
			{"a review shows a change, and a click confirms it", reviewLive},
			{"a review is done by the keyboard", reviewByKeyboard},
			{"a page with errors can't be confirmed", reviewRefused},
			{"a finding is marked at its block", markFinding},
			{"all pages are listed with their states", listPairs},
			{"a draft says that it is one", showDraft},
			{"a page is followed to its new address", changeSlug},
			{"windows come back after a restart", restart},
			{"the switch leads to the other half and back", switchLanguage},
			{"a part leads to the same part without script", turnWithoutScript},
			{"the switch follows the part that is read", switchInPlace},
			{"the switch follows in a low window", switchInLowWindow},
			{"ids of the other half lead to the part here", followForeignIDs},
			{"the keyboard finds the quiet links", turnByKeyboard},
			{"where shapes differ links lead to the page", turnWhereShapesDiffer},
			{"both halves are read side by side", readBothHalves},
			{"the keyboard leads everywhere", useKeyboard},
			{"pages need no script", readWithoutScript},
		} {
			t.Run(story.name, func(t *testing.T) { story.play(t, browser) })
		}
	})
	waitForGoroutines(t, before)
}

// waitForGoroutines waits until no more goroutines run than before.
func waitForGoroutines(t *testing.T, before int) {
	t.Helper()
	for deadline := time.Now().Add(patience); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines run, %d did before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// startBrowser starts the browser that all stories share, without a window of theirs. It runs until the test ends.
func startBrowser(t *testing.T, program string) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.NoSandbox, // the pages are ours, and the sandbox needs rights that containers seldom give
		chromedp.DisableGPU,
		chromedp.WindowSize(1000, 700),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	allocator, end := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(end)
	browser, end := chromedp.NewContext(allocator)
	t.Cleanup(end)
	if err := chromedp.Do(browser); err != nil {
		t.Fatal(err)
	}
	return browser
}

// findBrowser gives the path of the browser, or ends the test where there is none.
func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && os.Getenv("DIPTYCH_BROWSER") != "none" {
			return path
		}
	}
	withoutBrowser(t, "there is no Chromium; install it, on Debian by `apt-get install chromium`")
	return ""
}

// withoutBrowser ends a test that lacks what it needs, or that DIPTYCH_BROWSER=none leaves to another run. Where
// DIPTYCH_BROWSER=required or CI=true is in the environment, it fails, so that nobody takes a test that never ran for one
// that passed.
func withoutBrowser(t *testing.T, missing string) {
	t.Helper()
	switch wish := os.Getenv("DIPTYCH_BROWSER"); {
	case wish == "none":
		t.Skip("nothing is tried in a browser: DIPTYCH_BROWSER=none")
	case wish == "required" || os.Getenv("CI") == "true":
		t.Fatal("nothing was tried in a browser: " + missing)
	default:
		t.Skip("nothing was tried in a browser: " + missing)
	}
}
