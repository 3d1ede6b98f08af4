package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestWords(t *testing.T) {
	tests := []struct {
		name, path, text string
		want             Words
	}{
		{"all of them in French", frenchFile, `+++
title = "L’annonce de la Conférence d’Accra"
menuTitle = " Annonce "
description = "Le Ghana accueille la réunion « sur le maintien de la paix ».  "
slug = "annonce"
aliases = ["/fr/nouvelles/annonce/", "/fr/accra/"]
place = "Accra "
+++
`, Words{
			Title: "L’annonce de la Conférence d’Accra", MenuTitle: "Annonce",
			Description: "Le Ghana accueille la réunion « sur le maintien de la paix ».",
			Slug:        "annonce", Aliases: []string{"/fr/nouvelles/annonce/", "/fr/accra/"}, Place: "Accra",
		}},
		{"all of them in English", englishFile, `+++
place = "Accra"
aliases = ["/en/news/announcement/"]
slug = "announcement"
description = "Ghana hosts the Ministerial on “peacekeeping”."
menuTitle = "Announcement"
title = "\tThe Accra Ministerial is announced\n"
+++
`, Words{
			Title: "The Accra Ministerial is announced", MenuTitle: "Announcement",
			Description: "Ghana hosts the Ministerial on “peacekeeping”.",
			Slug:        "announcement", Aliases: []string{"/en/news/announcement/"}, Place: "Accra",
		}},
		{"the title alone", frenchFile, "+++\ntitle = 'Été'\n+++\n", Words{Title: "Été"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			half, problems := ReadHalf(mustFile(t, test.path, test.text), source.French)
			wantTold(t, problems)
			if diff := cmp.Diff(test.want, half.Words); diff != "" {
				t.Errorf("words differ (-want +got):\n%s", diff)
			}
			if len(half.Facts.Entries) != 0 {
				t.Errorf("words are taken for facts: %+v", half.Facts.Entries)
			}
		})
	}
}

func TestWordsWrong(t *testing.T) {
	const title = "title = \"Été\"\n"
	tests := []struct {
		name, front string
		want        []string
	}{
		{"no title", "slug = \"ete\"\n", []string{"F:2:1 error title-missing: the page has no title"}},
		{"empty front matter", "", []string{"F:2:1 error title-missing: the page has no title"}},
		{"an empty title", "slug = \"ete\"\ntitle = \"\"\n", []string{"F:3:9 error title-missing: the page has no title"}},
		{"a title of spaces", "title = \" \\t \"\n", []string{"F:2:9 error title-missing: the page has no title"}},
		{"a year as title", "title = 2023\n", []string{"F:2:9 error wrong-type: `title` can't be the number 2023"}},
		{"a day as title", "title = 2023-12-05\n", []string{"F:2:9 error wrong-type: `title` can't be a day"}},
		{"a list as title", "title = [\"Été\"]\n", []string{"F:2:9 error wrong-type: `title` can't be a list"}},
		{"menuTitle", title + "menuTitle = true\n", []string{"F:3:13 error wrong-type: `menuTitle` can't be true"}},
		{"description", title + "description = 1.5\n",
			[]string{"F:3:15 error wrong-type: `description` can't be the number 1.5"}},
		{"slug", title + "slug = 2023\n", []string{"F:3:8 error wrong-type: `slug` can't be the number 2023"}},
		{"aliases as a text", title + "aliases = \"/fr/été/\"\n",
			[]string{"F:3:11 error wrong-type: `aliases` can't be the text \"/fr/été/\""}},
		{"one alias of several", title + "aliases = [\"/fr/été/\", 5]\n",
			[]string{"F:3:24 error wrong-type: `aliases` can't be the number 5"}},
		{"a table as place", title + "place = { ville = \"Accra\" }\n",
			[]string{"F:3:9 error wrong-type: `place` can't be a table"}},
		{"several at once", "title = 1\nslug = 2\nplace = 14:15:00\n", []string{
			"F:2:9 error wrong-type: `title` can't be the number 1",
			"F:3:8 error wrong-type: `slug` can't be the number 2",
			"F:4:9 error wrong-type: `place` can't be a time of day alone",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := ReadHalf(mustFile(t, frenchFile, "+++\n"+test.front+"+++\nTexte\n"), source.French)
			wantTold(t, problems, test.want...)
		})
	}
}

func TestPosOfWords(t *testing.T) {
	half, _ := ReadHalf(mustFile(t, frenchFile, "+++\ntitle = \"Été\"\n\nslug = \"ete\"\n+++\n"), source.French)
	for key, want := range map[string]string{"title": ":2:9", "slug": ":4:8", "place": ":2:1"} {
		if got := half.Pos(key).String(); got != frenchFile+want {
			t.Errorf("%s stands at %s, want %s", key, got, want)
		}
	}
}
