package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// refused checks that an output is refused for a reason and that nothing on the disk has changed.
func refused(t *testing.T, output, root, reason string) {
	t.Helper()
	base := filepath.Dir(root)
	before := content(t, base)
	stage, err := Open(t.Context(), Place{Output: output, Source: root, Home: filepath.Join(base, "maisons", "amina")}, nil)
	if err == nil || !strings.Contains(err.Error(), reason) {
		t.Errorf("%s gives %v, want: %s", output, err, reason)
	}
	if stage != nil {
		t.Errorf("%s gives a stage", output)
	}
	if diff := cmp.Diff(before, content(t, base)); diff != "" {
		t.Errorf("%s changes the disk (-before +after):\n%s", output, diff)
	}
}

func TestRefusesTheSource(t *testing.T) {
	const replaces, part = "the site's own source", "is part of the site's source"
	root := site(t)
	if err := os.Mkdir(filepath.Join(root, "content", "vide"), 0o755); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ output, reason string }{
		{".", replaces}, {"..", replaces}, {"../..", replaces}, {"content/..", replaces}, {"../site", replaces}, {"/", replaces},
		{"content", part}, {"content/vide", part}, {"content/vide/absent", part}, {"static", part}, {"static/public", part},
		{"layouts", part}, {"i18n", part}, {"cmd/public", part}, {".git", part}, {"../site/content/été", part},
	}
	t.Chdir(root)
	for _, test := range tests {
		refused(t, test.output, root, test.reason)
		refused(t, test.output, ".", test.reason)
		if !filepath.IsAbs(test.output) {
			refused(t, filepath.Join(root, test.output), root, test.reason)
		}
	}
}

// TestRefusesOutputsInOutputs refuses a folder in the output of another site, whose next build would take it for one of others.
func TestRefusesOutputsInOutputs(t *testing.T) {
	root := site(t)
	mustBuild(t, filepath.Join(root, "public"), root, map[string]string{"a": "é"})
	refused(t, filepath.Join(root, "public", "en"), root, "which is the output of another site")
	refused(t, filepath.Join(root, "public", "fr", "absent", "été"), root, "which is the output of another site")
}

// TestRefusesHomes refuses also homes that are empty, and what they stand in.
func TestRefusesHomes(t *testing.T) {
	root := site(t)
	base := filepath.Dir(root)
	if err := os.MkdirAll(filepath.Join(base, "maisons", "amina"), 0o755); err != nil {
		t.Fatal(err)
	}
	refused(t, filepath.Join(base, "maisons", "amina"), root, "somebody's home")
	refused(t, filepath.Join(base, "maisons"), root, "somebody's home")
	files := map[string]string{"a": "é"}
	mustBuild(t, filepath.Join(base, "maisons", "amina", "public"), root, files)
	checkContent(t, filepath.Join(base, "maisons", "amina", "public"), built(files, nil))
}

func TestRefusesWhatIsNotOurs(t *testing.T) {
	root := site(t)
	put(t, root, "photos/été.jpg", "x")
	put(t, root, "hidden/.keep", "")
	put(t, root, "README", "« lisez-moi »")
	refused(t, filepath.Join(root, "photos"), root, "holds files, and no .diptych")
	refused(t, filepath.Join(root, "hidden"), root, "holds files, and no .diptych")
	refused(t, filepath.Join(root, "README"), root, "is not a folder that can be read")
	refused(t, filepath.Join(root, "README", "public"), root, "not a directory")
}

func TestAllowsBeside(t *testing.T) {
	root := site(t)
	t.Chdir(root)
	for _, output := range []string{
		"public", "contents", "content-built", "../site-built", "../site.new/fr", filepath.Join(root, "a", "b", "c"), "..public",
	} {
		files := map[string]string{"a": "é"}
		mustBuild(t, output, root, files)
		checkContent(t, output, built(files, nil))
	}
}

func TestFollowsLinks(t *testing.T) {
	root := site(t)
	base := filepath.Dir(root)
	link := func(target, name string) string {
		name = filepath.Join(base, name)
		if err := os.Symlink(target, name); err != nil {
			t.Fatal(err)
		}
		return name
	}
	put(t, base, "www/live/"+marker, earlierHead)
	put(t, base, "www/live/old.html", "vieux")
	put(t, base, "mots/index.fr.md", "L’été")
	if err := os.Symlink("../mots", filepath.Join(root, "i18n")); err != nil {
		t.Fatal(err)
	}

	refused(t, link("site", "to-site"), root, "the site's own source")
	refused(t, link(base, "to-base"), root, "the site's own source")
	refused(t, link("site/content", "to-content"), root, "is part of the site's source")
	refused(t, filepath.Join(base, "to-content", "public"), root, "is part of the site's source")
	refused(t, filepath.Join(root, "content"), filepath.Join(base, "to-site"), "is part of the site's source")
	refused(t, filepath.Join(base, "mots", "public"), root, "is part of the site's source")
	refused(t, link("absent", "to-nowhere"), root, "is a link that leads nowhere")
	refused(t, link("round", "round"), root, "too many links")

	output := link("www/live", "to-live")
	files := map[string]string{"new.html": "neuf"}
	mustBuild(t, output, root, files)
	checkContent(t, filepath.Join(base, "www", "live"), built(files, nil))
	if target, err := os.Readlink(output); err != nil || target != "www/live" {
		t.Errorf("the link is now %q, %v", target, err)
	}
}

// TestRefusesWorkshops refuses to make a site in a folder that only looks like a workshop, and to put one into a workshop.
func TestRefusesWorkshops(t *testing.T) {
	root := site(t)
	put(t, root, ".public.diptych/new/index.html", "à moi")
	put(t, root, ".public.diptych/à-moi.txt", "à moi")
	refused(t, filepath.Join(root, "public"), root, `holds "à-moi.txt"`)
	put(t, root, ".www.diptych/"+marker, "")
	put(t, root, ".www.diptych/new/index.html", "une autre")
	refused(t, filepath.Join(root, "www"), root, `holds ".diptych"`)
	for _, output := range []string{".été.diptych", ".été.diptych/new/fr", "www/" + inner, "www/" + inner + "/new"} {
		refused(t, filepath.Join(root, output), root, "where diptych makes another one")
	}
	put(t, root, ".hiver.diptych/.DS_Store", "")
	files := map[string]string{"a": "é"}
	mustBuild(t, filepath.Join(root, "hiver"), root, files)
	checkContent(t, filepath.Join(root, "hiver"), built(files, nil))
}

// TestHomeIsUnknown holds that the folder in which the program runs is not taken for a home.
func TestHomeIsUnknown(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"a": "é"}
	mustBuild(t, output, root, files)
	t.Chdir(output)
	files["b"] = "è"
	mustBuild(t, ".", root, files)
	checkContent(t, output, built(files, nil))
}
