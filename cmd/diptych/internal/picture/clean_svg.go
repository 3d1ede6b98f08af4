package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"sync"
)

// shownSpaces are the namespaces of what browsers draw. In others programs keep what is theirs: the path of the file, who
// drew it, how the window was arranged.
var shownSpaces = [...]string{
	"", svgSpace, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/1999/xhtml",
	"http://www.w3.org/1998/Math/MathML",
}

// cleanSVG takes comments, processing instructions, `metadata`, and elements and attributes of programs out of an SVG. All
// else stays to the byte.
func cleanSVG(data []byte) ([]byte, error) {
	c := svgCleaner{data: data, hidden: map[string]bool{}}
	if err := c.walk(c.declare); err != nil {
		return nil, err
	}
	err := c.walk(c.copy)
	return c.out, err
}

// svgCleaner copies an SVG token by token.
type svgCleaner struct {
	data    []byte
	hidden  map[string]bool // the prefixes of namespaces that are not drawn
	out     []byte
	leaving int // how many elements are open in what is left out
}

// walk shows each token with what stands for it in the file.
func (c *svgCleaner) walk(see func(token xml.Token, written []byte)) error {
	decoder := newSVGDecoder(c.data)
	for {
		from := decoder.InputOffset()
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			line, _ := decoder.InputPos()
			return brokenSVG(err, line)
		}
		see(token, c.data[from:decoder.InputOffset()])
	}
}

// declare notes the prefixes that an element declares.
func (c *svgCleaner) declare(token xml.Token, _ []byte) {
	element, _ := token.(xml.StartElement)
	for _, attr := range element.Attr {
		if attr.Name.Space == "xmlns" && !slices.Contains(shownSpaces[:], attr.Value) {
			c.hidden[attr.Name.Local] = true
		}
	}
}

// copy copies what is drawn.
func (c *svgCleaner) copy(token xml.Token, written []byte) {
	switch token := token.(type) {
	case xml.StartElement:
		if c.leaving > 0 || c.hidden[token.Name.Space] || token.Name.Local == "metadata" {
			c.leaving++
			return
		}
		written = c.withoutHidden(token, written)
	case xml.EndElement:
		if c.leaving > 0 {
			c.leaving--
			return
		}
	case xml.Comment:
		return
	case xml.ProcInst:
		if token.Target != "xml" {
			return
		}
	}
	if c.leaving == 0 {
		c.out = append(c.out, written...)
	}
}

// attribute is an attribute with a prefix, and the space in front of it.
var attribute = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\s+([^\s=:"'<>/]+):[^\s=:"'<>/]+\s*=\s*("[^"]*"|'[^']*')`)
})

// withoutHidden takes from the tag of an element the attributes that are not drawn.
func (c *svgCleaner) withoutHidden(element xml.StartElement, tag []byte) []byte {
	if !slices.ContainsFunc(element.Attr, func(a xml.Attr) bool { return c.hidden[a.Name.Space] }) {
		return tag
	}
	return attribute().ReplaceAllFunc(tag, func(written []byte) []byte {
		prefix, _, _ := bytes.Cut(bytes.TrimSpace(written), []byte(":"))
		if c.hidden[string(prefix)] {
			return nil
		}
		return written
	})
}
