package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// The shape of a made site.
const (
	newsPairs   = 20     // so many pairs, the first, are news; the home page lists the latest, the last of them among these
	menuPairs   = 5      // so many, the first, stand in the menu
	folderPairs = 100    // so many stand in a folder, which has a page of its own beside them
	mostPairs   = 99_999 // the keys have five digits
)

// pair is a page of a made site: two halves that say the same.
type pair struct {
	number int // counted from 1
	date   string
	halves [2]half // in the order of langs
}

// half is a page in one language: 3 to 6 KB of Markdown, with headings, lists, a table, and links as [text](page:key).
type half struct{ title, description, slug, body string }

// compose makes a pair of a site of so many. The same numbers give the same bytes.
func compose(number, pairs int) pair {
	day := time.Date(2001, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, number*37%8500)
	p := pair{number: number, date: day.Format(time.DateOnly)}
	for i := range langs {
		// The same choices in both languages, so that the halves answer each other.
		w := &writer{words: &vocabulary[i], random: rand.New(rand.NewPCG(uint64(number), 2023)), pairs: pairs}
		p.halves[i] = w.half(number)
	}
	return p
}

// folder is the folder that a pair stands in, the same word in both languages.
func folder(number int) string { return fmt.Sprintf("volume-%03d", 1+(number-1)/folderPairs) }

// key is what a pair's files are named for.
func key(number int) string { return fmt.Sprintf("%s/page-%05d", folder(number), number) }

// address is the path of a page of a made site, in one of the langs.
func address(lang, number int) string {
	return fmt.Sprintf("/%s/%s/%s%05d/", langs[lang], folder(number), vocabulary[lang].slug, number)
}

// writer writes in one language.
type writer struct {
	*words
	random *rand.Rand
	pairs  int // of the site
}

func (w *writer) half(number int) half {
	h := half{
		title:       fmt.Sprintf("%s %d%s%s", w.name, number, w.colon, w.pick(w.objects)),
		description: fmt.Sprintf("%s %s %s.", w.pick(w.subjects), w.pick(w.verbs), w.pick(w.objects)),
		slug:        fmt.Sprintf("%s%05d", w.slug, number),
	}
	h.body = w.body()
	return h
}

func (w *writer) body() string {
	blocks := []string{w.paragraph()}
	for _, i := range w.random.Perm(len(headingKeys))[:3+w.random.IntN(3)] {
		blocks = append(blocks, fmt.Sprintf("## %s {#%s}", w.headings[i], headingKeys[i]), w.paragraph())
		blocks = append(blocks, w.extra()...)
	}
	blocks = append(blocks, w.table(), w.paragraph())
	return strings.Join(blocks, "\n\n") + "\n"
}

// extra gives what may follow a paragraph: a list, a quotation, a part of its own, or nothing.
func (w *writer) extra() []string {
	switch w.random.IntN(5) {
	case 0:
		return []string{w.list(func(int) string { return "- " })}
	case 1:
		return []string{w.list(func(i int) string { return fmt.Sprintf("%d. ", i+1) })}
	case 2:
		return []string{"> " + w.quote[0] + w.clause() + "." + w.quote[1]}
	case 3:
		return []string{"### " + w.pick(w.details), w.paragraph()}
	}
	return nil
}

func (w *writer) list(mark func(i int) string) string {
	lines := make([]string, 3+w.random.IntN(3))
	for i := range lines {
		lines[i] = mark(i) + w.sentence()
	}
	return strings.Join(lines, "\n")
}

func (w *writer) table() string {
	lines := []string{"| " + strings.Join(w.columns[:], " | ") + " |", "| --- | --- | --- |"}
	for range 5 {
		lines = append(lines, fmt.Sprintf("| %d | %s | %s |", 1900+w.random.IntN(120), w.pick(places), w.pick(w.objects)))
	}
	return strings.Join(lines, "\n")
}

func (w *writer) paragraph() string {
	sentences := make([]string, 4+w.random.IntN(2))
	for i := range sentences {
		sentences[i] = w.sentence()
	}
	if w.random.IntN(2) == 0 {
		link := fmt.Sprintf("%s [%s](page:%s).", w.see, w.pick(w.objects), key(1+w.random.IntN(w.pairs)))
		sentences = append(sentences, link)
	}
	return strings.Join(sentences, " ")
}

func (w *writer) sentence() string {
	clause := w.clause()
	switch w.random.IntN(8) {
	case 0:
		return fmt.Sprintf("**%s**, *%s*.", clause, w.pick(w.endings))
	case 1:
		return fmt.Sprintf("%s (`%d/%d`).", clause, 1+w.random.IntN(40), 40+w.random.IntN(60))
	}
	return clause + "."
}

func (w *writer) clause() string {
	return fmt.Sprintf("%s %s %s %s", w.pick(w.subjects), w.pick(w.verbs), w.pick(w.objects), w.pick(w.endings))
}

func (w *writer) pick(from []string) string { return from[w.random.IntN(len(from))] }
