package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/config"
	"diptych/cmd/diptych/internal/publish"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// buildFlags are the flags of `diptych build`.
type buildFlags struct {
	siteFlags
	output  string
	baseURL string
	format  string
	drafts  bool
	release bool
	dryRun  bool
	verify  bool
	cache   string
}

func buildCommand(world World, code *int) *cobra.Command {
	var flags buildFlags
	command := &cobra.Command{
		Use:   "build",
		Short: "Build the site into a folder",
		Long: `Build the whole site into a folder, ready for any host that serves files.

The folder changes as one: if anything is wrong with the site, all problems are told with
their places, and the old output stays as it is. Only what differs is written. A folder with
files is only written if an earlier build made it, and what others put there is kept.`,
		Example: `  diptych build
  diptych build --source ../site --output /srv/www/conference
  diptych build --base-url https://example.org/conference/
  diptych build --base-url '' --output copy   # opens from the folder, without a server
  diptych build --date 2023-12-05 --drafts    # as on that day, drafts included
  diptych build --dry-run                     # only tell what would change
  diptych build --verify                      # make every page anew, and compare
  diptych build --format json                 # problems for other programs
  diptych build --release                     # only what check --release has nothing to say of`,
		Args: noArguments,
	}
	flags.add(command, "the build `day`")
	addCache(command, &flags.cache, world)
	f := command.Flags()
	f.StringVar(&flags.output, "output", "", "the `folder` to build into (default: public in the site's folder)")
	f.StringVar(&flags.baseURL, "base-url", "", "the site's `address`, in place of baseURL in config.toml; '' for a site that opens from a folder")
	f.BoolVar(&flags.drafts, "drafts", false, "include drafts")
	f.StringVar(&flags.format, "format", "text", "how problems are printed: `text|json`")
	f.BoolVar(&flags.release, "release", false, "refuse a site with a pair that is stale, half a draft or failing: all that check --release tells of")
	f.BoolVar(&flags.dryRun, "dry-run", false, "tell what would change in the folder, and write nothing")
	f.BoolVar(&flags.verify, "verify", false, "make also what needs no making, and tell if it is not as it was promised to be")
	command.RunE = func(*cobra.Command, []string) error {
		day, err := buildDay(flags.date, world)
		if err != nil {
			return err
		}
		if flags.format != "text" && flags.format != "json" {
			return fmt.Errorf("--format is text or json, not %q", flags.format)
		}
		options := site.Options{Day: day, Drafts: flags.drafts, Maker: maker(world.Program)}
		if f.Changed("base-url") {
			if _, ok := config.ParseBase(flags.baseURL); !ok {
				return fmt.Errorf("--base-url is an address such as https://example.org/ or '', not %q", flags.baseURL)
			}
			options.BaseURL = &flags.baseURL
		}
		*code = runBuild(flags, options, newPrinter(world, flags.format == "json"))
		return nil
	}
	return command
}

// noArguments refuses what stands behind the command, most often the site's folder.
func noArguments(command *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("%s takes no %q; the site's folder is named with --source", command.Name(), args[0])
}

// runBuild builds the site and prints what came of it.
func runBuild(flags buildFlags, options site.Options, print *printer) int {
	started := print.world.Now()
	memory := collectLate(print.world)
	defer memory.restore()
	root, tree, err := flags.read()
	if err != nil {
		return print.failure(err)
	}
	if options.Cache, err = openCache(flags.cache, root, print.world); err != nil {
		return print.failure(err)
	}
	if options.Lean = isLarge(tree); options.Lean {
		memory.often()
	}
	at := publish.Place{Output: flags.output, Source: root, Home: print.world.Home}
	if at.Output == "" {
		at.Output = filepath.Join(root, "public")
	}
	p := &publication{tree: tree, options: options, at: at, verify: flags.verify, print: print}
	if flags.release {
		if p.site = build.Assemble(tree, options); !passes(p.site, tree, options.Day, print) {
			return exitProblems
		}
	}
	if flags.dryRun {
		return p.compare()
	}
	return p.publish(started)
}

// passes tells whether a site may be published: a check as strict as `check --release` finds nothing to mend. What it finds
// is told.
func passes(finished *build.Site, tree *source.Tree, day civil.Date, print *printer) bool {
	report, err := check.Site(print.world.Context, finished, check.Options{Day: day, Release: true})
	if err != nil {
		print.failure(err)
		return false
	}
	if !fails(report.Findings, true) {
		return true
	}
	print.checked(report, tree)
	print.note("nothing was published: a release has neither errors nor warnings")
	return false
}
