package typography

// kind is what a token is.
type kind uint8

const (
	edge    kind = iota // the start or the end of the text, or a line's end for good
	letters             // a word, without its hyphens and apostrophes
	digits              // 0 to 9
	mark                // anything else
	object              // what is seen as a word and has no letters: code, an image
)

// gap is the white space before a token.
type gap uint8

const (
	tight   gap = iota // none
	spaced             // plain spaces and line ends
	fixed              // with a no-break space, or a thin one, which the author meant
	foreign            // with other spaces, or in a run that may not be changed
)

// Marks that are several characters. A mark of one character is that character; the three full stops of an ellipsis
// are the mark '…'.
const (
	doubleHyphen rune = -1 - iota
	tripleHyphen
	moreHyphens
	leaders // two full stops, or more than three
	openAngles
	closeAngles
	angles // any other number of < or >
)

// token is the smallest part of a text that a rule looks at, with what the rules decide on it.
type token struct {
	space, start, end int32 // view[space:start] is the white space before the token
	char              rune  // of a mark: as it will be set, once the rule for it has decided
	voice             int32 // by whose rules it is set; 0 if it may not be changed
	kind              kind
	gap               gap
	kept              glyph // of a fixed gap: the space that the author typed

	before   glyph // what takes the place of the gap
	onLeft   bool  // whether what is added there belongs to the token before
	instead  glyph // what takes the place of the token
	superior uint8 // the bytes at the end that stand above the line
}

// is tells whether a token is a mark.
func (t *token) is(char rune) bool { return t.kind == mark && t.char == char }

// size is the number of bytes of a token.
func (t *token) size() int { return int(t.end - t.start) }

// free tells whether a token may be changed.
func (t *token) free() bool { return t.voice != 0 }

// wordlike tells whether a token is a word, a number or what stands for one.
func (t *token) wordlike() bool { return t.kind == letters || t.kind == digits || t.kind == object }

// glyph is what the rules may write.
type glyph uint8

const (
	asTyped glyph = iota
	nothing
	plainSpace
	fullSpace
	narrowSpace
	thinSpace
	rightSingle
	leftSingle
	leftDouble
	rightDouble
	leftGuillemet
	rightGuillemet
	enDash
	emDash
	dots
	first
)

// glyphs are the texts of the glyphs, without entities.
var glyphs = [...]string{
	plainSpace: " ", fullSpace: "\u00a0", narrowSpace: "\u202f", thinSpace: "\u2009",
	rightSingle: "’", leftSingle: "‘", leftDouble: "“", rightDouble: "”", leftGuillemet: "«", rightGuillemet: "»",
	enDash: "–", emDash: "—", dots: "…", first: "1er",
}

// chars are the marks that the glyphs are.
var chars = [...]rune{
	rightSingle: '’', leftSingle: '‘', leftDouble: '“', rightDouble: '”', leftGuillemet: '«', rightGuillemet: '»',
	enDash: '–', emDash: '—', dots: '…', first: 0,
}
