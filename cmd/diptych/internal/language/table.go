package language

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Table is what was learned from text. All odds are of French against English, in tenths of a natural logarithm.
type Table struct {
	Words map[string]int // of the form of a word, as Cut gives it; within Limit
	Grams map[Gram]int   // of a gram, for words that are not in Words
	Bias  int            // what a word that is not in Words has before its grams are added
}

// scale is the number of steps of a Table in one natural logarithm.
const scale = 10

// ParseTable reads a table as String writes it. Lines that begin with # are comments.
func ParseTable(text string) (*Table, error) {
	t := &Table{Words: map[string]int{}, Grams: map[Gram]int{}}
	number := 0
	for line := range strings.Lines(text) {
		number++
		if strings.HasPrefix(line, "#") {
			continue
		}
		if err := t.parse(strings.Fields(line)); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	return t, nil
}

// parse reads a line: what it gives odds to, the odds, and all that has them.
func (t *Table) parse(fields []string) error {
	if len(fields) < 2 {
		return errors.New("a kind and odds must stand here")
	}
	odds, err := strconv.Atoi(fields[1])
	if err != nil {
		return err
	}
	members := fields[2:]
	switch fields[0] {
	case "bias":
		t.Bias = odds
	case "word":
		return t.parseWords(odds, members)
	case "gram":
		return t.parseGrams(odds, members)
	default:
		return fmt.Errorf("%q is no kind", fields[0])
	}
	return nil
}

func (t *Table) parseWords(odds int, forms []string) error {
	if max(odds, -odds) > Limit*scale {
		return fmt.Errorf("%d is beyond the limit", odds)
	}
	for _, form := range forms {
		t.Words[form] = odds
	}
	return nil
}

func (t *Table) parseGrams(odds int, grams []string) error {
	for _, text := range grams {
		gram, ok := ParseGram(text)
		if !ok {
			return fmt.Errorf("%q is no gram", text)
		}
		t.Grams[gram] = odds
	}
	return nil
}

// String writes the table: one line for all words, or grams, of the same odds. Equal tables have the same text.
func (t *Table) String() string {
	var text strings.Builder
	fmt.Fprintln(&text, "bias", t.Bias)
	grams := map[int][]string{}
	for gram, odds := range t.Grams {
		grams[odds] = append(grams[odds], gram.String())
	}
	words := map[int][]string{}
	for form, odds := range t.Words {
		words[odds] = append(words[odds], form)
	}
	writeLines(&text, "gram", grams)
	writeLines(&text, "word", words)
	return text.String()
}

func writeLines(text *strings.Builder, kind string, members map[int][]string) {
	for _, odds := range slices.Sorted(maps.Keys(members)) {
		slices.Sort(members[odds])
		fmt.Fprintln(text, kind, odds, strings.Join(members[odds], " "))
	}
}

// odds gives the odds of a form: those of the word, else what its grams let guess.
func (t *Table) odds(form []byte) int {
	if odds, known := t.Words[string(form)]; known {
		return odds
	}
	sum, some := t.Bias, false
	Grams(form, func(g Gram) { sum, some = sum+t.Grams[g], true })
	if !some {
		return 0
	}
	return min(max(sum, -GuessLimit*scale), GuessLimit*scale)
}
