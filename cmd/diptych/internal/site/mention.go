package site

import (
	"html"
	"maps"
	"net/url"
	"path"
	"strings"

	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/source"
)

// mentions gives the names of files that a body mentions and that may be pictures: it may give more than the body shows, and
// never less. So it is known which pictures are published before any body is parsed.
func mentions(body string) []string {
	if !hasPictureName(body) {
		return nil
	}
	var names []string
	for line := range strings.Lines(plainAddresses(body)) {
		for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("/()<>\"'[]?#\n", r) }) {
			for _, name := range append(strings.Fields(part), strings.TrimSpace(part)) {
				if gallery.IsPicture(name) {
					names = append(names, gallery.Fold(name))
				}
			}
		}
	}
	return names
}

// hasPictureName tells whether there is what the name of a picture ends with. Most bodies have none, and to know it costs
// little.
func hasPictureName(body string) bool {
	for {
		dot := strings.IndexByte(body, '.')
		if dot < 0 {
			return false
		}
		body = body[dot:]
		end := 1
		for end < len(body) && (body[end]|0x20 >= 'a' && body[end]|0x20 <= 'z' || body[end] == '2') { // as in .jp2
			end++
		}
		if gallery.IsPicture(body[:end]) {
			return true
		}
		body = body[end:]
	}
}

// plainAddresses takes from a body what authors may write in place of the characters of a name.
func plainAddresses(body string) string {
	body = html.UnescapeString(strings.ReplaceAll(body, `\`, ""))
	var plain strings.Builder
	for i := 0; i < len(body); i++ {
		if body[i] == '%' && i+2 < len(body) {
			if decoded, err := url.PathUnescape(body[i : i+3]); err == nil {
				plain.WriteString(decoded)
				i += 2
				continue
			}
		}
		plain.WriteByte(body[i])
	}
	return plain.String()
}

// mention notes which pictures the published pages mention, in their texts or as the picture that is shared.
func (m *Model) mention() map[string]bool {
	names := map[string]bool{}
	for _, pair := range m.Pairs {
		for i := range pair.pages {
			for _, name := range m.memories[pair.pages[i].slot()].mentions {
				names[name] = true
			}
		}
		if pair.Facts.Image != "" {
			names[gallery.Fold(path.Base(pair.Facts.Image))] = true
		}
	}
	return names
}

// Shows tells whether a page of the site may show a picture, in some language. Others are not published: they may belong to
// pages that are none yet.
func (m *Model) Shows(p *gallery.Picture) bool {
	name := gallery.Fold(path.Base(p.Path))
	if m.mentioned[name] {
		return true
	}
	for _, lang := range source.Langs() {
		if neutral, is := gallery.Neutral(name, lang); is && m.mentioned[neutral] {
			return true
		}
	}
	return false
}

// ShowsAlike tells whether another model mentions the same pictures.
func (m *Model) ShowsAlike(other *Model) bool { return maps.Equal(m.mentioned, other.mentioned) }
