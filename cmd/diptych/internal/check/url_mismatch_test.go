package check

import "testing"

func TestDiffer(t *testing.T) {
	for _, test := range []struct {
		french, english string
		want            bool
	}{
		{"https://droit.example.net/a", "https://meteo.example.com/a", true},
		{"https://registre.example.net/d/4411", "https://registre.example.net/d/4417", true},
		{"page:accra", "page:dhaka", true},
		{"doc:note", "doc:charte", true},
		{"page:accra", "https://meteo.example.com/", true},

		{"https://conception.canada.example/guide", "https://design.canada.example/guide", false},
		{"https://a.example.net/fr/liste", "https://a.example.net/en/directory", false},
		{"https://a.example.net/carte-fra.html", "https://a.example.net/map-eng.html", false},
		{"https://a.example.net/lois-et-reglements", "https://a.example.net/acts-and-regulations", false},
		{"https://a.example.net/x", "https://www.a.example.net/x/", false},
		{"page:accra", "page:accra#dates", false},
		{"/fr/dacca/", "/en/dhaka/", false}, // dead-link looks at these
	} {
		if got := differ(linkOf(t, test.french), linkOf(t, test.english)); got != test.want {
			t.Errorf("%q and %q lead to different places: %t, want %t", test.french, test.english, got, test.want)
		}
	}
}

func TestSpoken(t *testing.T) {
	for path, want := range map[string]string{
		"/mus%C3%A9e-et-parc": " musée et parc",
		"/l'été/12_mai.html":  " l'été    mai html",
		"/100%":               "     ",
		"":                    "",
	} {
		if got := spoken(path); got != want {
			t.Errorf("%q is spoken %q, want %q", path, got, want)
		}
	}
}

func TestIsNamedBy(t *testing.T) {
	for _, test := range []struct {
		address, text string
		want          bool
	}{
		{"https://lefleuve.example/a", "Le Fleuve", true},
		{"https://www.lefleuve.example/a", "lire LE FLEUVE du jour", true},
		{"https://lefleuve.example/a", "le journal", false},
		{"https://un.example/a", "un lien", false}, // too short to be a name
		{"/fr/", "le site", false},
	} {
		if got := linkOf(t, test.address).isNamedBy(test.text); got != test.want {
			t.Errorf("%q is named by %q: %t, want %t", test.address, test.text, got, test.want)
		}
	}
}

// TestUnshared holds that links to the same address answer each other in any order.
func TestUnshared(t *testing.T) {
	r := bodyRow(t, "[un](https://a.example/1) et [deux](https://a.example/2) et [trois](https://a.example/3)",
		"[three](https://a.example/3) and [one](https://a.example/1) and [four](https://a.example/4)")
	fr, en := r.french.unshared(r.english), r.english.unshared(r.french)
	if listed(fr) != "[deux]" || listed(en) != "[four]" {
		t.Errorf("without an answer are %s and %s, want [deux] and [four]", listed(fr), listed(en))
	}
}
