package build

import (
	"testing"
)

// TestAgainWithTitles edits the words of pages in the menu, of news, meetings and sections, of one page and of several at once: which
// comes first in a section may follow from its title.
func TestAgainWithTitles(t *testing.T) {
	tree := sampleTree(t, files{
		"content/letters/index.fr.md": half("Les lettres", "", ""), "content/letters/index.en.md": half("The letters", "", ""),
		"content/letters/a.fr.md": half("Avril", "", ""), "content/letters/a.en.md": half("April", "", ""),
		"content/letters/e.fr.md": half("Été", "", ""), "content/letters/e.en.md": half("Summer", "", ""),
		"content/letters/o.fr.md": half("Œuvres", "", ""), "content/letters/o.en.md": half("Works", "", ""),
		"content/letters/find.fr.md": half("Chercher", "", ""), "content/letters/find.en.md": half("Search", "", ""),
		"content/letters/find.toml":    "layout = \"search\"\n",
		"layouts/search.html":          "{{define \"main\"}}{{with .Search}}{{.Title}}{{end}}{{end}}",
		"content/letters/late.fr.md":   half("Plus tard", "", ""),
		"content/letters/late.en.md":   half("Later", "", ""),
		"content/letters/late.toml":    "publishDate = 2099-01-01\n",
		"content/announcement.toml":    "date = 2023-09-22\nnews = true\nmenu = 5\n",
		"content/meetings/lome.fr.md":  half("Réunion de Lomé", "place = \"Lomé\"", ""),
		"content/meetings/lome.en.md":  half("Lomé meeting", "place = \"Lomé\"", ""),
		"content/meetings/lome.toml":   "[event]\nstart = 2023-10-20\ncountry = \"TG\"\nhosts = [\"GH\"]\n",
		"content/meetings/oslo.fr.md":  half("Réunion d’Oslo", "place = \"Oslo\"", ""),
		"content/meetings/oslo.en.md":  half("Oslo meeting", "place = \"Oslo\"", ""),
		"content/meetings/oslo.toml":   "[event]\nstart = 2023-10-20\ncountry = \"NO\"\nhosts = [\"GH\"]\n",
		"content/letters/exempt.fr.md": half("Une lettre", "", ""),
		"content/letters/exempt.toml":  "[exempt]\nlanguage = \"en\"\nreason = \"À venir\"\nowner = \"Le secrétariat\"\nuntil = 2030-01-01\n",
	})
	followSeries(t, tree, []files{
		{"content/letters/a.fr.md": half("Zéphyr", "", "")},
		{"content/letters/e.fr.md": half("Avril", "", ""), "content/letters/o.en.md": half("Apples", "", "")},
		{"content/letters/a.fr.md": half("Avril", "", "Bientôt.")},
		{"content/letters/find.fr.md": half("Trouver", "", ""), "content/letters/late.fr.md": half("Bien plus tard", "", "")},
		{"content/letters/index.fr.md": half("Toutes les lettres", "", "")},
		{"content/announcement.fr.md": half("L’annonce faite", "slug = \"annonce\"", "")},
		{"content/announcement.fr.md": half("L’annonce faite", "menuTitle = \"Annonce\"\nslug = \"annonce\"", "")},
		{"content/announcement.fr.md": half("L’annonce refaite", "menuTitle = \"Dit\"\nslug = \"annonce\"", "")},
		{"content/meetings/lome.fr.md": half("Rencontre à Lomé", "place = \"Lomé, au Togo\"", "")},
		{"content/meetings/oslo.fr.md": half("À Oslo", "place = \"Oslo\"", ""), "content/meetings/lome.en.md": half("Zest", "place = \"Lomé\"", "")},
		{"content/letters/exempt.fr.md": half("Une autre lettre", "", "")},
		{"content/letters/a.fr.md": half("", "", "")},
		{"content/letters/a.fr.md": half("Avril", "slug = \"Avril!\"", "")},
		{"content/letters/a.fr.md": half("Mai", "slug = \"Avril!\"", "")},
		{"content/letters/a.fr.md": half("Mai", "", ""), "content/index.fr.md": half("Accueil, bis", "", "")},
		{"content/letters/a.fr.md": half("Mai", "aliases = [\"/fr/lettres/mai/\"]", "")},
		{"content/letters/a.fr.md": half("Juin", "aliases = [\"/fr/lettres/mai/\"]", ""), "content/letters/o.fr.md": ""},
		{"content/letters/o.fr.md": half("Œuvre", "", ""), "content/letters/e.fr.md": half("Œuvre", "", "")},
	})
}
