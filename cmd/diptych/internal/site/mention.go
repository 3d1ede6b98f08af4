package site

import (
	"hash/fnv"
	"html"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/source"
)

// mentions gives the names of files that a body mentions and that may be pictures, by their sums, sorted: it may give more than
// the body shows, and never less. So it is known which pictures are published before any body is parsed.
func mentions(body string) []uint64 {
	if len(endings(body)) == 0 { // as in most bodies, and to know it costs little
		return nil
	}
	var names []uint64
	text := plainAddresses(body)
	for _, end := range endings(text) {
		if names = appendNames(names, text[:end]); len(names) > mostNames {
			break
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// mostNames is how many names are looked for in a body: far more than one that shows a thousand pictures has.
const mostNames = 1 << 17

// nameSum is what is remembered of a name. Two names of one sum would publish a picture that no page shows, and no more.
func nameSum(name string) uint64 {
	sum := fnv.New64a()
	sum.Write([]byte(source.Compose(name))) // it never fails
	return sum.Sum64()
}

// endings gives where in a text the endings of pictures' names end, in bytes.
func endings(text string) []int {
	var ends []int
	for at := 0; ; {
		dot := strings.IndexByte(text[at:], '.')
		if dot < 0 {
			return ends
		}
		start := at + dot
		at = start + 1
		for at < len(text) && (text[at]|0x20 >= 'a' && text[at]|0x20 <= 'z' || text[at] == '2') { // as in .jp2
			at++
		}
		if gallery.IsPicture(text[start:at]) {
			ends = append(ends, at)
		}
	}
}

// longestName is the size in bytes that the name of a file may have.
const longestName = 255

// appendNames appends all that a text may end with as the name of a file: a name may have spaces and brackets, and what stands
// before it in Markdown may be the same.
func appendNames(names []uint64, text string) []uint64 {
	for i := len(text) - 1; i >= max(0, len(text)-longestName); i-- {
		switch text[i] {
		case '\n', '/':
			return append(names, nameSum(text[i+1:]))
		case ' ', '(', '<', '>', '"', '\'', '[', ']', '?', '#', ':':
			names = append(names, nameSum(text[i+1:]))
		}
	}
	return append(names, nameSum(text))
}

// escaped is a character with a backslash before it (CommonMark, 2.4).
var escaped = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])") })

// plainAddresses takes from a body what authors may write in place of the characters of a name.
func plainAddresses(body string) string {
	body = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1 // as in addresses
		}
		return r
	}, html.UnescapeString(escaped().ReplaceAllString(body, "$1")))
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

// mention notes which pictures the published pages mention, in their texts or as the picture that is shared. What an earlier model
// noted, which may be nil, serves if it has the same places, and with them the same facts, and pairs that were edited mention the same.
func (m *Model) mention(before *Model) map[uint64]bool {
	if before != nil && m.places == before.places && !slices.ContainsFunc(m.edited(before), func(pair *Pair) bool {
		now, then := m.bodiesOf(pair), before.bodiesOf(pair)
		return !slices.Equal(now[0].mentions, then[0].mentions) || !slices.Equal(now[1].mentions, then[1].mentions)
	}) {
		return before.mentioned
	}
	names := map[uint64]bool{}
	for _, pair := range m.Pairs {
		for _, body := range m.bodiesOf(pair) {
			for _, name := range body.mentions {
				names[name] = true
			}
		}
		if pair.Facts.Image != "" {
			names[nameSum(path.Base(pair.Facts.Image))] = true
		}
	}
	return names
}

// Shows tells whether a page of the site may show a picture, in some language. Others are not published: they may belong to
// pages that are none yet.
func (m *Model) Shows(p *gallery.Picture) bool {
	return slices.ContainsFunc(sumsOf(p), func(sum uint64) bool { return m.mentioned[sum] })
}

// sumsOf gives the sums of the names by which a page may mention a picture.
func sumsOf(p *gallery.Picture) []uint64 {
	name := path.Base(p.Path)
	sums := []uint64{nameSum(name)}
	for _, lang := range source.Langs() {
		if neutral, is := gallery.Neutral(name, lang); is {
			sums = append(sums, nameSum(neutral))
		}
	}
	return sums
}

// mentionsPicture tells whether the bodies of a pair themselves mention a picture.
func (m *Model) mentionsPicture(pair *Pair, p *gallery.Picture) bool {
	return slices.ContainsFunc(sumsOf(p), func(sum uint64) bool {
		return slices.ContainsFunc(m.drafts.all[pair.draft].bodies[:], func(b body) bool {
			_, found := slices.BinarySearch(b.mentions, sum)
			return found
		})
	})
}

// ShowsAlike tells whether another model mentions the same pictures.
func (m *Model) ShowsAlike(other *Model) bool { return maps.Equal(m.mentioned, other.mentioned) }
