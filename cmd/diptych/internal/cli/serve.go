package cli

import (
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/cli/browser"
	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/serve"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/watch"
)

// serveFlags are the flags of `diptych serve`.
type serveFlags struct {
	source string
	addr   string
	hosts  []string
	date   string
	editor string
	drafts bool
	open   bool
	poll   bool
}

func serveCommand(world World, code *int) *cobra.Command {
	var flags serveFlags
	command := &cobra.Command{
		Use:   "serve",
		Short: "Show the site in a browser, and each change as it is saved",
		Long: `Show the whole site in a browser, as it would be published. Each page that is open shows
a change as soon as it is saved, in both languages, and keeps its place.

A mistake takes no page away: the last good one stays, with what is wrong laid over it.`,
		Example: `  diptych serve
  diptych serve --open --drafts
  diptych serve --addr 0.0.0.0:1313 --host atelier.example.org   # let a colleague look
  diptych serve --editor 'code --goto {file}:{line}:{column}'    # click a problem to open it
  diptych serve --poll                                           # where the file system tells nothing`,
		Args: noArguments,
	}
	f := command.Flags()
	f.StringVar(&flags.source, "source", ".", "the site's `folder`, or any folder below it")
	f.StringVar(&flags.addr, "addr", "127.0.0.1:1313", "the `address` to listen at; if its port is in use, the next free one is taken")
	f.StringSliceVar(&flags.hosts, "host", nil, "a `name` by which others may reach the preview, beside this machine's own")
	f.StringVar(&flags.date, "date", "", "the build `day`, yyyy-mm-dd (default: SOURCE_DATE_EPOCH, else today in UTC)")
	f.StringVar(&flags.editor, "editor", "", "the `command` that opens a problem's place when it is clicked")
	f.BoolVar(&flags.drafts, "drafts", false, "include drafts")
	f.BoolVar(&flags.open, "open", false, "open the site in the browser")
	f.BoolVar(&flags.poll, "poll", false, "look at all files now and then, instead of being told of changes")
	command.RunE = func(*cobra.Command, []string) error {
		day, err := buildDay(flags.date, world)
		if err != nil {
			return err
		}
		*code = runServe(flags, site.Options{Day: day, Drafts: flags.drafts}, newPrinter(world, false))
		return nil
	}
	return command
}

// preview is the site as the server sees it.
type preview struct {
	*build.Site
	tree *source.Tree
}

// PageAt finds the page at an output path.
func (p preview) PageAt(path string) (serve.Page, bool) {
	key, lang, ok := p.Site.PageAt(path)
	return serve.Page{Key: key, Lang: lang}, ok
}

// PathOf finds the output path of a page.
func (p preview) PathOf(page serve.Page) (string, bool) { return p.Site.PathOf(page.Key, page.Lang) }

// Line gives the line of the source at a place; "" if there is none.
func (p preview) Line(pos source.Pos) string {
	file, ok := p.tree.File(pos.File)
	if !ok || pos.Line < 1 {
		return ""
	}
	lines := strings.SplitN(file.Text, "\n", pos.Line+1)
	if len(lines) < pos.Line {
		return ""
	}
	return lines[pos.Line-1]
}

// runServe shows the site until the world's context is done.
func runServe(flags serveFlags, options site.Options, print *printer) int {
	root, err := findRoot(flags.source)
	if err != nil {
		return print.failure(err)
	}
	ctx, stop := context.WithCancel(print.world.Context)
	defer stop()
	watcher, err := watch.Start(ctx, root, watch.Options{
		Folders: source.Folders(), Files: []string{source.ConfigFile}, Hidden: source.Hidden(), Poll: flags.poll,
	})
	if err != nil {
		return print.failure(err)
	}
	started := print.world.Now()
	tree, err := source.Read(root) // what changes from here on is told by the watcher
	if err != nil {
		return print.failure(err)
	}
	watcher.Looked(print.world.Now().Sub(started))
	listener, note, err := serve.Listen(flags.addr)
	if err != nil {
		return print.failure(err)
	}
	if note != "" {
		print.note(note)
	}
	now := preview{build.Assemble(tree, options), tree}
	server := serve.New(serve.Options{
		Hosts: flags.hosts, Headers: hostHeaders, Now: print.world.Now,
		Editor: flags.editor, Root: root, Token: rand.Text(),
		Problems: print.problemsNow, Log: print.note,
	})
	server.Publish(now)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, listener) }()
	addresses := print.addresses(now, listener.Addr())
	if flags.open {
		if err := browser.OpenURL(addresses[0]); err != nil {
			print.note("the browser can't be opened: " + err.Error())
		}
	}
	follow(watcher, server, now, print)
	if err := <-ended; err != nil {
		return print.failure(err)
	}
	return exitOK
}

// follow publishes each change of the source, until the watcher ends.
func follow(watcher *watch.Watcher, server *serve.Server, now preview, print *printer) {
	notices := watcher.Notices()
	for {
		select {
		case notice, ok := <-notices:
			if !ok {
				notices = nil
				continue
			}
			print.note(notice)
		case change, ok := <-watcher.Changes():
			if !ok {
				return
			}
			now = again(watcher, server, now, change, print)
		}
	}
}

// again looks at what may have changed, and publishes the site if anything has.
func again(watcher *watch.Watcher, server *serve.Server, now preview, change watch.Change, print *printer) preview {
	started := print.world.Now()
	tree := now.tree.Again(change.Paths)
	if change.All {
		tree = now.tree.Look()
		watcher.Looked(print.world.Now().Sub(started))
	}
	if tree == now.tree {
		return now
	}
	changed := tree.Changed(now.tree)
	now = preview{now.Site.Again(tree), tree}
	print.changed(changed, print.world.Now().Sub(started))
	server.Publish(now)
	return now
}

// hostHeaders gives what the host of the published site sends.
func hostHeaders(path string) http.Header {
	headers := http.Header{}
	for _, h := range build.Headers(path) {
		headers.Set(h.Name, h.Value)
	}
	return headers
}

// addresses prints where the site can be seen, in both languages, and gives the addresses.
func (p *printer) addresses(s preview, listener net.Addr) []string {
	host, port, _ := net.SplitHostPort(listener.String())
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	root := "http://" + net.JoinHostPort(host, port) + s.BasePath()
	fmt.Fprintf(p.world.Stdout, "Français  %sfr/\nEnglish   %sen/\nCtrl-C ends the preview.\n", root, root)
	return []string{root}
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
