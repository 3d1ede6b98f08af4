package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// outlined writes an outline as a person reads it: a line for each block, its stretches, links and notes below it.
func outlined(o *Outline) string {
	names := []string{"paragraph", "heading", "item", "quotation", "picture", "code", "row", "definition", "footnote"}
	stretches := []string{"verbatim", "address", "stressed", "foreign", "call"}
	var out strings.Builder
	for i := range o.Blocks {
		b := &o.Blocks[i]
		fmt.Fprintf(&out, "%s%.d %s", names[b.Kind], b.Level, b.Pos)
		if b.Last != b.Pos.Line {
			fmt.Fprintf(&out, "–%d", b.Last)
		}
		fmt.Fprintf(&out, " %q\n", b.Text)
		for _, s := range b.Stretches {
			fmt.Fprintf(&out, "  %s %q%s %s\n", stretches[s.Kind], b.Text[s.From:s.To], s.Lang, b.At(s.From))
		}
		for _, l := range b.Links {
			fmt.Fprintf(&out, "  link %q to %s %t %d:%d %s%s %s\n", l.Text, l.Destination, l.Image, l.From, l.To, l.Lang, l.Aside, l.Pos)
		}
	}
	for _, n := range o.Notes {
		fmt.Fprintf(&out, "note %s %q before %d\n", n.Pos, n.Text, n.Block)
	}
	return out.String()
}

func TestOutline(t *testing.T) {
	body := `L’été à *Accra* : voir [la note](doc:note) (en anglais),
puis ` + "`make`" + ` et https://example.org/été.

## Dates &amp; lieux {#dates}

<!-- check-ignore: vague-link la source le dit ainsi -->
- un *premier* point[^1]
- un [second]{lang=en}<!-- à revoir -->

  sa suite

> [!NOTE] Bon à savoir
> cité

![Une photo](/a.jpg)

| Mois | Lieu |
| --- | --- |
| mai | Dacca |

Terme
: son sens

` + "```\ndu code\n```" + `

[^1]: En bas.
`
	want := `paragraph F:10:1–11 "L’été à Accra : voir la note (en anglais), puis make et https://example.org/été."
  stressed "Accra" F:10:10
  verbatim "make" F:11:7
  address "https://example.org/été" F:11:16
  link "la note" to doc:note false 26:33 (en anglais) F:10:24
  link "https://example.org/été" to https://example.org/été false 61:86  F:11:16
heading2 F:13:4 "Dates & lieux"
item1 F:16:3 "un premier point"
  stressed "premier" F:16:7
  call "" F:16:21
item1 F:17:3 "un second"
  foreign "second"en F:17:7
paragraph1 F:19:3 "sa suite"
quotation1 F:21:11 "Bon à savoir"
quotation1 F:22:3 "cité"
picture F:24:1 ""
  link "Une photo" to /a.jpg true 0:0  F:24:1
row F:26:3 "Mois\nLieu"
row F:28:3 "mai\nDacca"
definition F:30:1 "Terme"
definition F:31:3 "son sens"
code F:34:1 "du code"
  verbatim "du code" F:34:1
footnote F:37:7 "En bas."
note F:15:1 "check-ignore: vague-link la source le dit ainsi" before 2
note F:17:23 "à revoir" before 3
`
	r := New(source.French, Words{}, Options{})
	got := outlined(r.Outline(source.Pos{File: "F", Line: 10, Column: 1}, body))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the outline differs (-want +got):\n%s", diff)
	}
}

func TestSpan(t *testing.T) {
	body := "L’été **à\nAccra**, \\* &amp; [fin](/été.html)\n"
	block := New(source.French, Words{}, Options{}).Outline(source.Pos{File: "F", Line: 3}, body).Blocks[0]
	tests := []struct {
		part string
		want string
	}{
		{"été", "F:3:3+3"}, {"à", "F:3:9+1"}, {"té à Accra", "F:3:4+6"}, {"Accra,", "F:4:1+8"}, {"* &", "F:4:10+4"},
		{"fin", "F:4:20+3"}, {"", "F:3:1+0"}, {" Accra", "F:3:10+0"},
	}
	for _, test := range tests {
		from := strings.Index(block.Text, test.part)
		pos, size := block.Span(from, from+len(test.part))
		if got := fmt.Sprintf("%s+%d", pos, size); got != test.want {
			t.Errorf("%q stands at %s, want %s", test.part, got, test.want)
		}
	}
}
