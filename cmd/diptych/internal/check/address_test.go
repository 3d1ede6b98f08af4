package check

import (
	"testing"

	"diptych/cmd/diptych/internal/source"
)

func TestReadLink(t *testing.T) {
	for address, want := range map[string]link{
		"https://WWW.Example.org/Plan/":       {host: "example.org", path: "/Plan"},
		"https://example.org/a?b=c#d":         {host: "example.org", path: "/a?b=c"},
		"https://example.org":                 {host: "example.org", path: ""},
		"https://example.org:8080/a":          {host: "example.org", path: "/a"},
		"//example.org/a":                     {host: "example.org", path: "/a"},
		"/fr/mus%C3%A9e/":                     {path: "/fr/mus%C3%A9e"},
		"/fr/musée/":                          {path: "/fr/mus%C3%A9e"},
		"page:visites/accra":                  {path: "page:visites/accra"},
		"page:accra#dates":                    {path: "page:accra"},
		"doc:note":                            {path: "doc:note"},
		"plan.pdf":                            {path: "plan.pdf"},
		"https://forms.example.net/?lang=fr/": {host: "forms.example.net", path: "?lang=fr/"},
	} {
		want.whole = address
		if got, ok := readLink(address); got != want || !ok {
			t.Errorf("%q is %+v, %t; want %+v", address, got, ok, want)
		}
	}
	for _, address := range []string{"", "#dates", "mailto:a@example.org", "tel:+33123456789", "https://[", "%zz"} {
		if got, ok := readLink(address); ok {
			t.Errorf("%q leads to a page or file: %+v", address, got)
		}
	}
}

// linkOf reads an address that leads to a page or file.
func linkOf(t *testing.T, address string) link {
	t.Helper()
	l, ok := readLink(address)
	if !ok {
		t.Fatalf("%q leads nowhere", address)
	}
	return l
}

func TestDomain(t *testing.T) {
	for address, want := range map[string]string{
		"https://design.canada.example/a":      "canada.example",
		"https://conception.canada.example/":   "canada.example",
		"https://example.org":                  "example.org",
		"https://www.library.gov.uk/":          "library.gov.uk",
		"https://www.service.library.gov.uk/":  "library.gov.uk",
		"https://mairie.gouv.fr/":              "mairie.gouv.fr",
		"https://gouv.fr/":                     "gouv.fr",
		"https://gov.library.example/":         "library.example",
		"https://localhost/":                   "localhost",
		"/fr/":                                 "",
		"https://laws.justice.gc.ca/fra/":      "justice.gc.ca",
		"https://example.com.library.example/": "library.example",
	} {
		if got := linkOf(t, address).domain(); got != want {
			t.Errorf("%q is of %q, want %q", address, got, want)
		}
	}
}

func TestMarkedAs(t *testing.T) {
	for address, want := range map[string]source.Lang{
		"/fr/plan/":                             source.French,
		"/en":                                   source.English,
		"https://example.org/EN/":               source.English,
		"https://example.org/fra/lois":          source.French,
		"https://example.org/plan-eng.html":     source.English,
		"https://example.org/plan_fra.pdf":      source.French,
		"https://example.org/plan-e.htm":        source.English,
		"https://example.org/?lang=fr":          source.French,
		"https://example.org/a?b=c&locale=en":   source.English,
		"https://en.wiki.example/wiki/Paix":     source.English,
		"https://fr.wiki.example/wiki/Peace":    source.French,
		"https://example.org/enfance/":          "",
		"https://example.org/frais/":            "",
		"https://example.org/plan-open.pdf":     "",
		"https://enfance.example.org/":          "",
		"https://example.org/english-lessons/":  "",
		"https://example.org/anglais/":          source.English,
		"page:en":                               "",
		"https://example.org/men/":              "",
		"https://example.org/fr-CA/guide.html#": source.French,
	} {
		if got := linkOf(t, address).markedAs(); got != want {
			t.Errorf("%q says that it is in %q, want %q", address, got, want)
		}
	}
}

// TestBare holds that the same page in both languages has one address without its marks.
func TestBare(t *testing.T) {
	for _, test := range []struct {
		french, english string
		same            bool
	}{
		{"https://example.org/fr/plan", "https://example.org/en/plan", true},
		{"https://example.org/plan-fra.html", "https://example.org/plan-eng.html", true},
		{"https://example.org/fr/", "https://example.org/en/index.html", true},
		{"https://example.org/accueil", "https://example.org/home", true},
		{"https://example.org/a?lang=fr", "https://example.org/a?lang=en", true},
		{"https://example.org/fr/plan", "https://example.org/en/map", false},
		{"https://example.org/a/17", "https://example.org/a/71", false},
	} {
		fr, en := linkOf(t, test.french).bare(), linkOf(t, test.english).bare()
		if (fr == en) != test.same {
			t.Errorf("%q is bare %q, and %q is %q: want the same: %t", test.french, fr, test.english, en, test.same)
		}
	}
}

func TestIsDocument(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/plan.pdf":       true,
		"https://example.org/plan.PDF?v=2":   true,
		"/notes.docx":                        true,
		"chiffres.csv":                       true,
		"https://example.org/plan.html":      false,
		"https://example.org/plan":           false,
		"https://example.org/?file=plan.pdf": false,
		"https://example.org/v1.2/plan":      false,
		"https://example.org":                false,
		"doc:note":                           false,
	} {
		if got := linkOf(t, address).isDocument(); got != want {
			t.Errorf("%q is a document: %t, want %t", address, got, want)
		}
	}
}
