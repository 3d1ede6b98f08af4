//go:build unix

package source

import (
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadLinks(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(outside, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	root := folderOf(t, map[string]string{"content/a.fr.md": "L’été", "content/dossier/b.fr.md": "b"})
	for name, target := range map[string]string{
		"content/inside.fr.md":  "a.fr.md",
		"content/up.fr.md":      "../content/dossier/b.fr.md",
		"content/outside.fr.md": outside,
		"content/above.fr.md":   "../../secret.md",
		"content/nowhere.fr.md": "absent.md",
		"content/loop.fr.md":    "loop.fr.md",
		"content/folder":        "dossier",
		"static/outside.png":    outside,
	} {
		link(t, root, name, target)
	}
	tree := mustRead(t, root)
	want := []string{"content/a.fr.md", "content/dossier/b.fr.md", "content/inside.fr.md", "content/up.fr.md"}
	if diff := cmp.Diff(want, paths(tree.Below("content"))); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if file, ok := tree.File("content/inside.fr.md"); !ok || file.Text() != "L’été" {
		t.Errorf("the link inside the tree is not followed")
	}
	wantProblems := []string{"error unreadable content/above.fr.md", "warning not-a-file content/folder",
		"error unreadable content/loop.fr.md", "error unreadable content/nowhere.fr.md",
		"error unreadable content/outside.fr.md", "error unreadable static/outside.png"}
	if diff := cmp.Diff(wantProblems, rules(tree.Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// TestReadPipesAndSockets would never end if a pipe were waited for: nobody writes into it.
func TestReadPipesAndSockets(t *testing.T) {
	root := folderOf(t, map[string]string{"content/a.fr.md": "a", "static/b.txt": "b"})
	for _, name := range []string{"content/pipe.fr.md", "static/pipe"} {
		if err := syscall.Mkfifo(filepath.Join(root, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	listen(t, root, "content/socket.fr.md")
	tree := mustRead(t, root)
	if diff := cmp.Diff([]string{"config.toml", "content/a.fr.md", "static/b.txt"}, paths(tree.files)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	want := []string{
		`warning not-a-file content/pipe.fr.md: "content/pipe.fr.md" is not a regular file and is left out`,
		`warning not-a-file content/socket.fr.md: "content/socket.fr.md" is not a regular file and is left out`,
		`warning not-a-file static/pipe: "static/pipe" is not a regular file and is left out`,
	}
	if diff := cmp.Diff(want, told(tree.Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// TestReadConfigFileThatIsNone tells, as an error, of a config.toml that can't be read as a file; so does another look.
func TestReadConfigFileThatIsNone(t *testing.T) {
	want := []string{`error not-a-file config.toml: "config.toml" is not a regular file and is left out`}
	makers := map[string]func(name string) error{
		"a folder": func(name string) error {
			return errors.Join(os.Mkdir(name, 0o755), os.WriteFile(filepath.Join(name, "a.toml"), []byte("\xe9"), 0o644))
		},
		"a pipe": func(name string) error { return syscall.Mkfifo(name, 0o644) },
	}
	for what, make := range makers {
		root := folderOf(t, map[string]string{"content/a.fr.md": "L’été"})
		before := mustRead(t, root)
		name := filepath.Join(root, ConfigFile)
		if err := errors.Join(os.Remove(name), make(name)); err != nil {
			t.Fatal(err)
		}
		for how, tree := range map[string]*Tree{
			"read": mustRead(t, root), "looked at again": before.Look(), "touched below": before.Again([]string{"config.toml/a.toml"}),
		} {
			if diff := cmp.Diff(want, told(tree.Problems)); diff != "" {
				t.Errorf("%s, %s: problems (-want +got):\n%s", what, how, diff)
			}
			if diff := cmp.Diff([]string{"content/a.fr.md"}, paths(tree.files)); diff != "" {
				t.Errorf("%s, %s: files (-want +got):\n%s", what, how, diff)
			}
		}
	}
}

func TestReadNamesThatAreNotUTF8(t *testing.T) {
	root := folderOf(t, map[string]string{"content/été.fr.md": "L’été"})
	for _, name := range []string{"content/caf\xe9.fr.md", "static/\xe9t\xe9/a.png"} {
		full := filepath.Join(root, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, nil, 0o644)); err != nil {
			t.Skip("this file system has names in UTF-8 only:", err)
		}
	}
	tree := mustRead(t, root)
	want := []string{"error name content/caf\ufffd.fr.md: the file's name is not UTF-8",
		"error name static/\ufffdt\ufffd: the file's name is not UTF-8"}
	if diff := cmp.Diff(want, told(tree.Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"config.toml", "content/été.fr.md"}, paths(tree.files)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if again := tree.Again([]string{"content/caf\xe9.fr.md", "static/\xe9t\xe9/a.png"}); again != tree {
		t.Errorf("another look tells %q", told(again.Problems))
	}
	if err := os.Remove(filepath.Join(root, "content/caf\xe9.fr.md")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want[1:], told(tree.Again([]string{"content/caf\xe9.fr.md"}).Problems)); diff != "" {
		t.Errorf("after it is gone: problems (-want +got):\n%s", diff)
	}
}

// TestFolderThatIsALink has `content` lead to a folder within the root: after each change below it, another look at
// what changed, or at everything, gives what reading anew gives.
func TestFolderThatIsALink(t *testing.T) {
	root := folderOf(t, map[string]string{"textes/index.fr.md": "Bienvenue", "textes/à/b.fr.md": "« b »", "static/a.txt": "a"})
	link(t, root, "content", "textes")
	tree := mustRead(t, root)
	if diff := cmp.Diff([]string{"content/index.fr.md", "content/à/b.fr.md"}, paths(tree.Below("content"))); diff != "" {
		t.Fatalf("files (-want +got):\n%s", diff)
	}
	if tree.Look() != tree {
		t.Error("nothing changed, and the tree is another one")
	}
	remove := func(path string) { _ = os.RemoveAll(filepath.Join(root, path)) }
	for _, change := range []struct {
		path string
		do   func()
	}{
		{"content/index.fr.md", func() { write(t, root, "textes/index.fr.md", "À bientôt") }},
		{"content/été/c.fr.md", func() { write(t, root, "textes/été/c.fr.md", "L’été") }},
		{"content/été/c.fr.md", func() { write(t, root, "textes/été/c.fr.md", "\xe9") }},
		{"content/lien", func() { link(t, root, "textes/lien", "été") }}, // below the top, a link to a folder is none
		{"content/à", func() { remove("textes/à") }},
		{"content", func() { remove("content") }},
		{"content", func() { link(t, root, "content", "textes") }},
	} {
		change.do()
		anew := mustRead(t, root)
		for how, again := range map[string]*Tree{"looking": tree.Look(), "looking there": tree.Again([]string{change.path})} {
			if diff := cmp.Diff(described(anew), described(again)); diff != "" {
				t.Errorf("%s, %s (-anew +again):\n%s", change.path, how, diff)
			}
		}
		if again := tree.Again([]string{change.path}); again == tree {
			t.Errorf("%s: the change is not seen", change.path)
		} else {
			tree = again
		}
	}
}

// described writes a tree as its files, with their texts, and problems.
func described(tree *Tree) []string {
	lines := told(tree.Problems)
	for _, file := range tree.files {
		lines = append(lines, file.Path+": "+file.Text())
	}
	return lines
}

func TestReadTooLarge(t *testing.T) {
	root := folderOf(t, map[string]string{
		"content/most.fr.md": strings.Repeat("é", maxText/2),
		"static/large.bin":   strings.Repeat("x", maxText+1),
	})
	name := filepath.Join(root, "content", "huge.fr.md")
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, 1<<40); err != nil { // sparse: it is refused unread
		t.Fatal(err)
	}
	tree := mustRead(t, root)
	want := []string{"error too-large content/huge.fr.md: the file has 1099511627776 bytes, and a text may have 4194304"}
	if diff := cmp.Diff(want, told(tree.Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	for _, path := range []string{"content/most.fr.md", "static/large.bin"} {
		if _, ok := tree.File(path); !ok {
			t.Errorf("%s is missing", path)
		}
	}
}

func TestReadWithoutRight(t *testing.T) {
	if os.Geteuid() == 0 {
		runAsNobody(t) // this user may read everything
		return
	}
	root := folderOf(t, map[string]string{"content/a.fr.md": "a"})
	if err := os.Chmod(filepath.Join(root, "content", "a.fr.md"), 0); err != nil {
		t.Fatal(err)
	}
	want := []string{`error unreadable content/a.fr.md: "content/a.fr.md" can't be read: permission denied`}
	if diff := cmp.Diff(want, told(mustRead(t, root).Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// runAsNobody runs the test once more, as a user who may do little.
func runAsNobody(t *testing.T) {
	t.Helper()
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Skip("the tests can't be started again:", err)
	}
	const nobody = 65534
	folder, err := os.MkdirTemp("", "nobody")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	copied := filepath.Join(folder, "source.test")
	if err := errors.Join(os.WriteFile(copied, program, 0o755), os.Chmod(folder, 0o777)); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(copied, "-test.run", "^"+t.Name()+"$", "-test.v")
	command.Dir, command.Env = folder, append(os.Environ(), "TMPDIR="+folder)
	command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	said, err := command.CombinedOutput()
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		t.Skip("no other user may run the tests:", err)
	}
	if err != nil || !strings.Contains(string(said), "--- PASS: "+t.Name()) {
		t.Errorf("%v\n%s", err, said)
	}
}

func link(t *testing.T, root, name, target string) {
	t.Helper()
	name = filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}

// listen makes a socket. Its name is given from within the folder, since the name of a socket must be short.
func listen(t *testing.T, root, name string) {
	t.Helper()
	t.Chdir(root)
	socket, err := net.Listen("unix", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { socket.Close() })
}

func rules(problems []Problem) []string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, string(p.Severity)+" "+p.Rule+" "+p.Pos.String())
	}
	return lines
}
