package picture

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/wording"
)

const svgSpace = "http://www.w3.org/2000/svg"

// inspectSVG reads the whole picture: XML that is broken anywhere is not shown at all.
func inspectSVG(from *bufio.Reader, size int64) (Info, error) {
	if size > MaxSVGBytes {
		return Info{}, wording.Fault(wording.Sprintf("the file has %d bytes, and an SVG may have %d",
			size, MaxSVGBytes), wording.Sprintf("export it with fewer details, or as PNG"))
	}
	data, err := io.ReadAll(io.LimitReader(from, MaxSVGBytes))
	if err != nil {
		return Info{}, err
	}
	root, err := rootOf(data)
	if err != nil {
		return Info{}, err
	}
	if root.Name != (xml.Name{Space: svgSpace, Local: "svg"}) {
		return Info{}, wording.Fault(wording.Sprintf("the SVG has no root element `svg` with `xmlns=\"http://www.w3.org/2000/svg\"`"),
			wording.Sprintf("export it again"))
	}
	width, height := sizeOf(root)
	return Info{Width: width, Height: height, Orientation: Upright}, nil
}

// rootOf gives the root element of an XML document, of which it reads each token.
func rootOf(data []byte) (root xml.StartElement, err error) {
	decoder := newSVGDecoder(data)
	for depth, roots := 0, 0; ; {
		token, err := decoder.Token()
		line, _ := decoder.InputPos()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return root, brokenSVG(err, line)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				root, roots = token.Copy(), roots+1
			}
			depth++
		case xml.EndElement:
			depth--
		case xml.Directive: // an entity may stand for a thousand of another one
			if bytes.Contains(token, []byte("<!ENTITY")) {
				return root, wording.Fault(wording.Sprintf("the SVG has entities of its own in line %d", line),
					wording.Sprintf("export it as plain SVG"))
			}
		case xml.CharData:
			if depth == 0 && len(bytes.Trim(token, " \t\r\n\ufeff")) > 0 {
				return root, brokenSVG(nil, line)
			}
		}
		if roots > 1 {
			return root, brokenSVG(nil, line)
		}
	}
}

// newSVGDecoder reads an SVG in UTF-8 or ASCII.
func newSVGDecoder(data []byte) *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		if strings.EqualFold(label, "us-ascii") {
			return input, nil
		}
		return nil, wording.Fault(wording.Sprintf("the SVG is written in %s", label), wording.Sprintf("save it as UTF-8"))
	}
	return decoder
}

// brokenSVG says where the XML is broken, unless the error says something of its own.
func brokenSVG(err error, line int) error {
	var said wording.Error
	if errors.As(err, &said) {
		return said
	}
	return wording.Fault(wording.Sprintf("the SVG is broken in line %d", line), wording.Sprintf("export it again"))
}

// sizeOf gives the size in CSS pixels as browsers choose it for an image: by width and height, what is missing by the
// proportions of the view box, and 300 by 150 where nothing is said (CSS 2.2, 10.3.2). Browsers take a view box alone for
// proportions; here its size is that of the picture, which is what its maker saw.
func sizeOf(root xml.StartElement) (width, height int) {
	var w, h float64
	var box [4]float64
	for _, attr := range root.Attr {
		switch attr.Name {
		case xml.Name{Local: "width"}:
			w = pixels(attr.Value)
		case xml.Name{Local: "height"}:
			h = pixels(attr.Value)
		case xml.Name{Local: "viewBox"}:
			for i, field := range strings.Fields(strings.ReplaceAll(attr.Value, ",", " ")) {
				if i < len(box) {
					box[i] = pixels(field)
				}
			}
		}
	}
	return fit(completed(w, h, box[2], box[3]))
}

// completed puts in what is missing of width and height, which is 0.
func completed(w, h, boxWidth, boxHeight float64) (width, height float64) {
	hasBox := boxWidth > 0 && boxHeight > 0
	switch {
	case w > 0 && h > 0:
		return w, h
	case hasBox && w > 0:
		return w, w / boxWidth * boxHeight
	case hasBox && h > 0:
		return h / boxHeight * boxWidth, h
	case hasBox:
		return boxWidth, boxHeight
	}
	const usualWidth, usualHeight = 300, 150
	if w <= 0 {
		w = usualWidth
	}
	if h <= 0 {
		h = usualHeight
	}
	return w, h
}

// fit rounds a size to whole pixels within MaxSide: units of a drawing may be small, and only its proportions count then.
func fit(w, h float64) (width, height int) {
	if most := max(w, h); most > MaxSide {
		w, h = w/most*MaxSide, h/most*MaxSide
	}
	return max(1, int(math.Round(w))), max(1, int(math.Round(h)))
}

var length = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*\+?([0-9]{0,9}\.?[0-9]+(?:[eE][-+]?[0-9]{1,2})?)(px|pt|pc|in|cm|mm|[qQ])?\s*$`)
})

// perUnit has the CSS pixels in each unit (CSS Values and Units 3, 6.2).
var perUnit = map[string]float64{"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}

// pixels gives a length in CSS pixels, 0 if it has none by itself, as a percentage.
func pixels(text string) float64 {
	found := length().FindStringSubmatch(text)
	if found == nil {
		return 0
	}
	number, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		return 0
	}
	return number * perUnit[strings.ToLower(found[2])]
}
