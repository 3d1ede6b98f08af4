package typography

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// parts are what texts are made of in which there may be something to remark on.
var parts = []string{"2", "XX", "I", "L", "D", "1", "ème", "eme", "ième", "ère", "ere", "iere", "éme", "ier", "iers", "e", "er", "A", "Ca", "C", "E", "Etat", "Etant", "Eglise", "Egalement",
	"tat", " ", "\n", "\u00a0", "\u202f", "\u2003", "\t", "partir", "issue", "la", "l", "’", ".", "!", "«", "(", "juin", "Juin", "Août", "Décembre", "'", "mot", "É", "s", "-"}

// TestSuspect is the oracle of the glance: a text that it lets pass has nothing to remark on.
func TestSuspect(t *testing.T) {
	random, rules, passed := rand.New(rand.NewPCG(1, 2)), For("fr"), 0
	for range 200_000 {
		var b strings.Builder
		for range 1 + random.IntN(6) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		text := b.String()
		if suspect(text) {
			continue
		}
		passed++
		if remarks := rules.remarks(text); len(remarks) > 0 {
			t.Fatalf("%q passes, and there is %q to say", text, remarks[0].Message)
		}
	}
	if passed < 1000 {
		t.Errorf("only %d texts pass", passed)
	}
}

// TestSuspectLetsTextsPass holds that the glance is worth it: plain French passes.
func TestSuspectLetsTextsPass(t *testing.T) {
	for _, text := range []string{
		"Les 5 et 6 décembre, les États Membres se sont réunis à Accra.", "Elle est à lui\u00a0: c’est l’été.", "Le Ghana accueille la Conférence de 2023.",
	} {
		if suspect(text) {
			t.Errorf("%q does not pass", text)
		}
	}
}
