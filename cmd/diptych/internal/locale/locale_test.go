package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestNewKnowsItsTags(t *testing.T) {
	readers := map[string]string{
		"fr": "fr", "fr-CA": "fr-CA", "fr-EU": "fr", "en-GB": "en-GB", "en-CA": "en-CA", "en-US": "en-US",
	}
	for _, lang := range source.Langs() {
		for _, tag := range Tags(lang) {
			l := mustNew(t, tag)
			if l.Lang() != lang || l.Tag() != readers[tag] {
				t.Errorf("%q is %q for readers, of %q; want %q, of %q", tag, l.Tag(), l.Lang(), readers[tag], lang)
			}
			delete(readers, tag)
		}
	}
	if len(readers) > 0 {
		t.Errorf("tags of no language: %v", readers)
	}
	for _, tag := range []string{"", "en", "FR", "fr-CH", "fr_CA", "fr-ca"} {
		if _, ok := New(tag); ok {
			t.Errorf("%q is a locale", tag)
		}
	}
}

func TestTagsBeginWithTheDefault(t *testing.T) {
	got := [][]string{Tags(source.French), Tags(source.English), Tags("de")}
	want := [][]string{{"fr", "fr-CA", "fr-EU"}, {"en-GB", "en-CA", "en-US"}, nil}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tags differ from those of the documentation (-want +got):\n%s", diff)
	}
}
