package ledger

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

func read(text string) (Lock, []source.Problem) {
	return Read(source.NewFile("i18n/lock/a/b.toml", text))
}

// sample is a lock of blocks whose words are hard to write.
func sample() Lock {
	lock := confirmed(pairOf(frenchPage, englishPage))
	for _, words := range []string{`« L’été » "\`, "a\tb\u007f\x00", "{ kind = \"x\" },", ""} {
		lock.Entries = append(lock.Entries, Entry{
			Kind: "paragraph", Day: secondDay, English: Print{Digest: "0123456789ab", Sketch: "AbC-_0"}, Words: words,
		})
	}
	return lock
}

func TestReadWhatIsWritten(t *testing.T) {
	for name, lock := range map[string]Lock{"none": {}, "sample": sample()} {
		got, problems := read(lock.String())
		if diff := cmp.Diff(lock, got); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %v (-want +got)\n%s", name, problems, diff)
		}
	}
}

// TestTOML holds that a lock is TOML, and says the same to those who read it as such.
func TestTOML(t *testing.T) {
	type line struct {
		Kind               string
		Day                time.Time
		Fr, En, Words      string
		FrSketch, EnSketch Sketch
	}
	var file struct{ Block []line }
	meta, err := toml.Decode(sample().String(), &file)
	if err != nil || len(meta.Undecoded()) > 0 {
		t.Fatalf("%v, %v", err, meta.Undecoded())
	}
	var got Lock
	for _, l := range file.Block {
		got.Entries = append(got.Entries, Entry{
			Kind: l.Kind, Day: civil.DateOf(l.Day), Words: l.Words,
			French: Print{l.Fr, l.FrSketch}, English: Print{l.En, l.EnSketch},
		})
	}
	if diff := cmp.Diff(sample(), got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// entryLine writes the line of an entry that goes by its words.
func entryLine(words string) string {
	e := Entry{Kind: "item", Day: firstDay, French: Print{Digest: "0123456789ab"}, Words: words}
	var out strings.Builder
	e.write(&out)
	return strings.TrimSuffix(out.String(), "\n")
}

func TestDamage(t *testing.T) {
	tests := []struct{ name, text, words, problems string }{
		{"empty", "", "", ""},
		{"without its frame", lines(entryLine("a"), "", entryLine("b")), "a b", ""},
		{"without its comma", lines(strings.TrimSuffix(entryLine("a"), ",")), "a", ""},
		{"a conflict", lines(opening, entryLine("a"), "<<<<<<< HEAD", entryLine("b"), "=======", entryLine("c"), ">>>>>>> main",
			entryLine("d"), closing), "a d", "4"},
		{"a conflict with its base", lines("<<<<<<< HEAD", entryLine("b"), "||||||| base", entryLine("x"), "=======", entryLine("c"),
			">>>>>>> main", entryLine("d")), "d", "2"},
		{"a mark alone", lines("<<<<<<< HEAD", entryLine("a"), "=======", entryLine("b")), "a b", "2 4"},
		{"two marks", lines("<<<<<<< HEAD", entryLine("a"), "<<<<<<< HEAD", entryLine("b"), ">>>>>>> x", entryLine("c")), "a c", "2 4"},
		{"cut off", lines(entryLine("a"), entryLine("b")[:60]), "a", "3"},
		{"another digest", lines(strings.Replace(entryLine("a"), "0123", "012G", 1)), "", "2"},
		{"no digest", lines(strings.Replace(entryLine("a"), "0123456789ab", "", 1)), "", "2"},
		{"no such day", lines(strings.Replace(entryLine("a"), "2023-09-22", "2023-02-30", 1)), "", "2"},
		{"half a code", lines(strings.Replace(entryLine("a"), `frSketch = "`, `frSketch = "A`, 1)), "", "2"},
		{"an unknown escape", lines(entryLine("a"), strings.Replace(entryLine("b"), `"b"`, `"\b"`, 1)), "a", "3"},
		{"another language", lines("block: []", entryLine("a")), "a", "2"},
	}
	for _, test := range tests {
		lock, problems := read("# lock\n" + test.text)
		var words, at []string
		for _, e := range lock.Entries {
			words = append(words, e.Words)
		}
		for _, p := range problems {
			at = append(at, fmt.Sprint(p.Pos.Line))
			if p.Rule != "lock" || p.Severity != source.Warning || !strings.Contains(p.Hint.English, "confirm a/b") {
				t.Errorf("%s: %+v", test.name, p)
			}
		}
		if got := strings.Join(words, " "); got != test.words || strings.Join(at, " ") != test.problems {
			t.Errorf("%s: read %q with problems at %v", test.name, got, at)
		}
	}
}

func TestLongLock(t *testing.T) {
	var lock Lock
	for range 2000 {
		lock.Entries = append(lock.Entries, sample().Entries[1])
	}
	if got, problems := read(lock.String()); len(got.Entries) != 2000 || len(problems) > 0 {
		t.Errorf("%d entries, %v", len(got.Entries), problems)
	}
}

func TestPaths(t *testing.T) {
	for path, key := range map[string]string{
		"i18n/lock/a/b.toml": "a/b", "i18n/lock/index.toml": "index", "i18n/fr.toml": "", "i18n/lock/a.md": "", "content/a.toml": "",
	} {
		if got := KeyOf(path); got != key || key != "" && File(key) != path {
			t.Errorf("%s is the lock of %q, want %q", path, got, key)
		}
	}
	tree := source.NewTree(map[string]string{File("a/b"): sample().String()})
	if lock, _ := Of(tree, "a/b"); len(lock.Entries) == 0 {
		t.Error("the lock is not found")
	}
	if lock, problems := Of(tree, "a"); len(lock.Entries)+len(problems) > 0 {
		t.Errorf("there is %+v, %v", lock, problems)
	}
}

// TestNoLock tells of the first lines of a file that is no lock, and not of all of them.
func TestNoLock(t *testing.T) {
	_, problems := read(strings.Repeat("été = 1\n", 100_000))
	if len(problems) != mostTold || problems[mostTold-1].Pos.Line != mostTold {
		t.Errorf("%d lines are told, the last is %v", len(problems), problems[len(problems)-1].Pos)
	}
}

// FuzzRead holds that any text is read, and that what was read is read again from what is written of it.
func FuzzRead(f *testing.F) {
	f.Add(sample().String())
	f.Add(lines("<<<<<<< HEAD", entryLine("b"), "=======", entryLine("c"), ">>>>>>> main", entryLine("d")))
	f.Add(entryLine(`a\u0`) + "\n" + entryLine("b")[:30])
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		lock, problems := read(text)
		again, more := read(lock.String())
		if diff := cmp.Diff(lock, again); diff != "" || len(more) > 0 {
			t.Fatalf("%v (-first +second)\n%s", more, diff)
		}
		for _, p := range problems {
			if p.Pos.Line < 1 || p.Pos.Line > strings.Count(text, "\n")+1 {
				t.Fatalf("a problem at line %d", p.Pos.Line)
			}
		}
		for i := range lock.Entries {
			lock.Entries[i].French.Sketch.codes()
		}
	})
}

func TestOrphans(t *testing.T) {
	tree := source.NewTree(map[string]string{File("a/b"): "", File("c"): "", "i18n/fr.toml": "", "i18n/lock/notes.md": ""})
	got := Orphans(tree, func(key string) bool { return key == "c" })
	if len(got) != 1 || got[0].Pos.File != File("a/b") || !strings.Contains(got[0].Hint.English, "--moved a/b NEW") {
		t.Errorf("%+v", got)
	}
}
