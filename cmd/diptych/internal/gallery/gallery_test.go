package gallery

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/cache"
	"diptych/cmd/diptych/internal/source"
)

// drawn gives a PNG of a size, with a shade that tells it from others.
func drawn(t *testing.T, width, height int, shade uint8) string {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, width, height))
	for x := range width {
		m.SetGray(x, height/2, color.Gray{shade})
	}
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>`

// counting is a store that tells how often something was put into it.
type counting struct {
	mu   sync.Mutex
	kept map[string][]byte
	puts int
}

func (c *counting) Get(name string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	data, kept := c.kept[name]
	return data, kept
}

func (c *counting) Put(name string, data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept[name] = data
	c.puts++
}

func mustGet(t *testing.T, s *Set, path string) *Picture {
	t.Helper()
	p, found := s.Get(path)
	if !found {
		t.Fatalf("there is no %s among %v", path, s.paths)
	}
	return p
}

// undigested gives the output paths of a picture's versions without their digests.
func undigested(p *Picture) []string {
	var names []string
	for _, v := range p.Versions {
		parts := strings.Split(v.Output, ".")
		names = append(names, parts[0]+"."+parts[len(parts)-1])
	}
	return names
}

func TestVersions(t *testing.T) {
	s := Read(source.NewTree(map[string]string{
		"content/a/L’été à Accra.PNG": drawn(t, 1000, 300, 1), "content/b/carte.png": drawn(t, 90, 30, 2),
		"content/c/" + strings.Repeat("long-", 30) + ".png": drawn(t, 91, 30, 3), "content/…png.png": drawn(t, 92, 30, 4),
		"content/filet.svg": drawing, "static/img/filet.svg": drawing, "static/img/photo.png": drawn(t, 500, 300, 5),
		"static/img/ancien.gif": "GIF89a", "content/a.fr.md": "", "static/plan.pdf": "%PDF-",
	}), cache.None{})
	for path, want := range map[string][]string{
		"content/a/L’été à Accra.PNG":                       {"pictures/l-ete-a-accra-400.png", "pictures/l-ete-a-accra-800.png", "pictures/l-ete-a-accra-1000.png"},
		"content/b/carte.png":                               {"pictures/carte-90.png"},
		"content/c/" + strings.Repeat("long-", 30) + ".png": {"pictures/" + strings.Repeat("long-", 11) + "long-91.png"},
		"content/…png.png":                                  {"pictures/png-92.png"},
		"content/filet.svg":                                 {"pictures/filet-40.svg"},
		"static/img/filet.svg":                              nil,
		"static/img/photo.png":                              {"pictures/photo-400.png", "pictures/photo-500.png"},
	} {
		if diff := cmp.Diff(want, undigested(mustGet(t, s, path))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
	if len(s.Problems()) > 0 || len(s.All()) != 7 {
		t.Errorf("%d pictures, problems %v", len(s.All()), s.Problems())
	}
}

// TestNamesFollowTheBytes holds that the same picture keeps its addresses wherever it stands, and another one gets others.
func TestNamesFollowTheBytes(t *testing.T) {
	s := Read(source.NewTree(map[string]string{
		"content/a/carte.png": drawn(t, 90, 30, 1), "content/b/carte.png": drawn(t, 90, 30, 1), "content/c/carte.png": drawn(t, 90, 30, 2),
	}), cache.None{})
	names := func(folder string) []Version { return mustGet(t, s, "content/"+folder+"/carte.png").Versions }
	if !slices.Equal(names("a"), names("b")) || slices.Equal(names("a"), names("c")) {
		t.Errorf("%v, %v, %v", names("a"), names("b"), names("c"))
	}
}

func TestEditions(t *testing.T) {
	s := Read(source.NewTree(map[string]string{
		"content/carte.png": drawn(t, 9, 3, 1), "content/carte.fr.png": drawn(t, 9, 3, 2), "content/plan.en.png": drawn(t, 9, 3, 3),
	}), cache.None{})
	for _, test := range []struct {
		name string
		lang source.Lang
		want string
	}{
		{"content/carte.png", source.French, "content/carte.fr.png"},
		{"content/carte.png", source.English, "content/carte.png"},
		{"content/carte.fr.png", source.English, "content/carte.fr.png"},
		{"content/plan.png", source.English, "content/plan.en.png"},
		{"content/plan.png", source.French, ""},
	} {
		p, found := s.Find(test.name, test.lang)
		if found != (test.want != "") || found && p.Path != test.want {
			t.Errorf("%s in %s is %v", test.name, test.lang, p)
		}
	}
}

// TestAgain holds that nothing is looked at twice.
func TestAgain(t *testing.T) {
	tree := source.NewTree(map[string]string{"content/a.png": drawn(t, 9, 3, 1), "content/b.png": drawn(t, 9, 3, 2), "content/a.fr.md": "x"})
	first := Read(tree, cache.None{})
	if first.Again(tree.With(map[string]string{"content/a.fr.md": "y"})) != first {
		t.Error("an edit of a page makes another set")
	}
	second := first.Again(tree.With(map[string]string{"content/b.png": drawn(t, 9, 3, 3), "content/c.png": drawn(t, 9, 3, 4)}))
	for path, same := range map[string]bool{"content/a.png": true, "content/b.png": false} {
		if (mustGet(t, first, path) == mustGet(t, second, path)) != same {
			t.Errorf("%s is the same: %t", path, !same)
		}
	}
	if third := second.Again(tree); len(third.All()) != 2 {
		t.Errorf("%d pictures are left", len(third.All()))
	}
}

func TestProblems(t *testing.T) {
	s := Read(source.NewTree(map[string]string{
		"content/a.gif": "GIF89a\x01\x00\x01\x00", "content/b.jpg": drawn(t, 9, 3, 1), "content/c.png": "", "content/d.svg": "<svg",
		"static/e.svg": "<svg", "static/f.png": "", "static/g.gif": "GIF89a",
	}), cache.None{})
	var told []string
	for _, p := range s.Problems() {
		told = append(told, fmt.Sprint(p.Pos.File, " ", p.Rule, " ", p.Severity))
	}
	want := []string{"content/a.gif picture error", "content/b.jpg picture error", "content/c.png picture error", "content/d.svg picture error",
		"static/e.svg picture warning", "static/f.png picture error"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if p := mustGet(t, s, "content/a.gif"); p.IsShown() || len(p.Versions) > 0 {
		t.Errorf("%v is shown", p)
	}
}

// TestTelling holds that an editor is told of files below static out of which place and camera can't be taken.
func TestTelling(t *testing.T) {
	s := Read(source.NewTree(map[string]string{"static/a.HEIC": "x", "static/b.tif": "x", "static/c.gif": "GIF89a", "static/d.pdf": "x"}), cache.None{})
	var told []string
	for _, p := range s.Problems() {
		told = append(told, fmt.Sprint(p.Pos.File, " ", p.Severity))
	}
	if diff := cmp.Diff([]string{"static/a.HEIC warning", "static/b.tif warning"}, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// write writes a version, or fails.
func write(t *testing.T, p *Picture, version int) string {
	t.Helper()
	var out bytes.Buffer
	if problems, err := p.Write(&out, version); len(problems) > 0 || err != nil {
		t.Fatalf("%v, %v", problems, err)
	}
	return out.String()
}

// TestMadeOnce holds that a picture is decoded once for all its versions, and never for a later site.
func TestMadeOnce(t *testing.T) {
	store := &counting{kept: map[string][]byte{}}
	tree := source.NewTree(map[string]string{"content/a.png": drawn(t, 1000, 300, 1)})
	p := mustGet(t, Read(tree, store), "content/a.png")
	for i, v := range p.Versions {
		size, err := png.DecodeConfig(strings.NewReader(write(t, p, i)))
		if err != nil || size.Width != v.Width || size.Height != v.Height {
			t.Errorf("%s has %d × %d pixels, %v", v.Output, size.Width, size.Height, err)
		}
	}
	p.Release()
	later := mustGet(t, Read(tree, store), "content/a.png")
	if write(t, later, 1) != write(t, p, 1) || store.puts != len(p.Versions) {
		t.Errorf("%d versions were kept, of %d", store.puts, len(p.Versions))
	}
	if later.made != nil {
		t.Error("a version that was kept is made again")
	}
}

// TestDamaged holds that a picture with a sound beginning is told of when it is made.
func TestDamaged(t *testing.T) {
	whole := drawn(t, 1000, 300, 1)
	p := mustGet(t, Read(source.NewTree(map[string]string{"content/a.png": whole[:len(whole)*2/3]}), cache.None{}), "content/a.png")
	var out bytes.Buffer
	problems, err := p.Write(&out, 0)
	if err != nil || len(problems) != 1 || problems[0].Pos.File != "content/a.png" || problems[0].Rule != "picture" || out.Len() > 0 {
		t.Errorf("%v, %v, %d bytes", problems, err, out.Len())
	}
}

// TestProved holds that a picture which is saved while the site is shown is known to be damaged at once.
func TestProved(t *testing.T) {
	whole := drawn(t, 1000, 300, 1)
	tree := source.NewTree(map[string]string{"content/a.png": whole, "content/b.svg": drawing})
	store := &counting{kept: map[string][]byte{}}
	first := Read(tree, store)
	damaged := first.Again(tree.With(map[string]string{"content/a.png": whole[:len(whole)*2/3]}))
	if p := mustGet(t, damaged, "content/a.png"); p.IsShown() || len(p.Versions) > 0 || len(damaged.Problems()) != 1 {
		t.Errorf("%+v, %v", p, damaged.Problems())
	}
	if store.puts > 0 {
		t.Errorf("%d versions of it are kept", store.puts)
	}
	sound := damaged.Again(tree.With(map[string]string{"content/a.png": drawn(t, 1000, 300, 2)}))
	if p := mustGet(t, sound, "content/a.png"); !p.IsShown() || p.made != nil || len(sound.Problems()) > 0 || store.puts != len(p.Versions) {
		t.Errorf("%v, %d of %d versions are kept", sound.Problems(), store.puts, len(p.Versions))
	}
}

// TestChanged holds that no bytes are published under the name of others.
func TestChanged(t *testing.T) {
	root := t.TempDir()
	save := func(name, text string) {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save("config.toml", "")
	save("static/a.png", drawn(t, 500, 300, 1))
	tree, err := source.Read(root)
	if err != nil {
		t.Fatal(err)
	}
	p := mustGet(t, Read(tree, cache.None{}), "static/a.png")
	save("static/a.png", drawn(t, 500, 300, 2))
	for _, publish := range []func(*bytes.Buffer) ([]source.Problem, error){
		func(out *bytes.Buffer) ([]source.Problem, error) { return p.Write(out, 0) },
		func(out *bytes.Buffer) ([]source.Problem, error) { return p.WriteClean(out) },
	} {
		var out bytes.Buffer
		if problems, err := publish(&out); err != nil || len(problems) != 1 || problems[0].Rule != "changed" || out.Len() > 0 {
			t.Errorf("%v, %v, %d bytes", problems, err, out.Len())
		}
	}
}

// TestClean holds that what a picture tells of its maker is not published.
func TestClean(t *testing.T) {
	whole := drawn(t, 500, 300, 1)
	end := len(whole) - len("\x00\x00\x00\x00IEND\xaeB`\x82")
	said := whole[:end] + chunk("tEXt", "Author\x00Ama") + whole[end:]
	p := mustGet(t, Read(source.NewTree(map[string]string{"static/a.png": said}), cache.None{}), "static/a.png")
	var out bytes.Buffer
	if problems, err := p.WriteClean(&out); len(problems) > 0 || err != nil {
		t.Fatalf("%v, %v", problems, err)
	}
	if out.String() != whole {
		t.Errorf("%d bytes are published, of %d", out.Len(), len(said))
	}
	if size, known := p.CleanSize(); !known || size != int64(len(whole)) {
		t.Errorf("its size is said to be %d, %t", size, known)
	}
}

// chunk writes a chunk of a PNG (PNG, 5.3).
func chunk(kind, data string) string {
	var out bytes.Buffer
	length := len(data)
	out.Write([]byte{byte(length >> 24), byte(length >> 16), byte(length >> 8), byte(length)})
	out.WriteString(kind + data)
	sum := crc32.ChecksumIEEE([]byte(kind + data))
	out.Write([]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})
	return out.String()
}
