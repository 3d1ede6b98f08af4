package config

import (
	"strings"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

// wholeWindow is how wide pictures are shown where config.toml does not say: as wide as the window.
const wholeWindow = "100vw"

// sizes reads how wide the layouts show pictures (HTML, 4.8.3).
func (l *loader) sizes(r *decode.Reader) string {
	sizes := strings.TrimSpace(r.Text("sizes"))
	switch {
	case !r.Has("sizes"):
		return wholeWindow
	case sizes == "" || strings.ContainsAny(sizes, `"<>{};`):
		l.report(source.Errorf("pictures", r.Pos("sizes"), "%q does not say how wide pictures are shown", sizes).
			WithHint(`write widths after the windows that they hold for, the last without one: sizes = "(min-width: 60em) 40em, 100vw"`))
		return wholeWindow
	}
	return sizes
}
