package check

import "testing"

func TestIsVague(t *testing.T) {
	for text, want := range map[string]bool{
		"Ici": true, "cliquez ici !": true, "Là": true, "En savoir plus…": true, "« ce lien »": true, "Plus d’informations": true,
		"Click HERE": true, "Read more »": true, "This": true, "this\u00a0page": true,
		"ici, à la mairie": false, "la mairie": false, "More about us": false, "2022": false, "": false, "ce lien utile": false,
	} {
		if got := isVague(folded(text)); got != want {
			t.Errorf("%q says nothing: %t, want %t", text, got, want)
		}
	}
}
