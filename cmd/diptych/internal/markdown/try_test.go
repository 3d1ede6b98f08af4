package markdown

import (
	"diptych/cmd/diptych/internal/source"
	"fmt"
	"os"
	"testing"
)

func frenchWords() Words {
	return Words{Callout: map[string]string{"note": "Remarque", "tip": "Conseil", "important": "Important", "warning": "Attention", "caution": "Prudence"}, Footnotes: "Notes", FootnoteReturn: "Retour à l’appel de note", Table: "Tableau", TaskDone: "fait", TaskOpen: "à faire"}
}
func TestTry(t *testing.T) {
	b, _ := os.ReadFile("/tmp/try.md")
	r := New(source.French, frenchWords(), Options{})
	d := r.Render(source.Pos{File: "x.fr.md", Line: 1}, b)
	fmt.Printf("%s\n", d.HTML)
	for _, l := range d.Links {
		fmt.Printf("%d %q %v %v\n", l.Offset, l.Destination, l.Image, l.Pos)
	}
	for _, l := range d.Headings {
		fmt.Printf("%+v\n", l)
	}
	for _, l := range d.Problems {
		fmt.Printf("%v %s %s [%s]\n", l.Pos, l.Rule, l.Message, l.Hint)
	}
}
