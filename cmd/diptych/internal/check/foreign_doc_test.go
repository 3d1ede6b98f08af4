package check

import (
	"testing"

	"diptych/cmd/diptych/internal/source"
)

func TestDocumentLang(t *testing.T) {
	for address, want := range map[string]source.Lang{
		"https://example.org/manual-eng.pdf":        source.English,
		"https://example.org/Charte_FRANCAIS.docx":  source.French,
		"https://example.org/2023/plan.fr.pdf?v=en": source.French,
		"https://example.org/en/plan.pdf":           "", // the name says nothing
		"https://example.org/lexique-fr-en.pdf":     "",
		"https://example.org/open-data.pdf":         "",
		"https://example.org/agenda.pdf":            "",
		"https://example.org/enfr.pdf":              "",
		"https://example.org/french-fra.pdf":        source.French,
	} {
		if got := linkOf(t, address).documentLang(); got != want {
			t.Errorf("%q is in %q, want %q", address, got, want)
		}
	}
}

func TestNamesLanguage(t *testing.T) {
	for text, want := range map[string]bool{
		"(PDF en anglais)":     true,
		"[in French, 2 MB]":    true,
		"Version FRANÇAISE":    true,
		"(2 Mo)":               false,
		"la Manche":            false,
		"les Anglaises":        false,
		"englisch":             false,
		"":                     false,
		"EN":                   false,
		"(en\u00a0anglais)":    true,
		"l’édition anglaise":   true,
		"the English‑speaking": true,
	} {
		if got := namesLanguage(text); got != want {
			t.Errorf("%q names a language: %t, want %t", text, got, want)
		}
	}
}

// TestIsAnnounced holds where it may be said that a link leads to the other language: in its text, behind it, or in braces.
func TestIsAnnounced(t *testing.T) {
	for text, want := range map[string]bool{
		"[le guide](https://a.example/x)":                                                                false,
		"[le guide](https://a.example/x) (en anglais)":                                                   true,
		"[le guide](https://a.example/x), en anglais":                                                    true,
		"[le guide en anglais](https://a.example/x)":                                                     true,
		"[le guide](https://a.example/x){lang=en}":                                                       true,
		"Du français : [le guide](https://a.example/x)":                                                  false,
		"[le guide](https://a.example/x), que la mairie a fait faire à ses frais, et qui est en anglais": false,
	} {
		p := pairOf(t, text, text)
		b := p.french.blocks[1]
		if got := isAnnounced(b, b.links()[0]); got != want {
			t.Errorf("%q says where it leads: %t, want %t", text, got, want)
		}
	}
}
