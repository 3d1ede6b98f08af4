package main

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mistyped are what no reader of a language may meet, as expressions over the text of a block. They are written apart from
// the rules of package typography, so that the two can disagree.
var mistyped = map[string][]*regexp.Regexp{
	"fr": {
		regexp.MustCompile(`'|"`),
		regexp.MustCompile(`\.\.\.`),
		regexp.MustCompile(`[ \n][;:!?%»]`),
		regexp.MustCompile(`[\pL\d)»][;!?]`), // none at all
		regexp.MustCompile(`\pL:( |$)`),
		regexp.MustCompile(`«[ \n\pL\d]|[\pL\d.]»`),
		regexp.MustCompile(`\d-\d+ (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)`),
		regexp.MustCompile(`\b\d{1,2}(er)?[ \n](janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)`),
		regexp.MustCompile(`\b1[ \x{a0}\x{202f}](janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)`),
		regexp.MustCompile(`\b(20|19)\d\d-(20|19)\d\d\b`),
		regexp.MustCompile(`\b(M\.|MM\.|Mme|Mmes|Mlle|n°|p\.|S\.E\.)[ \n][\pL\d]`),
		regexp.MustCompile(`\d[ \n]?(km|kg|Ko|Mo|€|h)\b`),
		regexp.MustCompile(`\pL--\pL| -+ `),
	},
	"en": {
		regexp.MustCompile(`'|"`),
		regexp.MustCompile(`\.\.\.`),
		regexp.MustCompile(`[ \x{a0}\x{202f}\n][;:!?%]`),
		regexp.MustCompile(`[«»]`),
		regexp.MustCompile(`\d-\d+ (January|February|March|April|May|June|July|August|September|October|November|December)`),
		regexp.MustCompile(`\b\d{1,2}[ \n](January|February|March|April|May|June|July|August|September|October|November|December)`),
		regexp.MustCompile(`\b(20|19)\d\d-(20|19)\d\d\b`),
		regexp.MustCompile(`\b(Mr\.|Ms\.|Mrs\.|Dr\.|No\.|p\.|H\.E\.)[ \n][\pL\d]`),
		regexp.MustCompile(`\d[ \n](km|kg|KB|MB)\b`),
		regexp.MustCompile(`\pL--\pL| -+ `),
	},
}

// TestTypographyOfTheSite walks every page of the site for what the rules of its language forbid, in text and in the
// attributes that readers meet.
func TestTypographyOfTheSite(t *testing.T) {
	finished := conference(t)
	seen := map[string]int{}
	for _, path := range finished.Paths() {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		var out bytes.Buffer
		if _, err := finished.Output(path, &out); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(&out)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range textsOf(root, "") {
			seen[text.lang]++
			for _, wrong := range mistyped[text.lang] {
				if found := wrong.FindStringIndex(text.text); found != nil {
					t.Errorf("%s: %s: %q in %q", path, text.lang, text.text[found[0]:found[1]], text.text)
				}
			}
		}
	}
	if seen["fr"] < 100 || seen["en"] < 100 || seen[""] > 0 {
		t.Errorf("texts by language: %v", seen)
	}
}

// TestMistyped holds that the walk would find what it looks for.
func TestMistyped(t *testing.T) {
	for lang, texts := range map[string][]string{
		"fr": {"l'été", "oui...", "oui ;", "oui\n: non", "oui !", "oui?", "oui: non", "« oui »", "«oui", "25-26 juin", "5 décembre", "1\u00a0janvier", "2021-2023",
			"M. Lacroix", "S.E. Mme", "12 km", "214 Ko", "oui - non"},
		"en": {"it's", "yes...", "yes :", "yes\u00a0!", "« yes", "25-26 June", "5 December", "2021-2023", "Mr. Lacroix", "214 KB", "yes--no"},
	} {
		for _, text := range texts {
			if !slices.ContainsFunc(mistyped[lang], func(wrong *regexp.Regexp) bool { return wrong.MatchString(text) }) {
				t.Errorf("%s: nothing is wrong with %q", lang, text)
			}
		}
	}
	for lang, text := range map[string]string{
		"fr": "l’été\u00a0: «\u00a0oui\u00a0»\u202f! du 1er\u00a0au 25–26\u00a0juin, 14\u00a0h\u00a015, M.\u00a0Lacroix…",
		"en": "it’s: “yes”! 25–26\u00a0June, Mr.\u00a0Lacroix…",
	} {
		for _, wrong := range mistyped[lang] {
			if found := wrong.FindString(text); found != "" {
				t.Errorf("%s: %s finds %q in %q", lang, wrong, found, text)
			}
		}
	}
}

// textOf is the text of one block, or of one attribute, with its language.
type textOf struct{ lang, text string }

// textsOf gives the texts below a node: those of blocks, without code, and those of attributes.
func textsOf(n *html.Node, lang string) []textOf {
	var texts []textOf
	var block strings.Builder
	end := func() {
		if text := strings.Trim(block.String(), " \n"); text != "" {
			texts = append(texts, textOf{lang, text})
		}
		block.Reset()
	}
	if found := attribute(n, "lang"); found != "" {
		lang = found[:2]
	}
	for _, key := range []string{"alt", "title", "aria-label", "content"} {
		if value := attribute(n, key); value != "" && (key != "content" || attribute(n, "name") == "description") {
			texts = append(texts, textOf{lang, value})
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			block.WriteString(c.Data)
		case isCode(c):
			block.WriteString("x")
		case isInline(c) && attribute(c, "lang") == "":
			for _, text := range textsOf(c, lang) {
				block.WriteString(text.text)
			}
		default:
			end()
			texts = append(texts, textsOf(c, lang)...)
		}
	}
	end()
	return texts
}

func isCode(n *html.Node) bool {
	return slices.Contains([]atom.Atom{atom.Code, atom.Pre, atom.Script, atom.Style, atom.Kbd}, n.DataAtom)
}

// isInline tells whether an element is a part of the text around it, and has no text of its own in an attribute.
func isInline(n *html.Node) bool {
	return slices.Contains([]atom.Atom{atom.Em, atom.Strong, atom.Sup, atom.Span, atom.Small, atom.Time, atom.A, atom.Del}, n.DataAtom) &&
		attribute(n, "title") == "" && attribute(n, "aria-label") == ""
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
