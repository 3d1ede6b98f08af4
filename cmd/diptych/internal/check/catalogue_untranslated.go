package check

import (
	"math"
	"regexp"
	"sync"

	"diptych/cmd/diptych/internal/language"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var catalogueUntranslated = Rule{
	ID: "catalogue-untranslated", Severity: source.Warning,
	Summary:  "a message of two words or more is the same in both languages",
	Reason:   "It was most often copied to be translated later. Names of countries, and texts that are in neither language, as a name with a year, are left alone.",
	messages: checkUntranslatedMessages,
}

// fewestInMessage is how many words a message has that is hardly the same in both languages by itself.
const fewestInMessage = 2

func checkUntranslatedMessages(m *messages, f *finder) {
	for _, r := range m.rows {
		if !r.isPair() || r.isCountry() {
			continue
		}
		text := wordsOfMessage(r.french)
		odds := language.Odds(text)
		if folded(text) != folded(wordsOfMessage(r.english)) || countWords(text) < fewestInMessage ||
			math.Abs(odds) < leastOdds(text) {
			continue
		}
		at, peer := r.places()
		wrong := source.English
		if odds < 0 { // above 0 speaks for French
			wrong = source.French
		} else {
			at, peer = peer, at
		}
		f.findAt(f.rule.Severity, at, peer, wording.Sprintf("message `%s` is the same in both languages: %q", r.id, excerpt(text)),
			wording.Sprintf("translate it into %s", wrong.Name()))
	}
}

// leastOdds gives what a text has to say for a language to be one in it: more if each word begins with a capital, as in a
// name.
func leastOdds(text string) float64 {
	for _, w := range language.Read(text) {
		if !w.Capital {
			return sameOdds
		}
	}
	return language.Limit
}

var braced = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{[^}]*\}\}`) })

// wordsOfMessage gives the text of a message without its placeholders: that for most numbers, where it has plural forms.
func wordsOfMessage(m *locale.Message) string {
	if len(m.Forms) == 0 {
		return ""
	}
	return braced().ReplaceAllString(m.Forms[len(m.Forms)-1], " ")
}
