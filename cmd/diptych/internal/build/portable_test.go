package build

import (
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// portableNames are names that can stand on every system, and unportableNames such that can't on some.
var (
	portableNames = []string{"été.pdf", "con-fusion.pdf", "connu", "com", "com0", "com10.txt", "lpt.txt", "auxiliaire", "a.con", "nul-part",
		".well-known", "_headers", "l’été « à Paris ».pdf", "a b", "COMÉ", strings.Repeat("é", 127)}
	unportableNames = []string{"con", "CON", "Con.html", "con.tar.gz", "con .txt", "prn", "aux.png", "NUL", "nul.", "com1", "COM9.txt", "lpt1", "lpt³.txt",
		"conin$", "CONOUT$", "a.", "a ", "...", "<a", "a>", "heure:minute", "«\"oui\"»", `a\b`, "a|b", "pourquoi?", "*", "a\nb", "a\x00", "a\x7f", "a\u0085",
		strings.Repeat("é", 128)}
)

func TestPortableNames(t *testing.T) {
	for _, name := range portableNames {
		if why := unportable(name); why != "" {
			t.Errorf("%q is refused: %s", name, why)
		}
	}
	for _, name := range unportableNames {
		if unportable(name) == "" {
			t.Errorf("%q passes", name)
		}
	}
}

// TestUnportableOutputs has each kind of source bring a name that some system can't have.
func TestUnportableOutputs(t *testing.T) {
	const hint = " (rename the file or folder, or give another slug or alias)"
	const device = "can't be the name of a file or folder on every system: Windows keeps it for a device"
	tests := map[string]struct {
		changes files
		want    []string
	}{
		"a file below static": {files{"static/img/aux.txt": "été"}, []string{"static/img/aux.txt name: \"aux.txt\" " + device + hint}},
		"a folder, told once": {
			files{"static/Con/a.txt": "a", "static/con/b.txt": "b", "static/Con/c/d.txt": "d"},
			[]string{"static/Con/a.txt name: \"Con\" " + device + hint},
		},
		"a slug": {
			files{"content/about.fr.md": half("À propos", `slug = "con"`, "## Équipe {#team}\n\n## Été à Paris")},
			[]string{"content/about.fr.md:3:8 name: \"con\" " + device + hint},
		},
		"an alias": {
			files{"content/about.fr.md": half("À propos", `aliases = ["/fr/nul/"]`, "## Équipe {#team}\n\n## Été à Paris")},
			[]string{"content/about.fr.md:3:11 name: \"nul\" " + device + hint},
		},
		"a name with the end of a line": {
			files{"static/a\nb.txt": "é"},
			[]string{"static/a\nb.txt name: \"a\\nb.txt\" can't be the name of a file or folder on every system: it has a control character, such as the end of a line" + hint},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, wrong(t, test.changes)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// TestFoldersAlike finds folders that are one where capital and small letters, or the two ways to write an accent, count as
// the same: once each, with both sources.
func TestFoldersAlike(t *testing.T) {
	const hint = " (write the name in the same way in both places: capital and small letters count as the same, and so do the two ways to write an accent)"
	tests := map[string]struct {
		changes files
		want    []string
	}{
		"capital letters": {
			files{"static/Img/a.txt": "a", "static/Img/x/a.txt": "a", "static/img/b.txt": "b", "static/img/x/b.txt": "b"},
			[]string{"static/img/b.txt duplicate-address: the folders \"img\" and \"Img\" are one on many systems" + hint + " and static/Img/a.txt"},
		},
		"accents": {
			files{"static/été/a.txt": "a", "content/about.fr.md": half("À propos", `aliases = ["/e\u0301te\u0301/ancien/"]`, "## Équipe {#team}\n\n## Été à Paris")},
			[]string{"static/été/a.txt duplicate-address: the folders \"été\" and \"e\u0301te\u0301\" are one on many systems" + hint + " and content/about.fr.md:3:11"},
		},
		"other folders": {files{"static/image/a.txt": "a", "static/images/b.txt": "b"}, []string{}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, wrong(t, test.changes)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzPortable holds that of two names below static each is published as a path that every system can have, or told of; and
// that both are published only where no system takes them for one.
func FuzzPortable(f *testing.F) {
	for _, names := range [][]string{portableNames, unportableNames} {
		for i, name := range names {
			f.Add(name, names[(i+1)%len(names)])
		}
	}
	f.Add("Été.txt", "été.txt")
	f.Add("e\u0301te\u0301", "été")
	f.Add("a/b", "A/c")
	model := Assemble(sampleTree(f, nil), site.Options{Day: today}).model
	f.Fuzz(func(t *testing.T, one, other string) {
		c := &collector{model: model, taken: map[string]string{}, refused: map[string]bool{}, claims: claims{outputs: map[string]output{}}}
		first := c.add(one, source.Pos{File: "static/1"}, nil)
		second := c.add(other, source.Pos{File: "static/2"}, nil)
		if refused := len(c.told) > 0; refused == (first && second) {
			t.Fatalf("%q: %v, %q: %v, and told is %v", one, first, other, second, c.told)
		}
		for name, passed := range map[string]bool{one: first, other: second} {
			if passed && !standsOnWindows(name) {
				t.Errorf("%q passes", name)
			}
		}
		if first && second && strings.EqualFold(source.Compose(one), source.Compose(other)) {
			t.Errorf("%q and %q both pass", one, other)
		}
	})
}

// standsOnWindows is another reading of the rules: step by step, character by character.
func standsOnWindows(name string) bool {
	for _, step := range strings.Split(name, "/") {
		for _, r := range step {
			if r < 0x20 || r == 0x7f || strings.ContainsRune("<>:\"\\|?*", r) {
				return false
			}
		}
		base := strings.ToLower(strings.TrimRight(strings.TrimSuffix(step, path.Ext(step)), " "))
		if base == "con" || base == "nul" || len(base) == 4 && (base[:3] == "com" || base[:3] == "lpt") && base[3] > '0' && base[3] <= '9' {
			return false
		}
		if len(step) > 255 || len(step) > 0 && (step[len(step)-1] == '.' || step[len(step)-1] == ' ') {
			return false
		}
	}
	return true
}
