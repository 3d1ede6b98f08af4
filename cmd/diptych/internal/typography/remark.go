package typography

import (
	"strings"

	"diptych/cmd/diptych/internal/wording"
)

// Remark is what no rule changes, because letters would change with it: an author should look at it.
type Remark struct {
	Offset, Length int // in bytes of the text
	Message, Hint  wording.Sentence
}

// Remarks gives what an editor would write otherwise in a text as it was typed, in the order of the text. So far it
// is all French: ordinals that are too long, capitals without their accent, months with a capital.
func (r Rules) Remarks(text string) []Remark {
	if !r.french || !suspect(text) {
		return nil
	}
	return r.remarks(text)
}

// remarks reads a text for what there is to remark on.
func (r Rules) remarks(text string) []Remark {
	var space room
	s := space.in(text)
	s.readText(r)
	var remarks []Remark
	for i := 1; i < s.count-1; i++ {
		if s.tokens[i].kind != letters {
			continue
		}
		if found := s.fault(i); found.kind != faultless {
			remarks = append(remarks, found.remark(text))
		}
	}
	return remarks
}

// fault is what is wrong with some words. It has nothing of the setting in it, which stays off the heap so.
type fault struct {
	kind     faultKind
	from, to int32  // in bytes of the text
	meant    string // what an editor would have written
}

// faultKind is what is wrong.
type faultKind uint8

const (
	faultless faultKind = iota
	longOrdinal
	capitalMonth
	lostAccent
)

// remark says what is wrong in a text.
func (f fault) remark(text string) Remark {
	r := Remark{Offset: int(f.from), Length: int(f.to - f.from)}
	typed := text[f.from:f.to]
	switch f.kind {
	case longOrdinal:
		r.Message = wording.Sprintf("%q is not how an ordinal number is written", typed)
		r.Hint = wording.Sprintf("write %s", f.meant)
	case capitalMonth:
		r.Message = wording.Sprintf("%q has a capital", typed)
		r.Hint = wording.Sprintf("write the name of a month with a small letter: %s", strings.ToLower(typed))
	case lostAccent:
		r.Message = wording.Sprintf("%q lacks its accent", typed)
		r.Hint = wording.Sprintf("capitals have their accents in French: write %s", f.meant)
	}
	return r
}

// fault looks at one word.
func (s *setting) fault(i int) fault {
	if from, short := s.longOrdinal(i); short != "" {
		return s.faultIn(longOrdinal, from, i, short)
	}
	if s.isMonth(i) && s.apart(i) && s.endsDay(i-1) && s.text(i)[0] < 'a' {
		return s.faultIn(capitalMonth, i, i, "")
	}
	if accented, found := s.accented(i); found {
		return s.faultIn(lostAccent, i, i, accented)
	}
	return fault{}
}

func (s *setting) faultIn(kind faultKind, from, to int, meant string) fault {
	return fault{kind: kind, from: s.at(from).start, to: s.at(to).end, meant: strings.Clone(meant)}
}

// longOrdinal looks for an ordinal number with more than its short suffix: 2ème, 1ère, XXIème. It gives the token with
// which the number begins, and the number as it is written; "" if there is none.
func (s *setting) longOrdinal(i int) (from int, written string) {
	word := s.text(i)
	if s.joined(i) && s.at(i-1).kind == digits {
		number := s.text(i - 1)
		if short, found := shortSuffix(number, word); found && s.beginsOrdinal(i-1) {
			return i - 1, number + short
		}
		return 0, ""
	}
	number := word[:romanSize(word)]
	if short, found := shortSuffix(number, word[len(number):]); found && number != "" && isRoman(number) {
		return i, number + short
	}
	return 0, ""
}

// shortSuffix gives the suffix that an ordinal number has instead of a longer one: 2ème is 2e.
func shortSuffix(number, suffix string) (short string, found bool) {
	first := number == "1" || number == "I"
	switch suffix {
	case "ère", "ere", "ière", "iere":
		return "re", first
	case "ères", "eres", "ières", "ieres":
		return "res", first
	case "ier", "iers":
		return strings.Replace(suffix, "ier", "er", 1), first
	case "ème", "eme", "ième", "ieme", "éme":
		return "e", true
	case "èmes", "emes", "ièmes", "iemes":
		return "es", true
	}
	return "", false
}

// accented gives the word that is meant by one whose capital lacks its accent or its cedilla.
func (s *setting) accented(i int) (meant string, found bool) {
	word := s.text(i)
	switch word {
	case "A":
		return "À", s.beginsSentence(i) && s.apart(i+1) && followsPreposition(s.text(i+1))
	case "Ca":
		return "Ça", s.beginsSentence(i) && s.apart(i+1) && s.at(i+1).kind == letters && !s.capital(i+1)
	}
	if word[0] != 'E' {
		return "", false
	}
	for _, stem := range accentedStems {
		if rest, ok := strings.CutPrefix(word[1:], stem); ok && (rest == "" || rest == "s") {
			return "É" + word[1:], true
		}
	}
	if s.beginsSentence(i) && word == "Etant" {
		return "Étant", true
	}
	return "", false
}

// accentedStems are the words that often stand with a capital É, without it. Words that are also words without the
// accent are left out.
var accentedStems = [...]string{
	"tat", "glise", "conomie", "cole", "ducation", "galité", "gypte", "quateur", "rythrée", "thiopie",
	"lection", "lysée", "nergie", "quipe", "tude", "vénement", "dition", "tranger", "pargne", "missaire", "mirat",
	"gal", "gale", "galement", "tape", "tudiant", "tudiante", "poque", "change", "chéance", "lément", "quipement",
	"quilibre", "tablissement", "conomique",
}

// beginsSentence tells whether a word is the first of its sentence.
func (s *setting) beginsSentence(i int) bool {
	for opens(s.at(i - 1).char) {
		i--
	}
	switch p := s.at(i - 1); {
	case p.kind == edge:
		return true
	case p.kind != mark:
		return false
	default:
		return p.char == '.' || p.char == '!' || p.char == '?' || p.char == '…' || p.char == '"'
	}
}

// followsPreposition tells whether a word often comes after « à » at the head of a sentence.
func followsPreposition(word string) bool {
	switch word {
	case "partir", "la", "l", "ce", "cet", "cette", "ces", "propos", "travers", "noter", "savoir", "défaut", "titre",
		"moins", "leur",
		"leurs", "son", "sa", "ses", "notre", "nos", "votre", "vos", "mesure", "terme", "compter", "condition",
		"cause", "côté",
		"droite", "gauche", "venir", "lire", "voir", "ceux", "celui", "celle", "chaque", "quel", "quelle", "qui",
		"quoi", "quand",
		"un", "une", "toutes", "tous", "tout", "toute", "cela", "court", "long", "moyen", "bientôt", "jour",
		"nouveau", "peine",
		"première", "suivre", "télécharger":
		return true
	}
	return false
}
