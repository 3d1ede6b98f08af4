package ledger

import (
	"strings"
	"unicode"

	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/markdown"
)

// word is the smallest part of a block's text that is compared.
type word struct {
	from, to int    // where it stands in the block's text, in bytes
	text     string // as it counts: see plain
	class    class
	apart    bool // whether there is a space before it that counts
}

// class is what a word is.
type class uint8

const (
	mark    class = iota // punctuation and signs
	letters              // a word, or part of one
	digits               // 0 to 9
	atom                 // code or an address within a text, whose characters all count
)

// cellEnd is what stands between the cells of a row, which are to stay apart.
const cellEnd = "\x1f"

// wordsOf takes a block's text apart. What typography may set, and what a line end may become, makes no difference:
//
//   - quotes, guillemets and apostrophes of all forms are one mark, since the language and the nesting choose the form;
//   - a hyphen, a dash of any length and a row of hyphens are one mark;
//   - an ellipsis is its three full stops;
//   - a space counts only between two words or between two numbers, and behind a comma or full stop between two numbers
//     (1,250 is not 1, 250). Beside all other marks, and between a number and a word, typography adds and takes away
//     spaces: « 50 % », "50%"; "14h15", « 14 h 15 »; "they – say", "they—say"; « mot », "mot";
//   - of « 1er » the letters don't count, since « 1 janvier » is set as « 1er janvier »;
//   - what nobody sees, such as a soft hyphen, is not there.
//
// Capitals and accents count.
func wordsOf(b *markdown.Block) []word {
	s := scanner{text: b.Text, cells: b.Kind == markdown.Row}
	at := 0
	for _, stretch := range b.Stretches {
		if b.Kind == markdown.Code || stretch.From < at ||
			stretch.Kind != markdown.Verbatim && stretch.Kind != markdown.Address {
			continue
		}
		s.prose(at, stretch.From)
		s.atom(stretch.From, stretch.To)
		at = stretch.To
	}
	s.prose(at, len(b.Text))
	return s.finish()
}

// scanner reads the words of a text.
type scanner struct {
	text  string
	cells bool // whether a line end parts cells
	words []word
	gap   bool // whether there was a space since the last word
}

// prose reads a part of the text that typography may set.
func (s *scanner) prose(from, to int) {
	skip := from
	for i, r := range s.text[from:to] {
		at := from + i
		switch {
		case at < skip:
		case s.cells && r == '\n':
			s.add(word{from: at, to: at + 1, text: cellEnd})
		case unicode.IsSpace(r):
			s.gap = true
		case unicode.Is(unicode.Cf, r):
		case r == '<' || r == '>':
			skip = at + len(s.text[at:to]) - len(strings.TrimLeft(s.text[at:to], string(r)))
			s.add(word{from: at, to: skip, text: angles(s.text[at:skip])})
		default:
			s.rune(at, r)
		}
	}
}

// angles gives what a row of < or > counts as: two of them are a guillemet.
func angles(row string) string {
	if len(row) == 2 {
		return quote
	}
	return row
}

// rune reads a character: it goes on with the last word, or begins another one.
func (s *scanner) rune(at int, r rune) {
	size, seen, kind := len(string(r)), plain(r), mark
	switch {
	case unicode.Is(unicode.M, r):
		if last := s.last(); last != nil && !s.gap && last.class != atom {
			last.text, last.to = last.text+string(r), at+size
			return
		}
	case seen != "" && '0' <= seen[0] && seen[0] <= '9':
		kind = digits
	case isLetter(seen):
		kind = letters
	}
	last := s.last()
	switch {
	case last != nil && seen == dash && last.text == dash:
		last.to = at + size
	case last != nil && !s.gap && last.class == kind && (kind != mark || seen[0] == '.' && last.text[0] == '.'):
		s.extend(last, at, seen)
		last.to = at + size
	default:
		s.add(word{from: at, to: at + size, text: seen, class: kind})
	}
}

// extend adds a character to a word; most often the word is a part of the text as it is.
func (s *scanner) extend(w *word, at int, seen string) {
	if whole := s.text[w.from : at+len(seen)]; w.to == at && len(w.text) == at-w.from && strings.HasSuffix(whole, seen) &&
		strings.HasPrefix(whole, w.text) {
		w.text = whole
		return
	}
	w.text += seen
}

func isLetter(text string) bool {
	for _, r := range text {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

// atom takes a part of the text for one word. A line may end within it.
func (s *scanner) atom(from, to int) {
	if text := strings.Join(strings.Fields(s.text[from:to]), " "); text != "" {
		s.add(word{from: from, to: to, text: text, class: atom})
	}
}

func (s *scanner) last() *word {
	if len(s.words) == 0 {
		return nil
	}
	return &s.words[len(s.words)-1]
}

func (s *scanner) add(w word) {
	w.apart, s.gap = s.gap, false
	s.words = append(s.words, w)
}

// finish gives the words, without those that don't count, when it is known which of the spaces do.
func (s *scanner) finish() []word {
	kept := s.words[:0]
	for _, w := range s.words {
		n := len(kept)
		if w.text == "er" && !w.apart && n > 0 && kept[n-1].text == "1" && kept[n-1].to == w.from {
			continue
		}
		w.apart = w.apart && n > 0 && spaceCounts(kept, w)
		w.text = locale.Compose(w.text)
		kept = append(kept, w)
	}
	return kept
}

// spaceCounts tells whether a space between the words so far and the next one is part of what they say.
func spaceCounts(before []word, next word) bool {
	n := len(before)
	last := before[n-1]
	switch {
	case next.class == mark:
		return false
	case last.class == mark:
		return next.class == digits && n > 1 && before[n-2].class == digits && (last.text == "," || last.text == ".")
	}
	return (last.class == digits) == (next.class == digits)
}

// folded gives what a text says, as it counts.
func folded(words []word) string {
	var out strings.Builder
	for _, w := range words {
		if w.apart {
			out.WriteByte(' ')
		}
		out.WriteString(w.text)
	}
	return out.String()
}

const (
	quote = "'"
	dash  = "-"
)

// plain gives a character as it counts: the forms that typography, keyboards and programs give the same mark are one.
func plain(r rune) string {
	if r < 0x80 {
		if r == '"' {
			return quote
		}
		return ascii[r : r+1]
	}
	switch r {
	case '’', '‘', '‚', '‛', '“', '”', '„', '‟', '«', '»', '‹', '›', 'ʼ', '′', '″':
		return quote
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return dash
	case '…':
		return "..."
	case 'º', 'ᵒ':
		return "°"
	case 'ᵈ', 'ᵉ', 'ⁿ', 'ʳ', 'ˢ', 'ᵗ', 'ʰ': // of 1ᵉʳ, 2ⁿᵈ, 5ᵗʰ
		return superiors[r]
	}
	return string(r)
}

// superiors are the letters that are typed above the line.
var superiors = map[rune]string{'ᵈ': "d", 'ᵉ': "e", 'ⁿ': "n", 'ʳ': "r", 'ˢ': "s", 'ᵗ': "t", 'ʰ': "h"}

// ascii has the ASCII characters as texts.
var ascii = func() string {
	var all [0x80]byte
	for i := range all {
		all[i] = byte(i)
	}
	return string(all[:])
}()
