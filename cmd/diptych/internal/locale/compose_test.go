package locale

import "testing"

func TestCompose(t *testing.T) {
	for text, want := range map[string]string{
		"L’été":              "L’été",
		"L’e\u0301te\u0301":  "L’été",
		"François, ça, 5 m²": "François, ça, 5 m²",
		"Franc\u0327ois":     "François",
		"":                   "",
	} {
		if got := Compose(text); got != want {
			t.Errorf("Compose(%q) = %q, want %q", text, got, want)
		}
	}
}
