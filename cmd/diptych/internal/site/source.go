package site

import (
	"slices"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Source is a pair as its files have it, published or not, for those who compare its halves. It is immutable.
type Source struct {
	Key    string
	Facts  *Facts
	Hidden wording.Sentence // why the pair is not part of the site, save that it is a draft; zero if nothing else hides it

	draft *draftPair
}

// Sources gives all pairs of which there is a half, sorted by key.
func (m *Model) Sources() []*Source {
	sources := make([]*Source, 0, len(m.drafts.all))
	for _, d := range m.drafts.all {
		if !d.isEmpty() {
			sources = append(sources, &Source{Key: d.key, Facts: d.joined, Hidden: m.hidden[d.key], draft: d})
		}
	}
	return sources
}

// Source finds a pair by its key, or a section by the key of its folder, in whatever form its accents are written.
func (m *Model) Source(key string) (*Source, bool) {
	key = source.Compose(key)
	for _, name := range []string{key, key + "/" + index} {
		if d := m.drafts.find(name); d != nil && !d.isEmpty() {
			return &Source{Key: d.key, Facts: d.joined, Hidden: m.hidden[d.key], draft: d}, true
		}
	}
	return nil, false
}

// Lock gives the file in which it stands what of the pair was confirmed; nil if nothing was.
func (s *Source) Lock() *source.File { return s.draft.files.lock }

// Front gives the front matter of a half, or nil if there is no half in that language.
func (s *Source) Front(lang source.Lang) *content.Front { return s.draft.half(lang) }

// Body gives the Markdown of a half.
func (s *Source) Body(lang source.Lang) string {
	text, _ := s.draft.bodies[place(lang)].read()
	return text
}

// IsDraft tells whether the pair is a draft as a whole: its facts say so, or both halves do, or there is but one.
func (s *Source) IsDraft() bool { return s.Facts.Draft && s.DraftedBy() == nil }

// DraftedBy gives the half that says that the pair is a draft where the other does not, and was meant to be read; nil if
// there is none.
func (s *Source) DraftedBy() *content.Front {
	if !s.draft.isWhole() || !s.Facts.Draft {
		return nil
	}
	french, english := s.Front(source.French), s.Front(source.English)
	switch said := s.Facts.Pos("draft").File; {
	case said == french.File && !english.Drafts():
		return french
	case said == english.File && !french.Drafts():
		return english
	}
	return nil
}

// IsWhole tells whether the pair has both halves, and each could be read.
func (s *Source) IsWhole() bool { return s.draft.isWhole() && !s.IsMisread() }

// IsMisread tells whether the front matter of a half could not be read, of which it is told: its body may begin anywhere.
func (s *Source) IsMisread() bool {
	return slices.ContainsFunc(s.draft.halves[:], func(front *content.Front) bool { return front != nil && front.Broken })
}

// Same tells whether another source has the same words, facts, bodies and lock, as two models have it of which nothing
// changed.
func (s *Source) Same(other *Source) bool {
	return s.draft.heads == other.draft.heads && s.draft.sameHalves(other.draft)
}

// Outline gives what a half says, block by block: the words of its front matter that readers see, in the order of saidKeys,
// and then its body. It is not remembered.
func (m *Model) Outline(s *Source, lang source.Lang) *markdown.Outline {
	front := s.Front(lang)
	if front == nil {
		return &markdown.Outline{}
	}
	return m.outline(front, s.draft.files.half(lang).Text(), s.Body(lang))
}

// outline gives the outline of a half of which the file has a text and a body.
func (m *Model) outline(front *content.Front, text, body string) *markdown.Outline {
	said := sayings(front, text)
	outline := m.languages[front.Lang].renderer.Outline(front.BodyPos, body)
	outline.Blocks = append(said, outline.Blocks...)
	for i := range outline.Notes {
		outline.Notes[i].Block += len(said)
	}
	return outline
}

// Read reads another text of a half's file, with the same front matter, as Outline reads its own.
func (m *Model) Read(s *Source, lang source.Lang, text string) *markdown.Outline {
	half, same := s.Front(lang).Again(source.NewFile(s.Front(lang).File, text))
	if !same {
		return &markdown.Outline{}
	}
	return m.outline(s.Front(lang), text, half.Body)
}

// saidKeys are the words of the front matter that say something to readers. Slugs and aliases are names.
var saidKeys = [...]string{"title", "menuTitle", "description", "place", "before", "during", "after"}

// sayings gives these words of a half as blocks. text is that of its file.
func sayings(front *content.Front, text string) []markdown.Block {
	words := &front.Words
	var blocks []markdown.Block
	for i, said := range [len(saidKeys)]string{words.Title, words.MenuTitle, words.Description, words.Place, words.Before, words.During, words.After} {
		if said != "" {
			pos, rest := inQuotes(text, front.Pos(saidKeys[i]))
			blocks = append(blocks, markdown.Value(saidKeys[i], said, pos, strings.HasPrefix(rest, said)))
		}
	}
	return blocks
}

// inQuotes gives the place behind the quotes with which a value begins, one, or three and perhaps a line end, and the file's
// text from there on.
func inQuotes(text string, pos source.Pos) (source.Pos, string) {
	for range pos.Line - 1 {
		_, text, _ = strings.Cut(text, "\n")
	}
	for range pos.Column - 1 {
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	for _, quotes := range []string{`"""`, "'''", `"`, "'"} {
		rest, found := strings.CutPrefix(text, quotes)
		if !found {
			continue
		}
		pos.Column += len(quotes)
		if below, broken := strings.CutPrefix(rest, "\n"); broken && len(quotes) > 1 {
			return source.Pos{File: pos.File, Line: pos.Line + 1, Column: 1}, below
		}
		return pos, rest
	}
	return pos, text
}

// Files gives the paths of the pair's files, its lock among them.
func (s *Source) Files() []string {
	var paths []string
	for _, file := range []*source.File{s.draft.files.facts, s.draft.files.french, s.draft.files.english, s.draft.files.lock} {
		if file != nil {
			paths = append(paths, file.Path)
		}
	}
	return paths
}
