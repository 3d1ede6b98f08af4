package language

import (
	"unicode"
	"unicode/utf8"
)

// longest is the length in bytes at which a form is cut off: no word of either language is as long.
const longest = 64

const softHyphen = '\u00ad'

// appendForm appends the form of a word: in small letters, composed, with a straight apostrophe, cut off where form's
// room ends. It tells whether there is a letter.
func appendForm(form []byte, word string) (_ []byte, letters bool) {
	for _, r := range word {
		if len(form)+utf8.UTFMax > cap(form) {
			break
		}
		switch {
		case 'a' <= r && r <= 'z':
			form, letters = append(form, byte(r)), true
		case 'A' <= r && r <= 'Z':
			form, letters = append(form, byte(r)|0x20), true
		case r < utf8.RuneSelf:
			form = append(form, byte(r))
		case r == '’':
			form = append(form, '\'')
		case r == softHyphen:
		case unicode.Is(unicode.M, r):
			form = accent(form, r)
		default:
			form, letters = utf8.AppendRune(form, unicode.ToLower(r)), letters || unicode.IsLetter(r)
		}
	}
	return form, letters
}

// accent puts a combining mark on the last letter of a form, as the letters of French have them; any other mark is
// left out.
func accent(form []byte, mark rune) []byte {
	if len(form) == 0 {
		return form
	}
	last := len(form) - 1
	for _, c := range compositions {
		if c.mark == mark && c.bare == form[last] {
			return utf8.AppendRune(form[:last], c.letter)
		}
	}
	return form
}

// compositions are the letters of French with an accent.
var compositions = []struct {
	bare   byte
	mark   rune
	letter rune
}{
	{'e', acute, 'é'},
	{'a', grave, 'à'}, {'e', grave, 'è'}, {'u', grave, 'ù'},
	{'a', circumflex, 'â'}, {'e', circumflex, 'ê'}, {'i', circumflex, 'î'}, {'o', circumflex, 'ô'}, {'u', circumflex, 'û'},
	{'e', diaeresis, 'ë'}, {'i', diaeresis, 'ï'}, {'u', diaeresis, 'ü'}, {'y', diaeresis, 'ÿ'},
	{'c', cedilla, 'ç'},
}

const (
	grave      = '\u0300'
	acute      = '\u0301'
	circumflex = '\u0302'
	diaeresis  = '\u0308'
	cedilla    = '\u0327'
)
