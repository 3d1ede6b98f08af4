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

// findHome finds the repository by the Go module that the current folder is in.
func findHome(ctx context.Context) (diptychHome, error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("the Go command doesn't tell the module: %w", err)
	}
	root := filepath.Dir(strings.TrimSpace(string(out)))
	if _, err := os.Stat(filepath.Join(root, "cmd", "diptych")); err != nil {
		return "", fmt.Errorf("run this in Diptych's repository: %w", err)
	}
	return diptychHome(root), nil
}

// build builds the tool.
func (h diptychHome) build(ctx context.Context, program string) error {
	command := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", program, "./cmd/diptych")
	command.Dir = string(h)
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("diptych can't be built: %w\n%s", err, out)
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
