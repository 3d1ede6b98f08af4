package typography

// room is where a short text is set without an allocation.
//
// The lists of a setting grow by hand: what append gives, the compiler keeps on the heap, and with it the room.
type room struct {
	tokens [192]token
	quotes [16]quote
	voices [3]voice
}

// in gives a setting for a text. What it keeps of a short one is in the room.
func (r *room) in(view string) setting {
	return setting{view: view, tokens: enough(r.tokens[:], view), quotes: r.quotes[:], voices: r.voices[:]}
}

// again makes a setting ready for another text.
func (s *setting) again(view string) {
	*s = setting{view: view, tokens: enough(s.tokens, view), quotes: s.quotes, voices: s.voices}
}

// enough gives a list with room for what is likely in a text.
func enough(tokens []token, text string) []token {
	if likely := len(text) / 3; likely > len(tokens) {
		return make([]token, likely+16)
	}
	return tokens
}

// bigger gives a list with the same items and room for as many again.
func bigger[T any](items []T) []T {
	more := make([]T, 2*len(items)+8)
	copy(more, items)
	return more
}

// nextToken gives the place of the token that comes next. It is empty.
func (s *setting) nextToken() *token {
	if s.count == len(s.tokens) {
		s.tokens = bigger(s.tokens)
	}
	t := &s.tokens[s.count]
	*t = token{}
	s.count++
	return t
}

// addQuote adds a quote, and gives its index.
func (s *setting) addQuote(q quote) int32 {
	if s.quoted == len(s.quotes) {
		s.quotes = bigger(s.quotes)
	}
	s.quotes[s.quoted] = q
	s.quoted++
	return int32(s.quoted - 1)
}

// addVoice adds rules that no run before had, and gives their index.
func (s *setting) addVoice(rules Rules) int32 {
	if s.spoken == len(s.voices) {
		s.voices = bigger(s.voices)
	}
	s.voices[s.spoken] = voice{rules: rules, top: -1, inner: -1}
	s.spoken++
	return int32(s.spoken - 1)
}
