package wording

// Error is an error in both languages, for what comes to an editor by way of a library.
type Error struct {
	Sentence
	Hint Sentence // what to do; zero where nobody can say
}

// Error implements the error interface, in English.
func (e Error) Error() string { return e.English }

// Errorf makes an error of a sentence, as Sprintf says it.
func Errorf(format Phrase, args ...any) error { return Error{Sentence: Sprintf(format, args...)} }

// Fault makes an error of two sentences: what is wrong, and what to do.
func Fault(what, todo Sentence) error { return Error{what, todo} }
