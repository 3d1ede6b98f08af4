package locale

import (
	"strings"
	"testing"
)

func TestContract(t *testing.T) {
	tests := []struct{ tag, message, place, want string }{
		{"fr", "heure de {}", "Accra", "heure d’Accra"},
		{"fr", "heure de {}", "Kigali", "heure de Kigali"},
		{"fr", "heure de {}", "Évian", "heure d’Évian"},
		{"fr", "heure de {}", "Œuilly", "heure d’Œuilly"},
		{"fr-CA", "heure de {}", "Ottawa", "heure d’Ottawa"},
		{"fr", "heure de {}", "Le Caire", "heure du Caire"},
		{"fr", "heure de {}", "Les Cayes", "heure des Cayes"},
		{"fr", "heure de {}", "La Haye", "heure de La Haye"},
		{"fr", "heure de {}", "L’Aquila", "heure de L’Aquila"},
		{"fr", "heure de {}", "Lens", "heure de Lens"},
		{"fr", "heure de {}", "Harare", "heure de Harare"},
		{"fr", "heure de {}", "Yaoundé", "heure de Yaoundé"},
		{"fr", "heure de {}", "Ypres", "heure d’Ypres"},
		{"fr", "heure de {}", "Ouagadougou", "heure de Ouagadougou"},
		{"fr", "heure de {}", "Oulan-Bator", "heure d’Oulan-Bator"},
		{"fr", "heure de {}", "", "heure de "},
		{"fr", "de {}", "Accra", "d’Accra"},
		{"fr", "de {}, heure de {}", "Accra", "d’Accra, heure d’Accra"},
		{"fr", "monde {}", "Accra", "monde Accra"},
		{"fr", "heure locale ({})", "Accra", "heure locale (Accra)"},
		{"en-GB", "{} time", "Accra", "Accra time"},
		{"en-GB", "Rio de {}", "Accra", "Rio de Accra"},
	}
	for _, test := range tests {
		text := strings.ReplaceAll(test.message, "{}", test.place)
		if got := mustNew(t, test.tag).Contract(text, test.place); got != test.want {
			t.Errorf("%s: %q is written %q, want %q", test.tag, text, got, test.want)
		}
	}
}
