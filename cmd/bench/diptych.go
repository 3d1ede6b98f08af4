package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// diptychHome is Diptych's repository: the tool's source, and the site whose layouts are measured.
type diptychHome string

// findHome finds the repository by the Go module that a folder is in; the current one, if it is empty.
func findHome(ctx context.Context, folder string) (diptychHome, error) {
	command := exec.CommandContext(ctx, "go", "env", "GOMOD")
	command.Dir = folder
	out, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("the Go command doesn't tell the module: %w", err)
	}
	root := filepath.Dir(strings.TrimSpace(string(out)))
	if _, err := os.Stat(filepath.Join(root, "cmd", "diptych")); err != nil {
		return "", fmt.Errorf("run this in Diptych's repository: %w", err)
	}
	return diptychHome(root), nil
}

// build builds programs, each a package below cmd, into a new folder: without the machine's paths and without what only
// debuggers need.
func (h diptychHome) build(ctx context.Context, folder string, programs ...string) error {
	arguments := []string{"build", "-trimpath", "-ldflags=-s -w", "-o", folder + string(filepath.Separator)}
	for _, program := range programs {
		arguments = append(arguments, "./cmd/"+program)
	}
	command := exec.CommandContext(ctx, "go", arguments...)
	command.Dir = string(h)
	command.Env = append(os.Environ(), "CGO_ENABLED=0") // as the tool is handed out
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s can't be built: %w\n%s", strings.Join(programs, ", "), err, out)
	}
	return nil
}

// write writes a Diptych site of so many pairs to a new folder, in the repository's dress.
func (h diptychHome) write(root string, pairs int) error {
	for _, part := range []string{"layouts", "i18n", "static"} {
		if err := os.CopyFS(filepath.Join(root, part), os.DirFS(filepath.Join(string(h), part))); err != nil {
			return err
		}
	}
	config, err := os.ReadFile(filepath.Join(string(h), "config.toml"))
	if err != nil {
		return err
	}
	if err := write(root, "config.toml", string(config)); err != nil {
		return err
	}
	return writePages(root, pairs, "index", diptychPage)
}

// diptychPage writes a half. The facts of the pair stand in the first, so that there are as many files as Hugo has.
func diptychPage(p pair, lang int) string {
	var facts []string
	if lang == 0 {
		facts = append(facts, "date = "+p.date)
		if p.number <= newsPairs {
			facts = append(facts, "news = true")
		}
		if p.number <= menuPairs {
			facts = append(facts, fmt.Sprintf("menu = %d", p.number))
		}
	}
	return page(p.halves[lang], facts...)
}

// diptychEngine is Diptych's preview of a site of so many pairs.
func diptychEngine(program, root string, pairs int) engine {
	return engine{
		name: diptychName, root: root, page: address(0, middle(pairs)), ready: compose(middle(pairs), pairs).halves[0].slug,
		events: "/_diptych/events",
		command: func(ctx context.Context, port string) *exec.Cmd {
			return exec.CommandContext(ctx, program, "serve", "--source", root, "--addr", net.JoinHostPort(loopback, port))
		},
		edits: edits(pairs, "layouts/base.html", edit{file: "i18n/fr.toml", after: `skip = "`, form: "%s "}),
	}
}
