package ledger

import (
	"fmt"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/markdown"
)

// marked writes a change into the text: [new words], and {what was taken out}.
func marked(b *markdown.Block, c Change) string {
	var out strings.Builder
	for at := 0; at <= len(b.Text); at++ {
		for _, s := range c.New {
			if s.To == at {
				out.WriteString("]")
			}
		}
		for _, cut := range c.Out {
			if cut.At == at {
				fmt.Fprintf(&out, "{%d+%d}", cut.Words, cut.Marks)
			}
		}
		for _, s := range c.New {
			if s.From == at {
				out.WriteString("[")
			}
		}
		if at < len(b.Text) {
			out.WriteByte(b.Text[at])
		}
	}
	for _, link := range c.Links {
		fmt.Fprintf(&out, " link %d", link)
	}
	return out.String()
}

func TestChange(t *testing.T) {
	tests := []struct{ was, is, want string }{
		{"Le Ghana accueille la Conférence.", "Le Ghana reçoit la Conférence.", "Le Ghana{1+0} [reçoit] la Conférence."},
		{"Le Ghana", "Le Ghana accueille", "Le Ghana [accueille]"},
		{"Le beau Ghana", "Le Ghana", "Le{1+0} Ghana"},
		{"Ghana, Accra", "Ghana", "Ghana{1+1}"},
		{"Un deux", "deux", "{1+0}deux"},
		{"Oui.", "Oui ?", "Oui{0+1} [?]"},
		{"les 5 et 6 mai", "les 5 et 7 mai", "les 5 et{1+0} [7] mai"},
		{"« Oui » à 14h15", "\"Oui\" à 14 h 15", "\"Oui\" à 14 h 15"},
		{"", "Tout est neuf", "[Tout est neuf]"},
		{"un deux", "l’un et l’autre deux", "[l’]un [et l’autre] deux"},
		{"à part", "apart", "{2+0}[apart]"},
	}
	for _, test := range tests {
		b := textBlock(test.is)
		if got := marked(b, changeOf(b, sketch(textBlock(test.was)))); got != test.want {
			t.Errorf("%q → %q: %s, want %s", test.was, test.is, got, test.want)
		}
	}
}

func TestChangedLinks(t *testing.T) {
	link := func(to string) markdown.Reference { return markdown.Reference{Destination: to} }
	was := &markdown.Block{Text: "ici et là", Links: []markdown.Reference{link("/a"), link("/b")}}
	is := &markdown.Block{Text: "ici et là", Links: []markdown.Reference{link("/a"), link("/c")}}
	change := changeOf(is, sketch(was))
	if got := marked(is, change); got != "ici et là link 1" || change.IsZero() || !changeOf(was, sketch(was)).IsZero() {
		t.Errorf("%s", got)
	}
}

// TestLongCode holds that what is too long to be compared is shown as new but for its ends.
func TestLongCode(t *testing.T) {
	was, is := strings.Repeat("a b ", 2000), strings.Repeat("c d ", 2000)
	b := textBlock("x " + is + "y")
	change := changeOf(b, sketch(textBlock("x "+was+"y")))
	if len(change.New) != 1 || change.New[0] != (Span{2, len(b.Text) - 2}) || change.Out[0] != (Cut{1, 4000, 0}) {
		t.Errorf("%+v", change)
	}
}

func TestSketch(t *testing.T) {
	b := textBlock("Le Ghana, puis Accra…")
	got := sketch(b)
	words, links := got.codes()
	if len(words) != 6 || len(links) != 0 || words[2] >= markCodes || words[0] < markCodes || !got.valid() {
		t.Errorf("%s: %v %v", got, words, links)
	}
	for _, bad := range []Sketch{"A", "AB.A", "A=", "AB.CD.EF", "É"} {
		if bad.valid() {
			t.Errorf("%q is valid", bad)
		}
	}
	if like := likeness(wordBag(sketch(textBlock("un deux trois quatre"))), wordBag(sketch(textBlock("deux, trois… cinq")))); like != 4.0/7 {
		t.Errorf("they are alike by %v", like)
	}
}
