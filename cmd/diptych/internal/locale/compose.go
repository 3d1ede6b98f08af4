package locale

import "golang.org/x/text/unicode/norm"

// Compose gives the one form (NFC) of a text whose accents may stand with their letters or behind them. "é" can be typed
// as one character and as two; readers see no difference.
func Compose(s string) string { return norm.NFC.String(s) }
