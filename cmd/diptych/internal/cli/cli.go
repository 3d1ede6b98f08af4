// Package cli is the command line: commands, flags, exit codes, and how results are printed.
//
// It is the only package that looks at the clock, the environment and the terminal, and it turns them into values for
// the rooms below: the build day is fixed here, once.
package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/source"
)

// The exit codes.
const (
	exitOK       = 0
	exitProblems = 1 // the site has errors, or could not be read or written
	exitUsage    = 2 // the command line makes no sense
)

// World is what the command line sees of the machine.
type World struct {
	Context        context.Context // done when the user ends the program
	Stdin          io.Reader       // nil where nobody can be asked
	Stdout, Stderr io.Writer
	Getenv         func(name string) string
	Now            func() time.Time
	Cache          string // the folder for what costs much to make; "" where there is none
	Home           string // the user's own folder; "" where there is none
	Program        string // the file of the tool itself; "" where it is not known
}

// Run runs a command line, without the program's name, and gives the exit code.
func Run(args []string, world World) int {
	code := exitOK
	root := rootCommand(world, &code)
	root.SetArgs(args)
	if command, err := root.ExecuteC(); err != nil {
		fmt.Fprintf(world.Stderr, "diptych: %s\nSee `%s --help`.\n", err, command.CommandPath())
		return exitUsage
	}
	return code
}

// rootCommand makes the tree of commands. A command that ran leaves its exit code in code; the errors that cobra
// returns are those of the command line itself.
func rootCommand(world World, code *int) *cobra.Command {
	root := &cobra.Command{
		Use:   "diptych",
		Short: "Build a site in French and English whose pages are one document with two halves",
		Long: `Diptych turns Markdown in French and English into a static site.

A page is one document with two halves, content/KEY.fr.md and content/KEY.en.md, and the facts
that both share, content/KEY.toml. They go live together.`,
		Example: `  diptych serve                      # show the site of this folder, and each change as it is saved
  diptych build                      # build the site of this folder into public/
  diptych build --base-url ''        # build a site that opens from its folder, without a server
  diptych help build                 # all about one command`,
		Args:          knownCommand,
		RunE:          func(root *cobra.Command, _ []string) error { return root.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(world.Stdout)
	root.SetErr(world.Stderr)
	root.AddCommand(serveCommand(world, code), buildCommand(world, code), checkCommand(world, code), statusCommand(world, code),
		diffCommand(world, code), confirmCommand(world, code), versionCommand(world))
	return root
}

// knownCommand refuses what is no command, and names the one that was meant. Cobra itself would print the help.
func knownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, command := range root.Commands() {
		names = append(names, command.Name())
	}
	if near := source.Nearest(args[0], names); near != "" {
		return fmt.Errorf("there is no command %q; did you mean %q?", args[0], near)
	}
	return fmt.Errorf("there is no command %q", args[0])
}
