package locale

import (
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
)

// Contract writes a text into which the name of a place was just put as its language does: in French, "heure de Accra"
// becomes "heure d’Accra", and "heure de Le Caire" becomes "heure du Caire". So a translator writes "heure de
// {{.Place}}", whatever the place.
func (l *Locale) Contract(text, place string) string {
	if l.lang != source.French || place == "" {
		return text
	}
	if rest, found := strings.CutPrefix(text, "de "+place); found {
		text = of(place) + rest
	}
	return strings.ReplaceAll(text, " de "+place, " "+of(place))
}

// of puts "de" before the name of a place.
func of(place string) string {
	if rest, found := strings.CutPrefix(place, "Le "); found {
		return "du " + rest
	}
	if rest, found := strings.CutPrefix(place, "Les "); found {
		return "des " + rest
	}
	if opensWithVowel(Fold(place)) {
		return "d’" + place
	}
	return "de " + place
}

// opensWithVowel tells whether a name begins with a vowel as French hears it. An h counts as aspirated, as it is in
// most names that French took over: "de Hambourg", "de Harare". Y and ou before a vowel sound as consonants: "de
// Yaoundé", "de Ouagadougou", and "d’Ypres", "d’Oulan-Bator".
func opensWithVowel(folded string) bool {
	const vowels = "aeiou"
	isVowel := func(text string) bool {
		first, size := utf8.DecodeRuneInString(text)
		return size > 0 && strings.ContainsRune(vowels, first)
	}
	if rest, found := strings.CutPrefix(folded, "y"); found {
		return rest != "" && !isVowel(rest)
	}
	if rest, found := strings.CutPrefix(folded, "ou"); found {
		return !isVowel(rest)
	}
	return isVowel(folded)
}
