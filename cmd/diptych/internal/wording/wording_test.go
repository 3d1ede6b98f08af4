package wording

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSprintf(t *testing.T) {
	tests := []struct {
		format Phrase
		args   []any
		want   Sentence
	}{
		{"%s", []any{Phrase("French")}, Sentence{"French", "français"}},
		{"%s: %[1]q", []any{Phrase("English")}, Sentence{`English: "English"`, "anglais: «\u00a0anglais\u00a0»"}},
		{"%q", []any{"été"}, Sentence{`"été"`, "«\u00a0été\u00a0»"}},
		{"%q", []any{`un "mot"` + "\n"}, Sentence{`"un \"mot\"\n"`, "«\u00a0un \"mot\"\\n\u00a0»"}},
		{"%d – %02X – %s", []any{12, 0xe, errors.New("perdu")}, Sentence{"12 – 0E – perdu", "12 – 0E – perdu"}},
		{"%s!", []any{Sentence{"found", "trouvé"}}, Sentence{"found!", "trouvé!"}},
	}
	for _, test := range tests {
		if got := Sprintf(test.format, test.args...); got != test.want {
			t.Errorf("Sprintf(%q, %v) = %q / %q, want %q / %q", test.format, test.args,
				got.English, got.French, test.want.English, test.want.French)
		}
	}
}

// word is a value with words of its own.
type word struct{}

func (word) String() string { return "found" }

func (word) Say() Sentence { return Sentence{"found", "trouvé"} }

func TestSayers(t *testing.T) {
	want := Sentence{`found: found (found) "found"`, "trouvé: trouvé (trouvé) «\u00a0trouvé\u00a0»"}
	failed := Errorf("%s", word{})
	if got := Sprintf("%s: %v (%s) %q", word{}, word{}.Say(), failed, failed); got != want {
		t.Errorf("got %q / %q", got.English, got.French)
	}
	var said Error
	if wrapped := fmt.Errorf("a library: %w", failed); !errors.As(wrapped, &said) || said.Sentence != (word{}).Say() {
		t.Errorf("a wrapped error says %q", said)
	}
}

func TestRecognise(t *testing.T) {
	phrases := []Phrase{"%s is English (%s)", "%s is %s", "French"}
	tests := []struct {
		message string
		want    Sentence
	}{
		{"French", Sentence{"French", "français"}},
		{"French!", Sentence{"French!", "French!"}},
		{`"Été" is 'é'`, Sentence{`"Été" is 'é'`, "«\u00a0Été\u00a0» is «\u00a0é\u00a0»"}},
		{`"a" or "b" is is`, Sentence{`"a" or "b" is is`, `"a" or "b" is is`}},
		{"'été' is `x`", Sentence{"'été' is `x`", "'été' is `x`"}},
		{" is ", Sentence{" is ", " is "}},
		{"it was", Sentence{"it was", "it was"}},
		{"", Sentence{}},
	}
	for _, test := range tests {
		if got := Recognise(test.message, phrases...); got != test.want {
			t.Errorf("%q is recognised as %q / %q", test.message, got.English, got.French)
		}
	}
	values, ok := valuesIn("Key 'a' is English (or so)", phrases[0])
	if diff := cmp.Diff([]any{"Key 'a'", "or so"}, values); !ok || diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
}

func TestJSON(t *testing.T) {
	type finding struct {
		Message Sentence `json:"message"`
		Hint    Sentence `json:"hint,omitzero"`
	}
	got, err := json.Marshal(finding{Message: Sentence{"English", "anglais"}})
	if want := `{"message":{"en":"English","fr":"anglais"}}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestSentence(t *testing.T) {
	said := Sentence{English: "in French", French: "en français"}
	if said.String() != "in French" || said.IsZero() || !(Sentence{}).IsZero() {
		t.Errorf("%+v is said as %q", said, said)
	}
}

func TestRead(t *testing.T) {
	got := read("# titre\n\nthe %s of %s\n    dans %[2]s, %[1]s\n\nyes\n    oui\n")
	if len(got) != 2 || got["the %s of %s"] != "dans %[2]s, %[1]s" || got["yes"] != "oui" {
		t.Errorf("read %q", got)
	}
}
