package decode

import (
	"testing"

	"diptych/cmd/diptych/internal/wording"
)

// wrongTexts are TOML texts with one mistake each, so that the library says each of libraryWords.
var wrongTexts = []string{
	"title = \"Été\"\ntitle = \"Hiver\"\n", "[event]\n[event]\n", "a = 1\n[a.b]\n", "a = 1\n[[a]]\n", "a = 1\na.b = 2\n",
	"title = Dacca\n", "title: Dacca\n", "draft = true non\n", "a = [1", "a = [1 2]\n", "a = {b = 1", "a = {b = 1 2}\n",
	"[a b]\n", "[[a] ]\n", "[]\n", "[a..b]\n", "title =", "title", "title = \"Été", "title = '''Été", "a = [,]\n", "= 1\n",
	".a = 1\n", "title = \"Été\n\"\n", "a = \"\x01\"\n", "a = \"\\d\"\n", "a = \"\\xé\"\n", "a = \"\\uéééé\"\n",
	"a = \"\\Uéééééééé\"\n", "date = 2023-13-45\n", "a = +é\n", "a = .5\n", "a = 1e\n", "a = 1e+\n", "a = 1.\n", "a = 1_.5\n", "a = 01.5\n", "a = 1__0\n",
	"a = 01\n", "a = 99999999999999999999\n", "a = 1e999999\n", "[", "[a.", "é", "[a]\nb = 1\n[[a]]\n", "[[a]]\n[a]\n", "a = 1.e5\n", "[a.]\n", "a = ++1\n", "a = +nax\n",
}

// TestLibraryWords holds that the phrases are what the library says, so that a later version of it that says something
// else is noticed, and that the library's words are in French wherever these mistakes are made.
func TestLibraryWords(t *testing.T) {
	said := map[wording.Phrase]bool{}
	for _, text := range wrongTexts {
		_, problems := Parse(start(1), text)
		if len(problems) != 1 {
			t.Errorf("%q has the problems %v", text, problems)
			continue
		}
		message := problems[0].Message
		found := false
		for _, phrase := range libraryWords() {
			if wording.Sprintf("the text is not TOML: %s", wording.Recognise(message.English[len("the text is not TOML: "):], phrase)) == message {
				said[phrase], found = true, true
			}
		}
		if !found {
			t.Errorf("%q: no phrase fits %q", text, message.English)
		}
	}
	for _, phrase := range libraryWords() {
		if !said[phrase] {
			t.Errorf("the library never says %q", phrase)
		}
	}
}
