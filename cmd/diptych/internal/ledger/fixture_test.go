package ledger

import (
	"fmt"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

var (
	firstDay  = civil.Date{Year: 2023, Month: 9, Day: 22}
	secondDay = civil.Date{Year: 2023, Month: 12, Day: 5}
)

// pairOf makes a pair of two pages, each the text below its title.
func pairOf(french, english string) Pair {
	var blocks [2][]markdown.Block
	for i, lang := range source.Langs() {
		text := [2]string{french, english}[i]
		title, body, _ := strings.Cut(text, "\n")
		file := source.NewTree(map[string]string{
			"content/page." + string(lang) + ".md": "+++\ntitle = \"" + title + "\"\n+++\n" + body,
		}).Below("content")[0]
		half, _ := content.ReadHalf(file, lang)
		outline := markdown.New(lang, markdown.Words{}, markdown.Options{}).Outline(half.BodyPos, half.Body)
		blocks[i] = append([]markdown.Block{markdown.Value("title", title, half.Pos("title"), true)}, outline.Blocks...)
	}
	return Join(blocks[0], blocks[1])
}

// confirmed gives the lock of a pair that was confirmed on the first day.
func confirmed(pair Pair) Lock { return Compare(Lock{}, pair).All(Confirmation{Day: firstDay}) }

// told writes a comparison as a person reads it: a line for each block that is not as it was.
func told(c *Comparison) string {
	states := [...]string{"confirmed", "fr", "en", "both", "new"}
	var out strings.Builder
	for _, row := range c.Rows {
		if row.State == Confirmed {
			continue
		}
		fmt.Fprintf(&out, "%s:", states[row.State])
		for _, lang := range source.Langs() {
			if b := c.Block(row.Row, lang); b != nil {
				fmt.Fprintf(&out, " %s", b.Text)
			} else {
				out.WriteString(" ∅")
			}
		}
		out.WriteString("\n")
	}
	for _, gone := range c.Gone {
		fmt.Fprintf(&out, "gone: %s\n", gone.Words)
	}
	return out.String()
}

func lines(text ...string) string {
	if len(text) == 0 {
		return ""
	}
	return strings.Join(text, "\n") + "\n"
}

const (
	frenchPage = `L’atelier des langues
Le Ghana accueille à Accra, les 5 et 6 décembre 2023, la Conférence ministérielle.

## Dates et lieux {#dates}

- Dacca : 25-26 juin 2023
- Islamabad : 30-31 août 2023
- Oui
- Oui

Voir [la note](doc:note) et ![une photo](/accra.jpg).

| Mois | Lieu |
| --- | --- |
| juin | Dacca |
`
	englishPage = `The language workshop
Ghana is to host the Ministerial Meeting in Accra on 5 and 6 December 2023.

## Dates and places {#dates}

- Dhaka: 25-26 June 2023
- Islamabad: 30-31 August 2023
- Yes
- Yes

See [the note](doc:note) and ![a photo](/accra.jpg).

| Month | Place |
| --- | --- |
| June | Dhaka |
`
)

// edited gives a text with some replaced; the old and the new stand in turn. Each old must be there.
func edited(t testing.TB, text string, replace ...string) string {
	t.Helper()
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(text, replace[i]) {
			t.Fatalf("there is no %q", replace[i])
		}
		text = strings.Replace(text, replace[i], replace[i+1], 1)
	}
	return text
}
