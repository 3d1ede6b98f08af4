package publish

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestExtrasStay holds that what others put into an output is named, and there after every build: in folders of ours, in their
// own, and as a link; also when it is changed, and gone when it is removed.
func TestExtrasStay(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := []map[string]string{{"fr/index.html": "été", "fr/a/b/c.html": "é"}, {"fr/index.html": "hiver"}}
	mustBuild(t, output, root, files[0])
	extras := map[string]string{"google1234.html": "preuve", "fr/a/photo.jpg": "à moi", "notes/été/lisez-moi": "« notes »", "lien": "fr/index.html"}
	for path, text := range extras {
		if path != "lien" {
			put(t, output, path, text)
		}
	}
	if err := os.Symlink(extras["lien"], filepath.Join(output, "lien")); err != nil {
		t.Fatal(err)
	}
	want := []string{"fr/a/photo.jpg", "google1234.html", "lien", "notes/été/lisez-moi"}
	for round := range 7 {
		switch round {
		case 3:
			put(t, output, "google1234.html", "autre preuve")
			extras["google1234.html"] = "autre preuve"
		case 5:
			if err := os.RemoveAll(filepath.Join(output, "notes")); err != nil {
				t.Fatal(err)
			}
			delete(extras, "notes/été/lisez-moi")
			want = want[:3]
		}
		result := mustBuild(t, output, root, files[round%2])
		if diff := cmp.Diff(want, result.Kept); diff != "" {
			t.Errorf("round %d keeps (-want +got):\n%s", round, diff)
		}
		checkContent(t, output, built(files[round%2], extras))
	}
}

// TestExtrasInTheWay holds that a file of others is never lost to a page, and that the message names it.
func TestExtrasInTheWay(t *testing.T) {
	for extra, page := range map[string]string{
		"fr/été/index.html": "fr/été/index.html", "fr/été": "fr/été/index.html", "fr/été/photo.jpg": "fr/été",
	} {
		root := site(t)
		output := filepath.Join(root, "public")
		first := map[string]string{"fr/index.html": "L’été"}
		mustBuild(t, output, root, first)
		put(t, output, extra, "à moi")
		next := map[string]string{"fr/index.html": "L’hiver", page: "Une page"}

		stage := mustOpen(t, output, root, next)
		_, err := stage.Commit()
		if err == nil || !strings.Contains(err.Error(), `holds "`+extra+`"`) {
			t.Errorf("%s in the place of %s: %v", extra, page, err)
		}
		if err := stage.Discard(); err != nil {
			t.Fatal(err)
		}
		comparison, err := Compare(Place{Output: output, Source: root})
		if err != nil {
			t.Fatal(err)
		}
		for path, text := range next {
			if err := create(comparison, path, text); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := comparison.Changes(); err == nil || !strings.Contains(err.Error(), `holds "`+extra+`"`) {
			t.Errorf("compared, %s in the place of %s: %v", extra, page, err)
		}
		checkContent(t, output, built(first, map[string]string{extra: "à moi"}))
	}
}

// TestFolderInOurPlace holds the same of a folder that was put in the place of a page.
func TestFolderInOurPlace(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"fr/index.html": "L’été", "fr/note": "à lire"}
	mustBuild(t, output, root, files)
	if err := os.Remove(filepath.Join(output, "fr", "note")); err != nil {
		t.Fatal(err)
	}
	put(t, output, "fr/note/à-moi.txt", "à moi")
	stage := mustOpen(t, output, root, files)
	if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), `holds "fr/note/à-moi.txt"`) {
		t.Errorf("the build ends with %v", err)
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	if got := content(t, output)["fr/note/à-moi.txt"]; got != "à moi" {
		t.Errorf("the file is %q", got)
	}
}

// TestChangedMeanwhile holds that a file which somebody changes while the site is published is not taken for ours.
func TestChangedMeanwhile(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/index.html": "été", "en/index.html": "same"})
	next := map[string]string{"fr/index.html": "hiver", "en/index.html": "same"}
	stage := mustOpen(t, output, root, next)
	put(t, output, "en/index.html", "mine")
	if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), "changed by another program") {
		t.Errorf("the build ends with %v", err)
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, output, root, next)
	checkContent(t, output, built(next, nil))
}

// TestOursIsMended holds that what others have done to our files is undone, in the output and in the spare that it was once, and
// is told as a change.
func TestOursIsMended(t *testing.T) {
	harms := map[string]func(name string) error{
		"written over":                   func(name string) error { return os.WriteFile(name, []byte("été!"), 0o644) },
		"written over in another length": func(name string) error { return os.WriteFile(name, nil, 0o644) },
		"removed":                        os.Remove,
		"a link": func(name string) error {
			return os.Symlink("index.html", name+".link")
		},
		"linked to the same": func(name string) error {
			if err := os.Rename(name, name+".link"); err != nil {
				return err
			}
			return os.Symlink("index.html.link", name)
		},
		"linked elsewhere": func(name string) error {
			if err := os.Remove(name); err != nil {
				return err
			}
			return os.Symlink("/etc/hostname", name)
		},
	}
	for what, harm := range harms {
		for _, same := range []bool{true, false} {
			root := site(t)
			output := filepath.Join(root, "public")
			files := map[string]string{"fr/index.html": "été?", "en/index.html": "summer"}
			other := map[string]string{"fr/index.html": "été?", "en/index.html": "winter"}
			mustBuild(t, output, root, files)
			mustBuild(t, output, root, other)
			if err := harm(filepath.Join(output, "fr", "index.html")); err != nil {
				t.Fatal(err)
			}
			next := other
			if !same {
				next = files
			}
			extras := map[string]string{}
			if what == "a link" {
				extras["fr/index.html.link"] = "index.html"
			}
			if what == "linked to the same" {
				extras["fr/index.html.link"] = "été?"
			}
			result := mustBuild(t, output, root, next)
			checkContent(t, output, built(next, extras))
			told := strings.Join(append(result.Changed, result.Added...), " ")
			if strings.Contains(told, "fr/index.html") != (what != "a link") {
				t.Errorf("%s: told are %s", what, told)
			}
			for _, later := range []map[string]string{files, other} {
				mustBuild(t, output, root, later)
				checkContent(t, output, built(later, extras))
			}
		}
	}
}

// TestExtrasStayOneByOne holds that a file of others is known for one after any number of builds also where files are replaced one
// by one, so that no page ever takes its place.
func TestExtrasStayOneByOne(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	open := func(files map[string]string) *Stage {
		time.Sleep(20 * time.Millisecond) // a tick of the clock
		return mustOpenOn(t, &confined{&faulty{at: -1}}, output, root, files)
	}
	mustCommit(t, open(map[string]string{"fr/index.html": "été"}))
	put(t, output, "fr/photo.jpg", "à moi")
	for _, season := range []string{"hiver", "été", "winter"} {
		result := mustCommit(t, open(map[string]string{"fr/index.html": season}))
		if diff := cmp.Diff([]string{"fr/photo.jpg"}, result.Kept); diff != "" {
			t.Errorf("%s keeps (-want +got):\n%s", season, diff)
		}
	}
	stage := open(map[string]string{"fr/index.html": "été", "fr/photo.jpg": "du site"})
	if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), `holds "fr/photo.jpg"`) {
		t.Errorf("the build ends with %v", err)
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	if got := content(t, output)["fr/photo.jpg"]; got != "à moi" {
		t.Errorf("the file is %q", got)
	}
}

// TestLinkInPlaceOfFolder holds that what a link leads to, which others have put in the place of a folder of ours, stays as it is.
func TestLinkInPlaceOfFolder(t *testing.T) {
	for _, within := range []bool{true, false} {
		root := site(t)
		output := filepath.Join(root, "public")
		on := (story{within: within}).on(&faulty{at: -1})
		mustCommit(t, mustOpenOn(t, on, output, root, map[string]string{"fr/a/index.html": "été", "en/index.html": "summer"}))
		put(t, root, "ailleurs/a/index.html", "à moi")
		put(t, root, "ailleurs/a/photo.jpg", "photo")
		if err := os.RemoveAll(filepath.Join(output, "fr")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("../ailleurs", filepath.Join(output, "fr")); err != nil {
			t.Fatal(err)
		}
		before := content(t, filepath.Join(root, "ailleurs"))
		for _, season := range []string{"summer", "winter", "autumn", "spring"} {
			files := map[string]string{"en/index.html": season}
			result := mustCommit(t, mustOpenOn(t, on, output, root, files))
			if diff := cmp.Diff([]string{"fr"}, result.Kept); diff != "" {
				t.Errorf("within=%v, %s keeps (-want +got):\n%s", within, season, diff)
			}
			checkContent(t, output, built(files, map[string]string{"fr": "../ailleurs"}))
		}
		checkContent(t, filepath.Join(root, "ailleurs"), before)
	}
}

// TestFolderIsExchanged holds that a folder of ours which others have exchanged with an older one is mended, though its files have
// the times that they had.
func TestFolderIsExchanged(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/a/index.html": "été"})
	if err := os.CopyFS(filepath.Join(root, "copie"), os.DirFS(filepath.Join(output, "fr"))); err != nil {
		t.Fatal(err)
	}
	time.Sleep(20 * time.Millisecond) // a tick of the clock
	files := map[string]string{"fr/a/index.html": "hiver"}
	mustBuild(t, output, root, files)
	time.Sleep(20 * time.Millisecond)
	if err := os.RemoveAll(filepath.Join(output, "fr")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(root, "copie"), filepath.Join(output, "fr")); err != nil {
		t.Fatal(err)
	}
	result := mustBuild(t, output, root, files)
	if diff := cmp.Diff([]string{"fr/a/index.html"}, result.Changed); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	checkContent(t, output, built(files, nil))
}

// TestNameIsGivenUp holds that a page which was gone before its site gave it up is in no manifest: who takes its name then is not
// taken for ours.
func TestNameIsGivenUp(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/index.html": "été", "fr/photo.jpg": "du site"})
	if err := os.Remove(filepath.Join(output, "fr", "photo.jpg")); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, output, root, map[string]string{"fr/index.html": "été"})
	put(t, output, "fr/photo.jpg", "à moi")
	files := map[string]string{"fr/index.html": "hiver"}
	mustBuild(t, output, root, files)
	checkContent(t, output, built(files, map[string]string{"fr/photo.jpg": "à moi"}))
}

// meddling is a disk on which others do something right before the exchange, and on which files may have one name only.
type meddling struct {
	quick
	meddle   func()
	linkless bool
}

func (m *meddling) exchange(a, b string) error {
	m.meddle()
	return m.quick.exchange(a, b)
}

func (m *meddling) link(from, to string) error {
	if m.linkless {
		return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.EPERM}
	}
	return m.quick.link(from, to)
}

// TestExtrasMeanwhile holds that what others put into the output while a site is made is kept, and that what they put there at the
// moment of the exchange, or change then, is not left behind: the old site stays, and the next build is as ever.
func TestExtrasMeanwhile(t *testing.T) {
	for builds := range 4 {
		for _, late := range []bool{false, true} {
			root := site(t)
			output := filepath.Join(root, "public")
			if err := os.Mkdir(output, 0o755); err != nil {
				t.Fatal(err)
			}
			for i := range builds {
				mustBuild(t, output, root, editions[i%3])
			}
			disk := &meddling{meddle: func() {}}
			stage := mustOpenOn(t, disk, output, root, editions[builds%3])
			put := func() { put(t, output, "fr/photo.jpg", "à moi") }
			if disk.meddle = put; !late {
				disk.meddle = func() {}
				put()
			}
			_, err := stage.Commit()
			if isLost := late || builds == 0; (err != nil) != isLost {
				t.Errorf("%d builds, late=%v: the build ends with %v", builds, late, err)
			}
			if err := stage.Discard(); err != nil {
				t.Fatal(err)
			}
			extras := map[string]string{"fr/photo.jpg": "à moi"}
			if builds == 0 { // the folder was empty, and is that of others now
				checkContent(t, output, extras)
				continue
			}
			if err != nil {
				checkContent(t, output, built(editions[(builds-1)%3], extras))
			}
			for i := range 3 {
				mustBuild(t, output, root, editions[(builds+i)%3])
				checkContent(t, output, built(editions[(builds+i)%3], extras))
			}
		}
	}
}

// TestExtrasChangedMeanwhile holds the same of a file that is there and becomes another, also where it could only be copied.
func TestExtrasChangedMeanwhile(t *testing.T) {
	for _, linkless := range []bool{false, true} {
		root := site(t)
		output := filepath.Join(root, "public")
		mustBuild(t, output, root, editions[0])
		put(t, output, "notes/été.txt", "à moi")
		disk := &meddling{linkless: linkless, meddle: func() {
			put(t, output, "notes/neuf", "à moi aussi")
			if err := os.Rename(filepath.Join(output, "notes", "neuf"), filepath.Join(output, "notes", "été.txt")); err != nil {
				t.Error(err)
			}
		}}
		stage := mustOpenOn(t, disk, output, root, editions[1])
		if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), "changed by another program") {
			t.Errorf("linkless=%v: the build ends with %v", linkless, err)
		}
		if err := stage.Discard(); err != nil {
			t.Fatal(err)
		}
		disk.meddle = func() {}
		mustCommit(t, mustOpenOn(t, disk, output, root, editions[1]))
		checkContent(t, output, built(editions[1], map[string]string{"notes/été.txt": "à moi aussi"}))
	}
}

// TestExtrasAreLinks holds that links of others stay what they are where files may have one name only, wherever they lead.
func TestExtrasAreLinks(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	extras := map[string]string{"lien": "fr/index.html", "fr/nulle-part": "../absent", "fr/dossier": "..", "notes/été.txt": "à moi"}
	put(t, output, "notes/été.txt", "à moi")
	for path, target := range extras {
		if path != "notes/été.txt" {
			if err := os.Symlink(target, filepath.Join(output, path)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range 4 {
		stage := mustOpenOn(t, &meddling{linkless: true, meddle: func() {}}, output, root, editions[(i+1)%3])
		mustCommit(t, stage)
		checkContent(t, output, built(editions[(i+1)%3], extras))
	}
	stage, err := Open(t.Context(), Place{Output: output, Source: root}, nil) // on the machine's own disk, which syncs
	if err != nil {
		t.Fatal(err)
	}
	if err := create(stage, "fr/index.html", "fin"); err != nil {
		t.Fatal(err)
	}
	mustCommit(t, stage)
	checkContent(t, output, built(map[string]string{"fr/index.html": "fin"}, extras))
}

// TestMarkerIsSpoiled holds that nothing is lost where a marker says no longer what is ours. That Git has changed the ends of its
// lines is none of that.
func TestMarkerIsSpoiled(t *testing.T) {
	first, second := map[string]string{"fr/index.html": "été"}, map[string]string{"fr/index.html": "hiver"}
	for what, harm := range map[string]func(text string) string{
		"merged": func(text string) string { return text + "<<<<<<< HEAD\n" },
		"cut":    func(text string) string { return text[:len(text)-5] },
		"empty":  func(string) string { return "" },
		"by Git": func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") },
	} {
		root := site(t)
		output := filepath.Join(root, "public")
		mustBuild(t, output, root, first)
		put(t, output, "CNAME", "à moi")
		put(t, output, marker, harm(built(first, nil)[marker]))
		if what == "by Git" {
			mustBuild(t, output, root, second)
			checkContent(t, output, built(second, map[string]string{"CNAME": "à moi"}))
			continue
		}
		before := content(t, root)
		if _, err := Open(t.Context(), Place{Output: output, Source: root}, nil); err == nil || !strings.Contains(err.Error(), "no longer says") {
			t.Errorf("%s: the build ends with %v", what, err)
		}
		checkContent(t, root, before)
	}
}

// TestHollowFolders holds that folders without a file, as others make them and killed builds leave them, are in no file's way.
func TestHollowFolders(t *testing.T) {
	for _, within := range []bool{false, true} {
		root := site(t)
		output := filepath.Join(root, "public")
		for i := range 5 {
			files := map[string]string{"fr/index.html": strings.Repeat("é", i)}
			if i >= 2 {
				files["fr/note"] = "à lire"
			}
			on := (story{within: within}).on(&faulty{at: -1})
			mustCommit(t, mustOpenOn(t, on, output, root, files))
			if i == 0 {
				if err := os.MkdirAll(filepath.Join(output, "fr", "note", "été"), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			if i >= 2 {
				checkContent(t, output, built(files, nil))
			}
		}
	}
}

// TestMarkerIsTouched holds that a change of a marker's rights or owner, as of all that is in an output, hides no harm that was done
// before.
func TestMarkerIsTouched(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"fr/index.html": "été"}
	mustBuild(t, output, root, files)
	time.Sleep(20 * time.Millisecond) // a tick of the clock
	put(t, output, "fr/index.html", "harm")
	time.Sleep(20 * time.Millisecond)
	if err := os.Chmod(filepath.Join(output, marker), 0o664); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, output, root, files)
	checkContent(t, output, built(files, nil))
}

// TestExtrasKeepTheirRights holds that what others keep to themselves stays so, linked and copied.
func TestExtrasKeepTheirRights(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	put(t, output, "privé/été/à-moi.txt", "à moi")
	want := map[string]os.FileMode{"privé": 0o711, "privé/été": 0o700, "privé/été/à-moi.txt": 0o600}
	for path, mode := range want {
		if err := os.Chmod(filepath.Join(output, path), mode); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 4 {
		disk := &meddling{linkless: i%2 == 0, meddle: func() {}}
		mustCommit(t, mustOpenOn(t, disk, output, root, editions[(i+1)%3]))
		for path, mode := range want {
			if info, err := os.Stat(filepath.Join(output, path)); err != nil || info.Mode().Perm() != mode {
				t.Errorf("build %d: %s has the rights %v, %v", i, path, info.Mode(), err)
			}
		}
	}
}

// TestExtraComesInTheWay holds that a file which others put in a page's place while the site is made is neither lost nor taken for
// ours, and that one which is in no page's way is named at once.
func TestExtraComesInTheWay(t *testing.T) {
	for _, within := range []bool{false, true} {
		root := site(t)
		output := filepath.Join(root, "public")
		on := (story{within: within}).on(&faulty{at: -1})
		first, next := map[string]string{"fr/index.html": "été"}, map[string]string{"fr/index.html": "été", "fr/photo.jpg": "du site"}
		mustCommit(t, mustOpenOn(t, on, output, root, first))
		stage := mustOpenOn(t, on, output, root, next)
		put(t, output, "fr/photo.jpg", "à moi")
		if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), `holds "fr/photo.jpg"`) {
			t.Errorf("within=%v: the build ends with %v", within, err)
		}
		if err := stage.Discard(); err != nil {
			t.Fatal(err)
		}
		extras := map[string]string{"fr/photo.jpg": "à moi"}
		checkContent(t, output, built(first, extras))
		if err := os.Remove(filepath.Join(output, "fr", "photo.jpg")); err != nil {
			t.Fatal(err)
		}
		stage = mustOpenOn(t, on, output, root, map[string]string{"fr/index.html": "hiver"})
		put(t, output, "fr/photo.jpg", "à moi")
		if result := mustCommit(t, stage); !cmp.Equal(result.Kept, []string{"fr/photo.jpg"}) {
			t.Errorf("within=%v: keeps %v", within, result.Kept)
		}
	}
}
