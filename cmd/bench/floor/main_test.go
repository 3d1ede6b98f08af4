package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write writes files below a folder.
func write(t *testing.T, root string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestBuild holds what the floor is to do: addresses, titles and bodies of both halves, each with a link to the other.
func TestBuild(t *testing.T) {
	content, output := t.TempDir(), filepath.Join(t.TempDir(), "sortie", "public")
	write(t, content, map[string]string{
		"index.fr.md": "+++\ntitle = \"Carnets\"\n+++\nBonjour.\n",
		"index.en.md": "+++\ntitle = \"Notebooks\"\n+++\nHello.\n",
		"volume/maree.fr.md": "+++\ntitle = \"L’été & la « houle »\"\nslug = \"ete\"\ndate = 2023-06-25\n+++\n\n## À l’escale\n\n" +
			"| Année | Port |\n| --- | --- |\n| 1987 | Nouméa |\n\n~~Non~~ <b>\n",
		"volume/maree.en.md": "+++\ntitle = \"Summer & “swell”\"\n+++\nA *tide*.\n",
		"volume/notes.txt":   "not a page",
	})
	if err := build(content, output); err != nil {
		t.Fatal(err)
	}
	const want = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>L’été &amp; la « houle »</title>
</head>
<body>
<p><a href="/en/volume/maree/" hreflang="en" lang="en">Summer &amp; “swell”</a></p>
<h1>L’été &amp; la « houle »</h1>
<h2 id="-lescale">À l’escale</h2>
<table>
<thead>
<tr>
<th>Année</th>
<th>Port</th>
</tr>
</thead>
<tbody>
<tr>
<td>1987</td>
<td>Nouméa</td>
</tr>
</tbody>
</table>
<p><del>Non</del> <!-- raw HTML omitted --></p>
</body>
</html>
`
	if got := read(t, output, "fr/volume/ete/index.html"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := read(t, output, "en/volume/maree/index.html"); !strings.Contains(got, `<a href="/fr/volume/ete/" hreflang="fr" lang="fr">L’été`) ||
		!strings.Contains(got, "<p>A <em>tide</em>.</p>") {
		t.Errorf("in English it says\n%s", got)
	}
	if got := read(t, output, "fr/index.html"); !strings.Contains(got, `<a href="/en/"`) {
		t.Errorf("the home page says\n%s", got)
	}
	if names, err := fs.Glob(os.DirFS(output), "*/*/*/*"); err != nil || len(names) != 2 {
		t.Errorf("there are %v, %v", names, err)
	}
}

func read(t *testing.T, root, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestBuildMany builds more pairs than there are cores, and again over the first output.
func TestBuildMany(t *testing.T) {
	content, output := t.TempDir(), t.TempDir()
	files := map[string]string{}
	const pairs = 200
	for n := range pairs {
		key := fmt.Sprintf("année-%d/été-%03d", n%7, n)
		files[key+".fr.md"] = "+++\ntitle = \"Une\"\n+++\n" + key + "\n"
		files[key+".en.md"] = "+++\ntitle = \"One\"\n+++\n" + key + "\n"
	}
	write(t, content, files)
	for range 2 {
		if err := build(content, output); err != nil {
			t.Fatal(err)
		}
		for name := range files {
			key, lang, _ := strings.Cut(strings.TrimSuffix(name, ".md"), ".")
			got := read(t, output, lang+"/"+key+"/index.html")
			if !strings.Contains(got, "<p>"+key+"</p>") || strings.Count(got, "<p>") != 2 { // that of the body, and the link
				t.Fatalf("%s has become\n%s", name, got)
			}
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	tests := []struct{ french, english, want string }{
		{"title = \"Sans\"\n", "+++\ntitle = \"With\"\n+++\n", "page.fr.md has no front matter"},
		{"+++\ntitle = «Été»\n+++\n", "+++\ntitle = \"Summer\"\n+++\n", "page.fr.md: toml:"},
	}
	for _, test := range tests {
		content := t.TempDir()
		write(t, content, map[string]string{"page.fr.md": test.french, "page.en.md": test.english})
		if err := build(content, t.TempDir()); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want %q", err, test.want)
		}
	}
	content := t.TempDir()
	write(t, content, map[string]string{"page.fr.md": "+++\n\n+++\n"})
	if err := build(content, t.TempDir()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without the other half it says %v", err)
	}
}
