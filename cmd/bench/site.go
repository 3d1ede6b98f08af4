package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// home is what the home page says, in the order of langs. The news are the layout's.
var home = [2]half{
	{title: "Carnets du littoral", description: "Ce que les équipages ont noté, d’un été à l’autre.",
		body: "Les carnets paraissent en français et en anglais, le même jour.\n"},
	{title: "Notebooks of the coast", description: "What the crews noted, from one summer to the next.",
		body: "The notebooks appear in French and in English, on the same day.\n"},
}

// writePages writes the pages of a site of so many pairs below its folder content: the home page and those of the
// folders, as files of the name index, and each half as text says.
func writePages(root string, pairs int, index string, text func(p pair, lang int) string) error {
	for lang, h := range home {
		if err := write(root, fmt.Sprintf("content/%s.%s.md", index, langs[lang]), page(h)); err != nil {
			return err
		}
	}
	for number := 1; number <= pairs; number++ {
		if number%folderPairs == 1 {
			if err := writeFolder(root, number, index); err != nil {
				return err
			}
		}
		p := compose(number, pairs)
		for lang := range langs {
			if err := write(root, contentFile(lang, number), text(p, lang)); err != nil {
				return err
			}
		}
	}
	return nil
}

// pages counts the pages of a site of so many pairs, each with two halves: those of the pairs, of their folders, and the
// home page.
func pages(pairs int) int { return len(langs) * (1 + (pairs+folderPairs-1)/folderPairs + pairs) }

// writeFolder writes the page of the folder that begins with a pair.
func writeFolder(root string, number int, index string) error {
	for lang, code := range langs {
		volume := 1 + number/folderPairs
		h := half{title: fmt.Sprintf("Volume %d", volume), description: home[lang].description, body: home[lang].body}
		if err := write(root, fmt.Sprintf("content/%s/%s.%s.md", folder(number), index, code), page(h)); err != nil {
			return err
		}
	}
	return nil
}

// contentFile is the file of one of a pair's halves.
func contentFile(lang, number int) string {
	return fmt.Sprintf("content/%s.%s.md", key(number), langs[lang])
}

// write writes a file below a folder, and makes the folders that it needs.
func write(root, name, text string) error {
	path := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

// page writes a page's file: its front matter, the words first and then the lines of facts, and its body.
func page(h half, facts ...string) string {
	lines := []string{"+++", `title = "` + h.title + `"`, `description = "` + h.description + `"`}
	if h.slug != "" {
		lines = append(lines, `slug = "`+h.slug+`"`)
	}
	lines = append(append(lines, facts...), "+++", "", h.body)
	return strings.Join(lines, "\n")
}
