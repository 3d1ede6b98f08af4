package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"diptych/cmd/diptych/internal/card"
	"diptych/cmd/diptych/internal/config"
	"diptych/cmd/diptych/internal/source"
)

// press is what draws the site's cards; a site without them has none.
type press struct {
	*card.Press
	digest string // of all that cards have in common
}

// readPress makes the press of the cards that config.toml asks for, with the font that it names.
func readPress(tree *source.Tree, c *config.Card) (*press, []source.Problem) {
	if c == nil {
		return nil, nil
	}
	file, found := tree.File(c.Font)
	if !found {
		return nil, []source.Problem{source.Errorf("card", c.FontPos, "there is no font %q", c.Font).
			WithHint("name a TTF or OTF file of the site, best one below layouts/")}
	}
	made, err := newPress(file, c.Design)
	if err != nil {
		return nil, []source.Problem{source.Errorf("card", c.FontPos, "cards can't be drawn with %q: %s", c.Font, source.Reason(err)).
			WithHint("name another font under [card], or other colours")}
	}
	return &press{made, fmt.Sprint(card.Recipe, c.Design, file.Digest)}, nil
}

func newPress(file *source.File, design card.Design) (*card.Press, error) {
	font, err := file.Bytes()
	if err != nil {
		return nil, err
	}
	return card.New(font, design)
}

// HasCard tells whether a page has a card of its own: home pages, sections, news, and what states `card = true`.
func (m *Model) HasCard(page *Page) bool {
	return m.press != nil && page.Half != nil && page.wantsCard()
}

// wantsCard leaves out what names a picture of its own, which is shown instead.
func (p *Pair) wantsCard() bool {
	return (p.IsIndex() || p.Facts.News || p.Facts.Card) && p.Facts.Image == ""
}

// CardPath gives the output path of a page's card.
func CardPath(page *Page) string { return path.Dir(page.Output) + "/card.png" }

// cardText is what a page's card says: what the page and the site are called, and what a reader asks first, the days and the
// place of a meeting or the day of the news.
func (m *Model) cardText(page *Page) card.Text {
	v := m.view(page.Lang, page.Output, page.Kind(), func(source.Problem) {}) // what is missing is told of the page itself
	v.page = page
	text := card.Text{Site: v.Site.Title, Title: page.Title()}
	text.Name, _ = m.Language(page.Lang).Catalogue.Text(languageName, nil)
	if text.Title == text.Site {
		text.Site = ""
	}
	switch event, date := v.Event(), v.Date(); {
	case event != nil:
		text.Lines = append(text.Lines, event.When)
		if event.Where != "" {
			text.Lines = append(text.Lines, event.Where)
		}
	case page.Facts.News && date != nil:
		text.Lines = append(text.Lines, date.Text)
	}
	return text
}

// cardName names a card by all that it is made of.
func (m *Model) cardName(text card.Text) string {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%s %q", m.press.digest, text)))
	return hex.EncodeToString(sum[:8])
}

// WriteCard writes the card of a page that has one. The problems are those of its words; the error is that of w.
func (m *Model) WriteCard(w io.Writer, page *Page) ([]source.Problem, error) {
	text := m.cardText(page)
	name := "card " + m.cardName(text)
	data, kept := m.options.Cache.Get(name)
	if !kept {
		var drawn strings.Builder
		if err := m.press.Draw(&drawn, text); err != nil {
			return nil, err
		}
		data = []byte(drawn.String())
		m.options.Cache.Put(name, data)
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	return m.checkCard(page, text), nil
}

// checkCard tells of what the font can't write.
func (m *Model) checkCard(page *Page, text card.Text) []source.Problem {
	missing := m.press.Missing(text)
	if len(missing) == 0 {
		return nil
	}
	return []source.Problem{source.Warnf("card", page.Half.Pos("title"), "the font of the cards has no %s", listed(missing)).
		WithHint("write the title without them, or name a font that has them under [card] in config.toml")}
}

// listed writes characters one by one.
func listed(characters []rune) string {
	var quoted []string
	for _, r := range characters {
		quoted = append(quoted, strconv.QuoteRune(r))
	}
	return strings.Join(quoted, " ")
}
