package cli

import (
	"context"
	"crypto/rand"
	"net"
	"os"
	"slices"

	"github.com/cli/browser"
	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/serve"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/watch"
)

// serveFlags are the flags of `diptych serve`.
type serveFlags struct {
	siteFlags
	addr   string
	hosts  []string
	editor string
	drafts bool
	open   bool
	poll   bool
	cache  string
}

func serveCommand(world World, code *int) *cobra.Command {
	var flags serveFlags
	command := &cobra.Command{
		Use:   "serve",
		Short: "Show the site in a browser, and each change as it is saved",
		Long: `Show the whole site in a browser, as it would be published. Each page that is open shows
a change as soon as it is saved, in both languages, and keeps its place.

A mistake takes no page away: the last good one stays, with what is wrong laid over it.

What differs between the two halves is marked at its block. At _diptych/ all pages are listed with
what has changed since they were confirmed; there each is reviewed, and confirmed by a click.`,
		Example: `  diptych serve
  diptych serve --open --drafts
  diptych serve --addr 0.0.0.0:1313 --host atelier.example.org   # let a colleague look
  diptych serve --editor 'code --goto {file}:{line}:{column}'    # click a problem to open it
  diptych serve --poll                                           # where the file system tells nothing`,
		Args: noArguments,
	}
	flags.add(command, "the build `day`")
	addCache(command, &flags.cache, world)
	f := command.Flags()
	f.StringVar(&flags.addr, "addr", "127.0.0.1:1313", "the `address` to listen at; if its port is in use, the next free one is taken")
	f.StringSliceVar(&flags.hosts, "host", nil, "a `name` by which others may reach the preview, beside this machine's own")
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

// runServe shows the site until the world's context is done.
func runServe(flags serveFlags, options site.Options, print *printer) int {
	root, err := findRoot(flags.source)
	if err != nil {
		return print.failure(err)
	}
	if options.Cache, err = openCache(flags.cache, root, print.world); err != nil {
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
	finished := build.Assemble(tree, options)
	server := newServer(flags, root, options, print)
	server.Publish(finished, tree)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, listener) }()
	address := print.addresses(finished.BasePath(), listener.Addr())
	if flags.open {
		go openBrowser(address, print.note)
	}
	(&follower{watcher, server, print, finished, tree}).follow()
	if err := <-ended; err != nil {
		return print.failure(err)
	}
	return exitOK
}

// openBrowser opens an address in the browser. Where no browser runs yet, the program that opens one lasts as long as
// the browser; what that prints is not the preview's.
func openBrowser(address string, note func(text string)) {
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		defer null.Close()
		browser.Stdout, browser.Stderr = null, null
	}
	if err := browser.OpenURL(address); err != nil {
		note("the browser can't be opened: " + err.Error())
	}
}

// newServer makes the preview's server, which answers to the names that the flags give.
func newServer(flags serveFlags, root string, options site.Options, print *printer) *serve.Server {
	hosts := flags.hosts
	if name, _, err := net.SplitHostPort(flags.addr); err == nil && name != "" && net.ParseIP(name) == nil {
		hosts = append(slices.Clone(hosts), name)
	}
	return serve.New(serve.Options{
		Hosts: hosts, Headers: host.Headers, Now: print.world.Now,
		Editor: flags.editor, Root: root, Token: rand.Text(),
		Check:    check.Options{Day: options.Day, Drafts: true}, // halves are compared while they are written
		Confirm:  confirmFor(root, func() (civil.Date, error) { return buildDay(flags.date, print.world) }),
		Problems: print.problemsNow, Log: print.note,
	})
}

// follower publishes the site anew with each change of its source.
type follower struct {
	watcher  *watch.Watcher
	server   *serve.Server
	print    *printer
	finished *build.Site
	tree     *source.Tree
}

// follow goes on until the watcher ends.
func (f *follower) follow() {
	notices := f.watcher.Notices()
	for {
		select {
		case notice, ok := <-notices:
			if !ok {
				notices = nil
				continue
			}
			f.print.note(notice)
		case change, ok := <-f.watcher.Changes():
			if !ok {
				return
			}
			f.look(change)
		}
	}
}

// look looks at what may have changed, and publishes the site if anything has.
func (f *follower) look(change watch.Change) {
	started := f.print.world.Now()
	tree := f.tree.Again(change.Paths)
	if change.All {
		tree = f.tree.Look()
		f.watcher.Looked(f.print.world.Now().Sub(started))
	}
	if tree == f.tree {
		return
	}
	changed := tree.Changed(f.tree)
	f.tree, f.finished = tree, f.finished.Again(tree)
	f.print.changed(changed, f.print.world.Now().Sub(started))
	f.server.Publish(f.finished, tree)
}
