package main

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

// hugoFiles is the dress of Hugo's site: what Diptych's layouts show of such a site, written as Hugo has it.
//
//go:embed all:hugo
var hugoFiles embed.FS

// pageLink is a link to a page by its key.
var pageLink = regexp.MustCompile(`\(page:([a-z0-9/-]+)\)`)

// writeHugo writes the Hugo site of so many pairs to a new folder: the same texts, with the style sheet and the icon of
// the Diptych site.
func writeHugo(root, diptych string, pairs int) error {
	dress, err := fs.Sub(hugoFiles, "hugo")
	if err != nil {
		return err
	}
	if err := os.CopyFS(root, dress); err != nil {
		return err
	}
	moved := map[string]string{"static/css/site.css": "assets/css/site.css", "static/favicon.svg": "static/favicon.svg"}
	for from, to := range moved {
		text, err := os.ReadFile(filepath.Join(diptych, from))
		if err != nil {
			return err
		}
		if err := write(root, to, string(text)); err != nil {
			return err
		}
	}
	return writePages(root, pairs, "_index", hugoPage)
}

// hugoPage writes a half as Hugo has it: the facts in each, and links by the name of a file.
func hugoPage(p pair, lang int) string {
	h := p.halves[lang]
	h.body = pageLink.ReplaceAllString(h.body, `({{< relref "/$1.md" >}})`)
	facts := []string{"date = " + p.date}
	if p.number <= newsPairs {
		facts = append(facts, "news = true")
	}
	if p.number <= menuPairs {
		facts = append(facts, fmt.Sprintf("[menu.main]\nweight = %d", p.number))
	}
	return page(h, facts...)
}

// hugoEngine is Hugo's preview, as it is by default, of a site of so many pairs. What it keeps goes to the folder cache.
func hugoEngine(program, root, cache string, pairs int) engine {
	return engine{
		name: hugoName, root: root, page: address(0, middle(pairs)), ready: compose(middle(pairs), pairs).halves[0].slug,
		command: func(ctx context.Context, port string) *exec.Cmd {
			return exec.CommandContext(ctx, program, "server", "--source", root, "--bind", loopback, "--port", port,
				"--cacheDir", cache)
		},
		edits: edits(pairs, "layouts/_default/baseof.html",
			edit{file: "i18n/fr.toml", after: "[skip]\nother = \"", form: "%s "}),
	}
}
