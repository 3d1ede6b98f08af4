package markdown
import ("testing";"os";"fmt";"path/filepath";"strings";"encoding/json";"diptych/cmd/diptych/internal/source")
func TestHand(t *testing.T) {
	r := New(source.French, frenchWords(), Options{})
	files, _ := filepath.Glob("/work/shared/corpus/*/*/content/*.md")
	n := 0
	for _, f := range files {
		b, _ := os.ReadFile(f)
		s := string(b)
		if i := strings.Index(s[3:], "+++\n"); i>=0 { s = s[i+7:] }
		d := r.Render(source.Pos{File:f,Line:1}, []byte(s))
		n++
		for _, p := range d.Problems { fmt.Println(p.Pos, p.Rule, p.Message) }
		p := &page{renderer:r}; p.begin(source.Pos{}, []byte(s)); g := gauge{}
		for _, l := range strings.Split(s, "\n") { g.add([]byte(l)) }
		g.endParagraph()
		if g.parts > 3000 || g.reach > 2000000 || g.delimiters > 1000000 || g.open > 5 { fmt.Printf("%s parts %d reach %d delim %d open %d moves %d\n", f, g.parts, g.reach, g.delimiters, g.open, g.moves) }
	}
	fmt.Println(n)
	var spec []struct{Markdown, HTML string; Example int}
	b, _ := os.ReadFile("/root/go/pkg/mod/github.com/yuin/goldmark@v1.8.7/_test/spec.json")
	if err := json.Unmarshal(b, &spec); err != nil { t.Fatal(err) }
	raw := New(source.French, frenchWords(), Options{RawHTML: true})
	bad := 0
	for _, e := range spec {
		d := raw.Render(source.Pos{File:"x",Line:1}, []byte(e.Markdown))
		got := string(d.HTML)
		norm := func(s string) string { s = strings.ReplaceAll(s, " />", ">"); return strings.TrimSpace(s) }
		if norm(got) != norm(e.HTML) && !strings.Contains(got, `=""`) && !strings.Contains(got, "<h") { bad++; if bad<60 { fmt.Printf("--- %d\n%s\nGOT %s\nWANT %s\n", e.Example, e.Markdown, got, e.HTML) } }
	}
	fmt.Println(bad, len(spec))
}
