package check

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGlued(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"La séance est levée.Merci à tous.", []string{"levée.Me"}},
		{"Qui vient ?Nous. Quoi!Rien, qui?Tous.", []string{"Quoi!Ri", "qui?To"}},
		{"Il attend…Puis sort.", []string{"attend…Pu"}},
		{"En 2019après, en 2023les deux.", []string{"2019après", "2023les"}},
		{"Le 1990s, le 2023er, la 2000ième.", nil},
		{"Mairie.example.org, a.B, M.Sow, U.S.A., J.-P.", nil},
		{"System.Out.print, Config.Load(), notes.MD, Node.js", nil},
		{"`fin.Début` et <https://example.org/fin.Debut>", nil},
		{"Fin.\nDébut. 3.Note, 12.Mai", nil},
	} {
		p := pairOf(t, test.text, test.text)
		b := p.french.blocks[1]
		var got []string
		for _, at := range b.glued() {
			got = append(got, b.Text[at.from:at.to])
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestIsProgram(t *testing.T) {
	for word, want := range map[string]bool{
		"levée.Merci":    false,
		"a.b.C":          true,
		"Config.Load(":   true,
		"my_file.Open":   true,
		"readFile.Close": true,
		"vient?Nous":     false,
	} {
		if got := isProgram(word); got != want {
			t.Errorf("%q is of a program: %t, want %t", word, got, want)
		}
	}
}
