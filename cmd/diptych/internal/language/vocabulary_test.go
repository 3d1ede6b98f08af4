package language

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Texts as authorities write them, written for this test, next to those in many registers.
var (
	//go:embed testdata/prose.fr.txt
	proseFrench string
	//go:embed testdata/prose.en.txt
	proseEnglish string
)

// held are texts that the vocabulary was not learned from.
var held = map[string]string{"fr": proseFrench + heldFrench, "en": proseEnglish + heldEnglish}

func TestKnows(t *testing.T) {
	for lang, words := range map[string]struct{ known, unknown string }{
		"fr": {
			known: "auprès après atteindre attendre devrez devez importantes importants être été œuvre oeuvre cœurs coeurs " +
				"où ÉTÉ éte\u0301 pré\u00advue aujourd lorsqu quelqu jusqu noël ambiguë aiguë maïs août développerons réaffirment " +
				"coûts gouvernance cyclone désarmement farine l à y",
			unknown: "aupès aprrès atendre imporatntes developper etre gouvrenance déasrmement réafirment chevals " +
				"the which neighbourhood chantassiez",
		},
		"en": {
			known: "stating starting contract contact organisation organization colour color programme centre center " +
				"licence defense peacekeeping couldn shouldn website naive disarmament acknowledged gradually communique a i",
			unknown: "startting cotnact conract orgnisation colouur programe peacekeping dissarmament acknoledged gradualy " +
				"recieve développement auprès",
		},
	} {
		for word := range strings.FieldsSeq(words.known) {
			if !Knows(lang, word) {
				t.Errorf("%s: %q is not known", lang, word)
			}
		}
		for word := range strings.FieldsSeq(words.unknown) {
			if Knows(lang, word) {
				t.Errorf("%s: %q is known", lang, word)
			}
		}
	}
	for _, word := range []string{"", " ", "l’été", "tête-à-tête", "123", "中文", "\xff", strings.Repeat("é", 100)} {
		if Knows("fr", word) || Knows("en", word) {
			t.Errorf("%q is known", word)
		}
	}
	if Knows("de", "information") || Knows("", "information") {
		t.Error("a word of no language is known")
	}
}

// TestKnowsProse holds what the vocabulary is for: nearly all words of texts are known, nearly no slip of the finger is,
// and most of those that are make another word.
func TestKnowsProse(t *testing.T) {
	for lang, text := range held {
		words := longWords(text)
		if share := shareKnown(lang, words); share < 0.97 {
			t.Errorf("%s: %.4f of %d words are known, want 0.97", lang, share, len(words))
		}
		var slips []string
		for _, word := range words {
			if Knows(lang, word) {
				slips = append(slips, slipsOf(word)...)
			}
		}
		if share := shareKnown(lang, slips); share > 0.05 {
			t.Errorf("%s: %.4f of %d slips are known, want at most 0.05", lang, share, len(slips))
		}
	}
}

// TestKnowsByChance holds how often what is no word is taken for one.
func TestKnowsByChance(t *testing.T) {
	const letters, tries = "abcdefghijklmnopqrstuvwxyzéèàçêœ", 200_000
	r := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune(letters)
	for _, lang := range []string{"fr", "en"} {
		known := 0
		for range tries {
			word := make([]rune, 9+r.IntN(6))
			for i := range word {
				word[i] = alphabet[r.IntN(len(alphabet))]
			}
			if Knows(lang, string(word)) {
				known++
			}
		}
		if share := float64(known) / tries; share > 0.006 { // 1/256, and chance
			t.Errorf("%s: %.4f of random letters are known", lang, share)
		}
	}
}

// longWords gives the words that the check of typing looks at: five letters or more, the first a small one.
func longWords(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.DeleteFunc(words, func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsLower(first) || utf8.RuneCountInString(word) < 5
	})
}

// slipsOf gives all that a word becomes when two letters inside change places, one is missing, or one is typed twice.
func slipsOf(word string) []string {
	var slips []string
	letters := []rune(word)
	for i := 1; i < len(letters)-1; i++ {
		slips = append(slips,
			string(letters[:i])+string(letters[i+1:]),
			string(letters[:i+1])+string(letters[i:]))
		if i < len(letters)-2 {
			slips = append(slips, string(letters[:i])+string(letters[i+1])+string(letters[i])+string(letters[i+2:]))
		}
	}
	return slices.DeleteFunc(slips, func(slip string) bool { return slip == word })
}

func shareKnown(lang string, words []string) float64 {
	known := 0
	for _, word := range words {
		if Knows(lang, word) {
			known++
		}
	}
	return float64(known) / float64(max(len(words), 1))
}

// TestMakeVocabulary holds, for sets of many sizes, that each form is known and hardly another, and that the bytes come
// back as they were written, in whatever order the forms were given.
func TestMakeVocabulary(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 10, 100, 1000, 30_000} {
		var forms []string
		for i := range n {
			forms = append(forms, fmt.Sprint("mot", i))
		}
		made, err := MakeVocabulary(map[string][]string{"fr": forms, "en": {"word"}})
		if err != nil {
			t.Fatalf("%d forms: %v", n, err)
		}
		slices.Reverse(forms)
		again, err := MakeVocabulary(map[string][]string{"fr": append(forms, forms...)[:n], "en": {"word"}})
		if err != nil || again.String() != made.String() {
			t.Errorf("%d forms in another order make another vocabulary: %v", n, err)
		}
		v, err := ParseVocabulary(made.String())
		if err != nil {
			t.Fatalf("%d forms: %v", n, err)
		}
		for _, form := range forms {
			if !v.Knows("fr", form) {
				t.Fatalf("%d forms: %q is not known", n, form)
			}
		}
		others := 0
		for i := range 10_000 {
			if v.Knows("en", fmt.Sprint("mot", i)) {
				others++
			}
		}
		if others > 100 {
			t.Errorf("%d forms: %d of 10,000 others are known", n, others)
		}
	}
}

func TestParseVocabularyErrors(t *testing.T) {
	head := func(segment uint32) string {
		return string(binary.LittleEndian.AppendUint32(make([]byte, 4), segment))
	}
	for _, written := range []string{
		"", "1234567", head(0), head(4), head(4) + "12345678", head(4) + "1234567890123", head(3) + "123456789", head(1 << 31),
	} {
		if v, err := ParseVocabulary(written); err == nil {
			t.Errorf("ParseVocabulary(%q) gives %v", written, v)
		}
	}
}

// TestVocabularySize holds what the vocabulary adds to the program.
func TestVocabularySize(t *testing.T) {
	if len(writtenVocabulary) > 250_000 {
		t.Errorf("the vocabulary has %d bytes", len(writtenVocabulary))
	}
}

// FuzzKnows holds that any word can be asked for, and that capitals make no difference.
func FuzzKnows(f *testing.F) {
	for _, word := range []string{"", "œuvre", "ÉTÉ", "l’eau", "\xff\xc5", "a\u0301\u0301", "İ", strings.Repeat("x", 65)} {
		f.Add("fr", word)
	}
	f.Fuzz(func(t *testing.T, lang, word string) {
		known := Knows(lang, word)
		if upper := strings.ToUpper(word); strings.ToLower(upper) == word && len(upper) == len(word) && Knows(lang, upper) != known {
			t.Errorf("%q is known as %q or not", word, upper)
		}
	})
}

// FuzzParseVocabulary holds that what is read without an error can be asked for any word.
func FuzzParseVocabulary(f *testing.F) {
	f.Add("\x01\x00\x00\x00\x04\x00\x00\x00123456789012", "mot")
	f.Fuzz(func(t *testing.T, written, word string) {
		v, err := ParseVocabulary(written)
		if err != nil {
			return
		}
		v.Knows("fr", word)
		if v.String() != written {
			t.Errorf("%q is written as %q", written, v)
		}
	})
}

// BenchmarkKnows reports what a look-up costs, in words of prose, and the shares of TestKnowsProse.
func BenchmarkKnows(b *testing.B) {
	for lang, text := range held {
		words := longWords(text)
		var slips []string
		for _, word := range words {
			slips = append(slips, slipsOf(word)...)
		}
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, word := range words {
					Knows(lang, word)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
			b.ReportMetric(100*shareKnown(lang, words), "%known")
			b.ReportMetric(100*shareKnown(lang, slips), "%slips")
		})
	}
}
