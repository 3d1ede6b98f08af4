package build

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// keeper is a target that keeps the outputs of one build for the next, as a published folder does.
type keeper struct {
	mu          sync.Mutex
	files, note map[string]string // of the build before
	now         memory
	noted       map[string]string
	made, held  []string
}

func newKeeper(files, notes map[string]string) *keeper {
	return &keeper{files: files, note: notes, now: memory{files: map[string]string{}}, noted: map[string]string{}}
}

func (k *keeper) Create(path string) (io.WriteCloser, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.made = append(k.made, path)
	return k.now.Create(path)
}

func (k *keeper) Note(path string) string { return k.note[path] }

func (k *keeper) Keep(path string) error {
	k.Remember(path, k.note[path])
	k.now.mu.Lock()
	defer k.now.mu.Unlock()
	k.now.files[path] = k.files[path]
	return nil
}

func (k *keeper) Remember(path, note string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.noted[path] = note
}

// next gives a target for the build after this one.
func (k *keeper) next() *keeper { return newKeeper(k.now.files, k.noted) }

// renewed builds a site over an earlier build, and gives what came of it.
func renewed(t testing.TB, tree *source.Tree, options site.Options, before *keeper) (*keeper, []source.Problem) {
	t.Helper()
	after := before.next()
	problems, err := Assemble(tree, options).Renew(t.Context(), after, func() {})
	if err != nil {
		t.Fatal(err)
	}
	return after, problems
}

func makerOptions() site.Options {
	base := ownHost
	return site.Options{Day: today, BaseURL: &base, Maker: "a"}
}

// TestRenewEqualsAll is the oracle of what is kept: after any series of edits, a site that is built over an earlier build has the
// same outputs, problems and notes as one that is built into nothing.
func TestRenewEqualsAll(t *testing.T) {
	kept, same := 0, 0
	for seed := range uint64(10) {
		random := rand.New(rand.NewPCG(seed, 9))
		original := sampleTree(t, keptSite())
		tree, last := original, newKeeper(nil, nil)
		for step := range 15 {
			fresh, want := renewed(t, tree, makerOptions(), newKeeper(nil, nil))
			if summary, unchanged := Unchanged(last.next(), tree, makerOptions()); unchanged {
				same++
				if diff := cmp.Diff(fresh.now.files, last.now.files); diff != "" || len(want) > 0 || summary != Assemble(tree, makerOptions()).Summary() {
					t.Fatalf("seed %d, step %d: it is said to be unchanged, with %d problems and %v (-now +kept):\n%s", seed, step, len(want), summary, diff)
				}
			}
			now, got := renewed(t, tree, makerOptions(), last)
			if diff := cmp.Diff(told(want), told(got)); diff != "" {
				t.Fatalf("seed %d, step %d, problems (-into nothing +over a build):\n%s", seed, step, diff)
			}
			if !source.HasErrors(want) {
				if diff := cmp.Diff(fresh.now.files, now.now.files) + cmp.Diff(fresh.noted, now.noted); diff != "" {
					t.Fatalf("seed %d, step %d, outputs and notes (-into nothing +over a build):\n%s", seed, step, diff)
				}
				kept += len(now.now.files) - len(now.made)
				last = now // else nothing is published
			}
			if random.IntN(2) > 0 {
				tree = changed(random, original, tree)
			}
		}
	}
	if kept < 200 || same < 5 {
		t.Errorf("no more than %d outputs were kept, and %d sites: this tests nothing", kept, same)
	}
}

// keptSite has what looks into the bodies of other pages: a link to a part of another, a search, and a layout that lists the parts
// of all pages.
func keptSite() files {
	all := peace()
	maps.Copy(all, files{
		"layouts/bilingual.html":   besideLayout,
		"layouts/search.html":      `{{.Title}}{{with .Search}}{{range .Pages}}{{.Title}}{{range .Parts}}{{.Title}}{{end}}{{end}}{{end}}`,
		"layouts/everything.html":  `{{.Title}}{{.Body}}{{with .Search}}{{range .Pages}}{{range .Parts}}{{.Title}}{{end}}{{end}}{{end}}`,
		"content/search.toml":      "layout = \"search\"\n",
		"content/search.fr.md":     half("Chercher", "", ""),
		"content/search.en.md":     half("Search", "", ""),
		"content/everything.toml":  "layout = \"everything\"\n",
		"content/everything.fr.md": half("Tout", "", "L’été."),
		"content/everything.en.md": half("Everything", "", "Summer."),
		"content/link.fr.md":       half("Liens", "", "Voir [l’équipe](page:about#team) et [l’état](page:index)."),
		"content/link.en.md":       half("Links", "", "See [the team](page:about#team) and [the state](page:index)."),
	})
	return all
}

// TestWhatIsMadeAgain says for each kind of change which outputs are made again: no fewer, and not many more.
func TestWhatIsMadeAgain(t *testing.T) {
	original := sampleTree(t, keptSite())
	first, problems := renewed(t, original, makerOptions(), newKeeper(nil, nil))
	if len(problems) > 0 {
		t.Fatalf("the site has problems: %q", told(problems))
	}
	about, _ := original.File("content/about.fr.md")
	tests := map[string]struct {
		changes files
		options func(*site.Options)
		want    []string // nil for all
	}{
		"nothing": {want: []string{}},
		"a body": {
			changes: files{"content/peace.fr.md": half("La paix", "", "L’A4P+ et l’A4P, [A4P]{lang=en}. Encore.")},
			want: []string{"en/everything/index.html", "en/peace/index.html", "en/search.json", "en/search/index.html",
				"fr-en/peace/index.html", "fr/everything/index.html", "fr/peace/index.html", "fr/search.json", "fr/search/index.html"},
		},
		"a body with a part to which another page leads": {
			changes: files{"content/about.fr.md": about.Text() + "\nL’été.\n"},
			want: []string{"en/about/index.html", "en/everything/index.html", "en/index.html", "en/link/index.html", "en/search.json", "en/search/index.html",
				"fr-en/about/index.html", "fr-en/index.html", "fr-en/link/index.html", "fr/a-propos/index.html",
				"fr/everything/index.html", "fr/index.html", "fr/link/index.html", "fr/search.json", "fr/search/index.html"},
		},
		"a title":         {changes: files{"content/peace.fr.md": half("La paix durable", "", "L’A4P+ et l’A4P, [A4P]{lang=en}.")}},
		"a layout":        {changes: files{"layouts/everything.html": `{{.Title}}{{.Body}}`}},
		"the day":         {options: func(o *site.Options) { o.Day.Day++ }},
		"drafts":          {options: func(o *site.Options) { o.Drafts = true }},
		"another address": {options: func(o *site.Options) { base := subPath; o.BaseURL = &base }},
		"another tool":    {options: func(o *site.Options) { o.Maker = "b" }},
		"an unknown tool": {options: func(o *site.Options) { o.Maker = "" }},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			options := makerOptions()
			if test.options != nil {
				test.options(&options)
			}
			after, problems := renewed(t, original.With(test.changes), options, first)
			if len(problems) > 0 {
				t.Fatalf("the site has problems: %q", told(problems))
			}
			if test.want == nil {
				test.want = slices.Sorted(maps.Keys(after.now.files))
			}
			slices.Sort(after.made)
			if diff := cmp.Diff(test.want, append([]string{}, after.made...)); diff != "" {
				t.Errorf("made again (-want +got):\n%s", diff)
			}
		})
	}
}

// TestLostPartIsTold: a page is looked at again when the part of another page is gone to which it leads, though it did not change.
func TestLostPartIsTold(t *testing.T) {
	tree := sampleTree(t, keptSite())
	first, _ := renewed(t, tree, makerOptions(), newKeeper(nil, nil))
	lost := files{}
	for _, lang := range source.Langs() {
		path := "content/about." + string(lang) + ".md"
		file, _ := tree.File(path)
		lost[path] = strings.ReplaceAll(file.Text(), "{#team}", "{#staff}")
	}
	_, problems := renewed(t, tree.With(lost), makerOptions(), first)
	if lines := strings.Join(told(problems), "\n"); !strings.Contains(lines, "content/link.fr.md:6:") || !strings.Contains(lines, "content/link.en.md:6:") {
		t.Errorf("the links are not told of:\n%s", lines)
	}
}

// TestUnchanged holds when a site need not be assembled: never where something is to be told of it, nor where a note is not ours.
func TestUnchanged(t *testing.T) {
	tree := sampleTree(t, keptSite())
	first, _ := renewed(t, tree, makerOptions(), newKeeper(nil, nil))
	want := Assemble(tree, makerOptions()).Summary()
	if got, same := Unchanged(first.next(), tree, makerOptions()); !same || got != want || got.Next.IsZero() {
		t.Errorf("%v, want %v, unchanged: %v", got, want, same)
	}
	for name, change := range map[string]func(*site.Options){
		"day": func(o *site.Options) { o.Day.Day++ }, "drafts": func(o *site.Options) { o.Drafts = true },
		"address": func(o *site.Options) { o.BaseURL = nil }, "tool": func(o *site.Options) { o.Maker = "b" }, "unknown tool": func(o *site.Options) { o.Maker = "" },
	} {
		options := makerOptions()
		if change(&options); !changes(t, first, tree, options) {
			t.Errorf("another %s is no change", name)
		}
	}
	for _, path := range []string{"content/peace.fr.md", "config.toml", "static/note.txt", "i18n/fr.toml", "layouts/page.html"} {
		if !changes(t, first, tree.With(files{path: "# été"}), makerOptions()) {
			t.Errorf("another %s is no change", path)
		}
	}
	warned := tree.With(files{"content/programme.fr.md": half("Le programme est là", "", "Du <b>gras</b>.")})
	second, _ := renewed(t, warned, makerOptions(), first)
	if !changes(t, second, warned, makerOptions()) {
		t.Error("what is to be told again would not be")
	}
	good := first.noted[everything]
	for _, note := range []string{"", good[1:], good + "é", strings.Fields(good)[0], strings.Fields(good)[0] + " 1 2 true 2023-13-01", strings.Fields(good)[0] + " -"} {
		bad := first.next()
		if bad.note[everything] = note; !changes(t, &keeper{now: memory{files: bad.files}, noted: bad.note}, tree, makerOptions()) {
			t.Errorf("the note %q holds", note)
		}
	}
}

// changes tells whether a build over another has to assemble a site.
func changes(t *testing.T, before *keeper, tree *source.Tree, options site.Options) bool {
	t.Helper()
	_, same := Unchanged(before.next(), tree, options)
	return !same
}

// TestWarningIsToldAgain: what is wrong with a page is told at each build, though nothing changed.
func TestWarningIsToldAgain(t *testing.T) {
	tree := sampleTree(t, files{"content/programme.fr.md": half("Le programme est là", "", "Du <b>gras</b>.")})
	first, want := renewed(t, tree, makerOptions(), newKeeper(nil, nil))
	second, got := renewed(t, tree, makerOptions(), first)
	if diff := cmp.Diff(told(want), told(got)); diff != "" || len(want) != 1 {
		t.Errorf("problems (-first +second):\n%s", diff)
	}
	if len(second.made) != 1 || second.made[0] != "fr/programme/index.html" {
		t.Errorf("made again: %q", second.made)
	}
}

// TestVerify: everything is made, and what would have been kept is named.
func TestVerify(t *testing.T) {
	s := Assemble(sampleTree(t, keptSite()), makerOptions())
	first := newKeeper(nil, nil)
	if _, err := s.Renew(t.Context(), first, func() {}); err != nil {
		t.Fatal(err)
	}
	second := first.next()
	delete(second.note, "fr/index.html")
	_, err := s.Verify(t.Context(), second, func(path string) {
		second.mu.Lock()
		defer second.mu.Unlock()
		second.held = append(second.held, path)
	}, func() {})
	if err != nil || len(second.made) != len(s.Paths()) || len(second.held) != len(s.Paths())-1 || slices.Contains(second.held, "fr/index.html") {
		t.Errorf("%d of %d are made, %d would have been kept, error %v", len(second.made), len(s.Paths()), len(second.held), err)
	}
}

// TestNotes holds how a note is written and read back, and that one which is not ours holds for nothing.
func TestNotes(t *testing.T) {
	s := Assemble(sampleTree(t, files{
		"content/deux mots, a%20b.fr.md": half("Deux mots", `slug = "deux-mots"`, "## Été {#part}"),
		"content/deux mots, a%20b.en.md": half("Two words", `slug = "two-words"`, "## Summer {#part}"),
	}), makerOptions())
	n := newNotes(s)
	const path = "fr/index.html"
	many := site.Reads{}
	for i := range mostReads + 1 {
		many = append(many, fmt.Sprint(i))
	}
	for _, reads := range []site.Reads{nil, {"about"}, {"about", "deux mots, a%20b"}, many, {site.EveryPair}, {"absent"}} {
		if note := n.of(path, reads); !n.hold(path, note) || strings.ContainsAny(note, "\n\t") || n.hold("en/index.html", note) {
			t.Errorf("%q is noted as %q, which holds for this output: %v", reads, note, n.hold(path, note))
		}
	}
	if got, want := n.of(path, many), n.of(path, site.Reads{site.EveryPair}); got != want {
		t.Errorf("many pairs are noted as %q, want %q", got, want)
	}
	digest, _, _ := strings.Cut(n.of(path, nil), " ")
	for _, note := range []string{"", " ", "x", digest + " %zz", digest + " about", digest[1:], strings.ToUpper(digest)} {
		if n.hold(path, note) {
			t.Errorf("the note %q holds", note)
		}
	}
}

// TestPictureMentionedLater: a body that is the first to show a picture, or the last, changes which files there are, and so what
// hosts are told.
func TestPictureMentionedLater(t *testing.T) {
	with := pictures(t)
	with[source.ConfigFile] += "\n[hosting]\nfor = [\"netlify\", \"cloudflare\", \"github\", \"nginx\", \"apache\"]\ncompress = [\"gz\"]\n"
	without := maps.Clone(with)
	for _, path := range []string{"content/views.fr.md", "content/views.en.md"} {
		without[path] = with[path][:strings.Index(with[path], "![")] + "Rien.\n"
	}
	last := newKeeper(nil, nil)
	for step, changes := range []files{without, with, without} {
		tree := sampleTree(t, changes)
		fresh, want := renewed(t, tree, makerOptions(), newKeeper(nil, nil))
		now, got := renewed(t, tree, makerOptions(), last)
		if len(want)+len(got) > 0 {
			t.Fatalf("the site has problems: %q, %q", told(want), told(got))
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(fresh.now.files)), slices.Sorted(maps.Keys(now.now.files))); diff != "" {
			t.Fatalf("step %d, paths (-into nothing +over a build):\n%s", step, diff)
		}
		for path, text := range fresh.now.files {
			if now.now.files[path] != text || now.noted[path] != fresh.noted[path] {
				t.Errorf("step %d: %s is kept, and is not the same", step, path)
			}
		}
		if step > 0 && len(now.made) == len(now.now.files) {
			t.Errorf("step %d: nothing is kept", step)
		}
		last = now
	}
}

// TestPictureInCodes: a body that names a picture in codes shows it only because another body names it plainly, and is looked at again
// when that one no longer does.
func TestPictureInCodes(t *testing.T) {
	changes := pictures(t)
	changes["content/coded.fr.md"] = half("En codes", "", "![La salle](salle%2Epng)")
	changes["content/coded.en.md"] = half("In codes", "", "Nothing.")
	tree := sampleTree(t, changes)
	first, problems := renewed(t, tree, makerOptions(), newKeeper(nil, nil))
	if len(problems) > 0 {
		t.Fatalf("the site has problems: %q", told(problems))
	}
	plain := tree.With(files{"content/views.fr.md": half("Vues", "", "Rien."), "content/views.en.md": half("Views", "", "Nothing.")})
	_, want := renewed(t, plain, makerOptions(), newKeeper(nil, nil))
	_, got := renewed(t, plain, makerOptions(), first)
	if diff := cmp.Diff(told(want), told(got)); diff != "" || len(want) == 0 {
		t.Errorf("problems (-into nothing +over a build):\n%s", diff)
	}
}
