package build

import (
	"fmt"
	"strings"
)

// The words of generated pages: real ones, with accents, apostrophes and guillemets.
var (
	frenchWords = strings.Fields("à l’égard des États Membres « où » naît une œuvre commune, la paix s’établit grâce aux soldats " +
		"envoyés près des frontières ; ensuite, l’équipe évalue les résultats : sûreté, santé, déminage et forêts")
	englishWords = strings.Fields("where “common” work begins, the Member States send peacekeepers to the borders; then the team’s " +
		"review looks at results: safety, health, mine action and forests, one by one")
)

// generator makes pages from their numbers alone, so that each run makes the same site.
type generator struct{ state uint32 }

// next gives the next number below n (a linear congruential generator; the constants are those of Numerical Recipes).
func (g *generator) next(n int) int {
	g.state = g.state*1664525 + 1013904223
	return int(g.state>>16) % n
}

func (g *generator) sentence(words []string, length int) string {
	parts := make([]string, length)
	for i := range parts {
		parts[i] = words[g.next(len(words))]
	}
	return strings.Join(parts, " ")
}

// generated makes a number of pairs in sections of fifty, each half of about 4 KB.
func generated(pairs int) files {
	made := files{}
	for i := range pairs {
		g := &generator{state: uint32(i)}
		key := pairKey(i)
		if i%50 == 0 {
			index := key[:strings.LastIndexByte(key, '/')+1] + "index"
			made["content/"+index+".fr.md"] = half(fmt.Sprintf("Rubrique née en %d", 2000+i/50), "", "Voir les pages.")
			made["content/"+index+".en.md"] = half(fmt.Sprintf("Section of %d", 2000+i/50), "", "See the pages.")
		}
		made["content/"+key+".toml"] = fmt.Sprintf("date = 2023-%02d-%02d\nnews = %v\n", 1+i%10, 1+i%28, i%7 == 0)
		made["content/"+key+".fr.md"] = g.page(i, pairs, "Été", frenchWords)
		made["content/"+key+".en.md"] = g.page(i, pairs, "Summer", englishWords)
	}
	return made
}

func pairKey(i int) string { return fmt.Sprintf("rubrique-%02d/page-%04d", i/50, i) }

func (g *generator) page(number, pairs int, title string, words []string) string {
	var body strings.Builder
	for section := range 4 {
		fmt.Fprintf(&body, "## %s %d {#part-%d}\n\n", g.sentence(words, 4), section, section)
		for range 3 {
			fmt.Fprintf(&body, "%s [%s](page:%s#part-%d), *%s* ; %s.\n\n", g.sentence(words, 25), g.sentence(words, 3),
				pairKey(g.next(pairs)), g.next(4), g.sentence(words, 2), g.sentence(words, 12))
		}
		fmt.Fprintf(&body, "- %s\n- **%s**\n\n", g.sentence(words, 6), g.sentence(words, 5))
	}
	body.WriteString("| Année | Œuvre |\n| --- | ---: |\n")
	for row := range 5 {
		fmt.Fprintf(&body, "| %d | %s |\n", 2019+row, g.sentence(words, 4))
	}
	return half(fmt.Sprintf("%s %d", title, number), fmt.Sprintf("description = \"%s %d.\"", title, number), body.String())
}
