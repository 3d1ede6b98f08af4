package markdown

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSpecificationPasses holds that the guard refuses no example of the CommonMark specification, alone or together with all
// others. The examples are those that the parser's own tests bring along.
func TestSpecificationPasses(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Skip("the parser's module is not to be found:", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "_test", "spec.json"))
	if err != nil {
		t.Skip("the parser's module comes without the examples:", err)
	}
	var examples []struct {
		Markdown string
		Example  int
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) < 600 {
		t.Fatalf("there are only %d examples", len(examples))
	}
	var all strings.Builder
	for _, example := range examples {
		all.WriteString(example.Markdown + "\n\n")
		if limit, refused := refusedBy(example.Markdown); refused {
			t.Errorf("example %d is refused: more than %d %s", example.Example, limit.most, limit.what)
		}
	}
	if limit, refused := refusedBy(all.String()); refused {
		t.Errorf("all examples together are refused: more than %d %s", limit.most, limit.what)
	}
	t.Logf("%d examples with %d bytes, none refused", len(examples), all.Len())
}

// refusedBy gives the limit that a body is refused for: by the guard, or for the size of its HTML.
func refusedBy(body string) (limit, bool) {
	p := &page{src: []byte(body)}
	if e, refused := p.measure(); refused {
		return e.limit, true
	}
	for _, problem := range frenchRenderer().Render(bodyPos(), body).Problems {
		if problem.Rule == "markdown-limit" {
			return outputLimit, true
		}
	}
	return limit{}, false
}
