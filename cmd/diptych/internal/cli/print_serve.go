package cli

import (
	"fmt"
	"net"
	"time"

	"diptych/cmd/diptych/internal/source"
)

// addresses prints where the site can be seen, in both languages, and where it is reviewed, and gives the address of its
// root.
func (p *printer) addresses(base string, listener net.Addr) string {
	host, port, _ := net.SplitHostPort(listener.String())
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	root := "http://" + net.JoinHostPort(host, port) + base
	fmt.Fprintf(p.world.Stdout, "Français  %sfr/\nEnglish   %sen/\nReview    %s_diptych/\nCtrl-C ends the preview.\n", root, root, root)
	return root
}

// changed prints one line for a change.
func (p *printer) changed(paths []string, took time.Duration) {
	what := count(len(paths), "file")
	if len(paths) == 1 {
		what = paths[0]
	}
	fmt.Fprintf(p.world.Stdout, "%s, %d ms\n", what, took.Milliseconds())
}

// problemsNow prints the problems of the site as they are now, each time that they change.
func (p *printer) problemsNow(problems []source.Problem) {
	if len(problems) == 0 {
		fmt.Fprintln(p.world.Stdout, "nothing is wrong any more")
		return
	}
	p.problems(problems)
}

// note prints something worth knowing about this machine.
func (p *printer) note(text string) { fmt.Fprintln(p.world.Stderr, text) }
