package source

import "diptych/cmd/diptych/internal/wording"

// Lang is one of the two languages of a diptych, by its ISO 639-1 code, as it stands in file names and addresses.
type Lang string

// The two languages. There is no third: a pair has two halves.
const (
	French  Lang = "fr"
	English Lang = "en"
)

// Langs gives both languages, for work whose order no reader sees. What readers see follows the order of config.toml.
func Langs() [2]Lang { return [2]Lang{French, English} }

// Other gives the language of the other half.
func (l Lang) Other() Lang {
	if l == French {
		return English
	}
	return French
}

// Valid tells whether l is one of the two languages.
func (l Lang) Valid() bool { return l == French || l == English }

// Name is the language's name, for messages to editors.
func (l Lang) Name() wording.Phrase {
	if l == French {
		return "French"
	}
	return "English"
}
