package serve

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestEditorCommand(t *testing.T) {
	pos := source.Pos{File: "content/l’été.fr.md", Line: 12, Column: 3}
	tests := []struct {
		editor string
		pos    source.Pos
		want   []string
	}{
		{"subl", pos, []string{"subl", "/site été/x.md:12:3"}},
		{"code --goto {file}:{line}:{column}", pos, []string{"code", "--goto", "/site été/x.md:12:3"}},
		{"vim +{line} {file}", pos, []string{"vim", "+12", "/site été/x.md"}},
		{"  idea   --line {line}  {file} ", pos, []string{"idea", "--line", "12", "/site été/x.md"}},
		{"ed {file}; rm -rf $HOME", pos, []string{"ed", "/site été/x.md;", "rm", "-rf", "$HOME"}},
		{"emacs +{line}:{column} {file}", source.Pos{}, []string{"emacs", "+1:1", "/site été/x.md"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, editorCommand(test.editor, "/site été/x.md", test.pos)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.editor, diff)
		}
	}
}

// TestMain is also the editor of these tests: it makes a file of the name that it is given, with what the system says of
// the process.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "editor" {
		unfinished := os.Args[2] + ".new"
		if os.WriteFile(unfinished, process(), 0o600) != nil || os.Rename(unfinished, os.Args[2]) != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	if len(os.Args) == 2 && os.Args[1] == "soak" {
		serveSoak()
		return
	}
	os.Exit(m.Run())
}

// process is what Linux says of this process (proc_pid_stat(5)); nothing elsewhere.
func process() []byte {
	text, _ := os.ReadFile("/proc/self/stat")
	return text
}

// processGroup is the fifth of the fields; the second, which may hold spaces, is in parentheses.
func processGroup(stat []byte) string {
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	return fields[2]
}

// opening is a preview with an editor, and a site with a mistake in one file.
func opening(t *testing.T, editor string) (p *preview, opened, query string) {
	root := t.TempDir()
	site := wrongIn(atelier(), "été.md")
	p = run(t, Options{Editor: editor, Root: root, Token: "sésame"}, site)
	return p, filepath.Join(root, "été.md:3:7"), "?file=%C3%A9t%C3%A9.md&line=3&column=7&token=s%C3%A9same"
}

func TestOpen(t *testing.T) {
	p, opened, query := opening(t, os.Args[0]+" editor")
	got := p.ask(t, "POST", "/_diptych/open"+query, "Origin", "http://"+p.host, "Sec-Fetch-Site", "same-origin")
	if got.status != 204 || got.body != "" {
		t.Fatalf("it is answered with %d and %q", got.status, got.body)
	}
	waitForFile(t, opened)
}

// TestEditorOutlivesPreview holds that Ctrl-C in the preview's terminal does not reach the editor.
func TestEditorOutlivesPreview(t *testing.T) {
	if len(process()) == 0 {
		t.Skip("there is no /proc here")
	}
	p, opened, query := opening(t, os.Args[0]+" editor")
	p.ask(t, "POST", "/_diptych/open"+query, "Origin", "http://"+p.host, "Sec-Fetch-Site", "same-origin")
	waitForFile(t, opened)
	editor, err := os.ReadFile(opened)
	if err != nil {
		t.Fatal(err)
	}
	if processGroup(editor) == processGroup(process()) {
		t.Errorf("the editor runs in the preview's process group: %s", editor)
	}
}

func TestOpenRefuses(t *testing.T) {
	p, opened, query := opening(t, os.Args[0]+" editor")
	ours := []string{"Origin", "http://" + p.host, "Sec-Fetch-Site", "same-origin"}
	tests := []struct {
		name, method, query string
		headers             []string
		want                int
	}{
		{"without the token", "POST", strings.Replace(query, "s%C3%A9same", "", 1), ours, 403},
		{"with another token", "POST", query + "x", ours, 403},
		{"without an origin", "POST", query, nil, 403},
		{"from another origin", "POST", query, []string{"Origin", "http://evil.example"}, 403},
		{"by a form elsewhere", "POST", query, []string{
			"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document",
		}, 403},
		{"by a link", "GET", query, ours, 405},
		{"a file that no problem names", "POST", strings.Replace(query, "%C3%A9t%C3%A9.md", "config.toml", 1), ours, 404},
		{"a file out of the site", "POST", strings.Replace(query, "%C3%A9t%C3%A9.md", "../%C3%A9t%C3%A9.md", 1), ours, 404},
		{"no file", "POST", strings.Replace(query, "%C3%A9t%C3%A9.md", "", 1), ours, 404},
	}
	for _, test := range tests {
		if got := p.ask(t, test.method, "/_diptych/open"+test.query, test.headers...); got.status != test.want {
			t.Errorf("%s it is answered with %d, want %d", test.name, got.status, test.want)
		}
	}
	if _, err := os.Stat(opened); err == nil {
		t.Error("the editor was started")
	}
}

func TestEditorMissing(t *testing.T) {
	d := &diary{}
	options := d.options()
	options.Editor, options.Token = filepath.Join(t.TempDir(), "éditeur"), "sésame"
	p := run(t, options, wrongIn(atelier(), "été.md"))
	got := p.ask(t, "POST", "/_diptych/open?file=%C3%A9t%C3%A9.md&token=s%C3%A9same", "Origin", "http://"+p.host)
	if got.status != 500 || len(d.logs) != 1 || !strings.HasPrefix(d.logs[0], "the editor can't be started: ") {
		t.Errorf("it is answered with %d; the log is %q", got.status, d.logs)
	}
}

// waitForFile waits until another program has made a file.
func waitForFile(t *testing.T, path string) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; runtime.Gosched() {
		if _, err := os.Stat(path); err == nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s was not made", path)
		}
	}
}
