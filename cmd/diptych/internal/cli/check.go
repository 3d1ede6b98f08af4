package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// checkFlags are the flags of `diptych check`.
type checkFlags struct {
	siteFlags
	format  string
	drafts  bool
	release bool
	explain bool
	fix     bool
	yes     bool
	cache   string
}

func checkCommand(world World, code *int) *cobra.Command {
	var flags checkFlags
	command := &cobra.Command{
		Use:   "check [KEY…]",
		Short: "Prove that both halves of each page say the same",
		Long: `Compare the two halves of each page block by block, and look at the pages as they are
published: what has no answer in the other half, which number, day or link differs, where the
other language was left in the text, which link is dead.

Without a KEY all pages are looked at. The exit code is 1 if there are errors.`,
		Example: `  diptych check
  diptych check preparatory-process/dhaka
  diptych check --release                     # as before the site is published: warnings count too
  diptych check --format github               # as annotations of a pull request
  diptych check --explain number-mismatch     # what a rule finds, and why
  diptych check --fix                         # mend what is safe, after showing it`,
	}
	flags.add(command, "the `day` to check for")
	addCache(command, &flags.cache, world)
	f := command.Flags()
	f.StringVar(&flags.format, "format", "text", "how findings are printed: `text|json|github`")
	f.BoolVar(&flags.drafts, "drafts", false, "look at drafts too")
	f.BoolVar(&flags.release, "release", false, "be as strict as before publishing: exit with 1 on warnings too")
	f.BoolVar(&flags.explain, "explain", false, "explain the rules that are named, or list all")
	f.BoolVar(&flags.fix, "fix", false, "show what can be mended safely, and mend it: spaces before stops, hyphens in ranges of days, apostrophes")
	f.BoolVar(&flags.yes, "yes", false, "with --fix, mend without asking")
	command.RunE = func(_ *cobra.Command, args []string) error {
		if flags.explain {
			return runExplain(args, world)
		}
		day, err := buildDay(flags.date, world)
		if err != nil {
			return err
		}
		if flags.fix && flags.format != "text" {
			return errors.New("--fix shows what it mends, and has no other format")
		}
		if !slices.Contains([]string{"text", "json", "github"}, flags.format) {
			return fmt.Errorf("--format is text, json or github, not %q", flags.format)
		}
		options := check.Options{Day: day, Keys: args, Drafts: flags.drafts, Release: flags.release}
		*code = runCheck(flags, options, newPrinter(world, flags.format == "json"))
		return nil
	}
	return command
}

// runCheck checks the site and prints what it found.
func runCheck(flags checkFlags, options check.Options, print *printer) int {
	root, tree, err := flags.read()
	if err != nil {
		return print.failure(err)
	}
	store, err := openCache(flags.cache, root, print.world)
	if err != nil {
		return print.failure(err)
	}
	finished := build.Assemble(tree, site.Options{Day: options.Day, Drafts: options.Drafts, Cache: store})
	if options.Keys, err = knownKeys(finished.Model(), options.Keys); err != nil {
		return print.failure(err)
	}
	if flags.fix {
		return runFix(root, tree, finished.Model(), options, flags.yes, print)
	}
	report, err := check.Site(print.world.Context, finished, options)
	if err != nil {
		return print.failure(err)
	}
	if flags.format == "github" {
		annotate(print.world.Stdout, report.Findings)
		print.note(checkSummary(report))
	} else {
		print.checked(report, tree)
	}
	if fails(report.Findings, options.Release) {
		return exitProblems
	}
	return exitOK
}

// fails tells whether there are errors or, before a release, warnings.
func fails(findings []source.Problem, release bool) bool {
	return slices.ContainsFunc(findings, func(p source.Problem) bool {
		return p.Severity == source.Error || release && p.Severity == source.Warning
	})
}

// knownKeys gives the keys of pages that are named by key or by one of their files. The error names one that is none.
func knownKeys(model *site.Model, names []string) ([]string, error) {
	var keys []string
	for _, name := range names {
		s, found := model.Source(keyOf(name))
		if !found {
			return nil, noPage(model, name)
		}
		if !slices.Contains(keys, s.Key) {
			keys = append(keys, s.Key)
		}
	}
	return keys, nil
}

// noPage says that there is no page of a name, and which one may be meant.
func noPage(model *site.Model, name string) error {
	var keys []string
	for _, s := range model.Sources() {
		keys = append(keys, strings.TrimSuffix(s.Key, "/index"))
	}
	if near := source.Nearest(keyOf(name), keys); near != "" {
		return fmt.Errorf("there is no page %q; did you mean %q?", name, near)
	}
	return fmt.Errorf("there is no page %q; a key is the path below content/ without language and ending", name)
}

// keyOf gives the key of a page that an editor names by it, or by one of its files.
func keyOf(name string) string {
	key := strings.TrimPrefix(strings.TrimPrefix(name, "./"), "content/")
	for _, ending := range []string{".fr.md", ".en.md", ".toml", ".md"} {
		key = strings.TrimSuffix(key, ending)
	}
	return strings.Trim(key, "/")
}
