// Package typography sets the text of one block – a paragraph, a heading, a cell, a caption, a title – as an editor
// of its language would: authors type what their keyboard has, and readers get no-break spaces, guillemets,
// apostrophes, dashes and ordinals.
//
// A block is set as a whole. In `**mot** :` the space and the colon stand in another run than the word, and a
// quotation may open in one run and close in another, so that every rule looks at the text of all runs together and
// the result does not depend on where it is cut.
//
// The text is read once into tokens: words, numbers, marks, and the white space before each of them. A rule looks at
// what the tokens are, never at how they were typed (`...` and `…` are the same mark), and decides on the space
// before a token or on the glyphs of a mark. So what is set already is read as what was typed, and nothing is set
// twice. Letters and digits stay, but for the "er" of « 1er janvier ».
package typography

// Kind is what a run is to the rules.
type Kind uint8

// The kinds of runs.
const (
	Text    Kind = iota // is set
	Opaque              // is not changed, and its neighbours see a word: code, an address, an image
	Literal             // is not changed, and its neighbours see it: a character that the author escaped
	Break               // ends a line for good; its neighbours see the end of the text
)

// Run is a stretch of a block's text. Markup that has no text of its own, such as emphasis or an HTML tag, is no run:
// its neighbours see each other.
type Run struct {
	Text  string
	Kind  Kind
	Rules *Rules // of the language of the run; nil leaves the text as it is
}

// Piece is a part of a run as it is set: plain text, without entities.
type Piece struct {
	Text     string
	Superior bool // whether it stands above the line, as the suffix of 2e does
}

// Setter sets blocks, one after the other, in memory that it keeps for the next one.
type Setter struct {
	setting setting
	pieces  pieces
}

// Set sets a block. It gives the pieces of each run, none for a run without text; a space between two runs that is
// added stands in the run whose mark asks for it. What it gives is good until the next block.
func (k *Setter) Set(runs []Run) [][]Piece {
	s := &k.setting
	s.again(join(runs))
	s.readRuns(runs)
	s.apply()
	return k.pieces.of(s, runs)
}

// Forget lets go of the last block.
func (k *Setter) Forget() {
	k.setting.view = ""
	k.pieces.forget()
}

// Set sets a block by itself, as a Setter does.
func Set(runs []Run) [][]Piece { return new(Setter).Set(runs) }

// Text sets a text that is one run by itself, such as a title or an alternative text. Superiors stay in line.
func (r Rules) Text(text string) string {
	if plain(text) {
		return text
	}
	var space room
	s := space.in(text)
	s.readText(r)
	s.apply()
	if changed, _ := s.changed(); !changed {
		return text
	}
	return s.line(text)
}

// Template sets the text of a message. Its placeholders, as in `{{.Name}}`, stay as they are, and what stands beside
// one sees a word or a number.
func (r Rules) Template(text string) string {
	var runs []Run
	for len(text) > 0 {
		words, placeholder := cutPlaceholder(text)
		if placeholder == "" && len(runs) == 0 {
			return r.Text(text)
		}
		runs = append(runs, Run{Text: words, Rules: &r}, Run{Text: placeholder, Kind: Opaque})
		text = text[len(words)+len(placeholder):]
	}
	return concat(Set(runs))
}
