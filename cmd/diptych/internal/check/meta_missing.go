package check

import (
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var metaMissing = Rule{
	ID: "meta-missing", Severity: source.Warning,
	Summary: "the front matter of one half lacks a word that the other has",
	Reason:  "Descriptions and short titles are what readers see in search results, shared links and menus. Where one half has none, its readers are told less.",
	pair:    checkMeta,
}

// metaKeys are the words of which both halves have one, or none. A slug or an alias may well be one half's alone; of a place
// every build tells.
var metaKeys = [...]string{"menuTitle", "description", "before", "during", "after"}

func checkMeta(p *pair, f *finder) {
	if !p.source.IsWhole() {
		return
	}
	for _, key := range metaKeys {
		for _, h := range p.halves() {
			other := p.other(h)
			if h.value(key) == nil && other.value(key) != nil {
				f.findAt(f.rule.Severity, where{pos: h.front.Pos(key)}, where{pos: other.front.Pos(key)},
					wording.Sprintf("the %s half has no `%s`, and the %s one has", h.lang.Name(), key, other.lang.Name()),
					wording.Sprintf("write it in both halves, or in neither"))
			}
		}
	}
}
