package check

import "testing"

func TestIsAttribution(t *testing.T) {
	for text, want := range map[string]bool{
		"— Ama Ata Aidoo":  true,
		"– Ama Ata Aidoo":  true,
		"-- Ama Ata Aidoo": true,
		"—Ama Ata Aidoo":   false,
		"- Ama Ata Aidoo":  false,
		"Ama — Ata":        false,
		"":                 false,
	} {
		if got := isAttribution(text); got != want {
			t.Errorf("%q says whose words stand above: %t, want %t", text, got, want)
		}
	}
}

// TestMayFoldAlike holds that the glance never tells two texts apart that are the same when folded.
func TestMayFoldAlike(t *testing.T) {
	for _, pair := range [][2]string{
		{"", ""},
		{"L’ÉTÉ À L’HÔTEL DE VILLE, C’EST LE 14 JUILLET", "l'ete a l'hotel de ville c'est le 14 juillet"},
		{"« Œuvres complètes »\u00a0: cœur, sœur, œuf et bœuf", "oeuvres completes coeur soeur oeuf et boeuf"},
		{"Keep the city clean", "Keep the city clean."},
	} {
		if folded(pair[0]) != folded(pair[1]) {
			t.Fatalf("%q and %q are not the same", pair[0], pair[1])
		}
		if !mayFoldAlike(pair[0], pair[1]) || !mayFoldAlike(pair[1], pair[0]) {
			t.Errorf("%q and %q are told apart at a glance", pair[0], pair[1])
		}
	}
	if mayFoldAlike("La bibliothèque est fermée", "The library is closed today") {
		t.Error("two texts that begin differently look the same")
	}
}

// TestUntranslated holds which block of a row is in the other language.
func TestUntranslated(t *testing.T) {
	const french, english = "Les chiens attendent dans la cour du musée.", "Dogs have to wait in the museum’s courtyard."
	for _, test := range []struct{ french, english, want string }{
		{french, english, ""},
		{english, english, "fr"},
		{french, french, "en"},
		{"Nelson Mandela", "Nelson Mandela", ""},
		{"[" + english + "]{lang=en}", english, ""},
		{"Please leave your bags and coats at the cloakroom to the left of the main entrance.", english, "fr"},
		{french, "Laissez vos sacs et vos manteaux au vestiaire, à gauche de la grande entrée.", "en"},
		{"— Keep the peace alive", "— Keep the peace alive", ""},
	} {
		p := pairOf(t, test.french, test.english)
		got := ""
		for r := range p.pairs {
			if b := r.untranslated(); b != nil {
				got = string(b.lang)
			}
		}
		if got != test.want {
			t.Errorf("of %q and %q the half %q was not translated, want %q", test.french, test.english, got, test.want)
		}
	}
}
