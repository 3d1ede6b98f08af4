package main

import (
	"bufio"
	"fmt"
	"log"
	"net/http"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// standIns are programs, found by their names, that stand in for those which the preview starts on an editor's machine.
func standIns() map[string]func() {
	return map[string]func(){"xdg-open": browse, "note-place": notePlace}
}

// browse stands in for the browser: it opens an address, and is open for as long as the preview tells it of changes. Into
// the file that BROWSER_RECORD names it writes the address, and then what it is told.
func browse() {
	record, err := os.Create(os.Getenv("BROWSER_RECORD"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Fprintln(record, "opened", strings.Join(os.Args[1:], " "))
	events, err := http.Get(os.Args[1] + "_diptych/events")
	if err != nil {
		log.Fatal(err)
	}
	for lines := bufio.NewScanner(events.Body); lines.Scan(); {
		fmt.Fprintln(record, lines.Text())
	}
}

// notePlace stands in for the editor: into the file that its first argument names it writes the others, a line each.
func notePlace() {
	unfinished := os.Args[1] + ".new"
	if err := os.WriteFile(unfinished, []byte(strings.Join(os.Args[2:], "\n")+"\n"), 0o600); err != nil {
		log.Fatal(err)
	}
	if err := os.Rename(unfinished, os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

// await waits until a file that another program writes matches a pattern.
func await(ts *testscript.TestScript, args []string) {
	if text, ok := comes(ts.MkAbs(args[0]), regexp.MustCompile("(?m)"+args[1])); !ok {
		ts.Fatalf("%s does not come to match %q; it is\n%s", args[0], args[1], text)
	}
}

// comes waits until a file matches a pattern, and gives what is in it. It is not ok if that takes longer than patience.
func comes(file string, pattern *regexp.Regexp) (text string, ok bool) {
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for deadline := time.After(patience); ; {
		content, err := os.ReadFile(file)
		if err == nil && pattern.Match(content) {
			return string(content), true
		}
		select {
		case <-look.C:
		case <-deadline:
			return string(content), false
		}
	}
}
