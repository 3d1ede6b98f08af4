package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestMessages(t *testing.T) {
	c, _ := readCatalogue(t, "fr", `
suite = "À suivre : {{.Titre}}"
"réunions" = { one = "une réunion", other = "{{.Count}} réunions de {{.Lieu}}" }
[mal]
dit = "{{.Nom | html}}"
vide = ""
`)
	pos := func(line, column int) source.Pos { return source.Pos{File: "i18n/fr.toml", Line: line, Column: column} }
	want := []Message{
		{ID: "mal.dit", Pos: pos(5, 1), Forms: []string{"{{.Nom | html}}"}, Misread: true},
		{ID: "mal.vide", Pos: pos(6, 1)},
		{ID: "réunions", Pos: pos(3, 1), Forms: []string{"une réunion", "{{.Count}} réunions de {{.Lieu}}"}, Placeholders: []string{"Count", "Lieu"}},
		{ID: "suite", Pos: pos(2, 1), Forms: []string{"À suivre : {{.Titre}}"}, Placeholders: []string{"Titre"}},
	}
	if diff := cmp.Diff(want, c.Messages()); diff != "" {
		t.Errorf("messages (-want +got):\n%s", diff)
	}
}
