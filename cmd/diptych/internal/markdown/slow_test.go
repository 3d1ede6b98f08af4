package markdown
import ("testing";"strings";"fmt";"time";"runtime";"diptych/cmd/diptych/internal/source")
func TestSlow(t *testing.T) {
	rep := strings.Repeat
	cases := map[string]func(n int) string{
		"em1": func(n int) string { return rep("*a_ ", n) },
		"em2": func(n int) string { return "a**b" + rep("c* ", n) },
		"em3": func(n int) string { return rep("*a ", n)+rep("_a*_ ", n) },
		"em4": func(n int) string { return rep("**a ", n)+rep("a** ", n) },
		"linkb": func(n int) string { return rep("[a](b", n) },
		"linklt": func(n int) string { return rep("[a](<b", n) },
		"brackets": func(n int) string { return rep("[", n)+rep("a", 4000000-2*n)+rep("]", n) },
		"bracketslines": func(n int) string { return rep("[x] ", n)+rep("a\n", 2000000-2*n) },
		"ticks": func(n int) string { var b strings.Builder; for i:=1;i<=n;i++ { b.WriteString(rep("`", i)+" ") }; b.WriteString(rep("a\n", 1900000)); return b.String() },
		"ticks2": func(n int) string { var b strings.Builder; for i:=1;i<=n;i++ { b.WriteString(rep("`", i)+" ") };  return b.String() },
		"quotes": func(n int) string { return rep(">", n) },
		"quotelines": func(n int) string { return rep(rep(">", 100)+"\n", n) },
		"lists": func(n int) string { return rep("- ", n)+"a\n" },
		"listsblank": func(n int) string { return rep("- ", 100)+"a"+rep("\n", n) },
		"listsinquote": func(n int) string { return "> "+rep("- ", 99)+"a\n"+rep(">\n", n) },
		"stairs": func(n int) string { var b strings.Builder; for i:=0;i<n;i++ { b.WriteString(rep("  ", i)+"- a\n") }; return b.String() },
		"stairstab": func(n int) string { var b strings.Builder; for i:=0;i<n;i++ { b.WriteString(rep("\t", i/2)+rep("  ", i%2)+"- a\n") }; return b.String() },
		"deeplines": func(n int) string { var b strings.Builder; for i:=0;i<99;i++ { b.WriteString(rep("  ", i)+"- a\n") }; b.WriteString(rep(rep(" ", 198)+"b\n\n",n)); return b.String() },
		"defs": func(n int) string { var b strings.Builder; for i:=0;i<n;i++ { fmt.Fprintf(&b, "[a%d]: b\n", i) }; return b.String() },
		"defsspread": func(n int) string { var b strings.Builder; for i:=0;i<n;i++ { fmt.Fprintf(&b, "[a%d]: b\n\n", i) }; return b.String() },
		"defslines": func(n int) string { var b strings.Builder; for i:=0;i<n;i++ { fmt.Fprintf(&b, "[a%d]: b\n", i) }; b.WriteString(rep("a\n", 1800000)); return b.String() },
		"footnotes": func(n int) string { var b strings.Builder; for i:=0;i<n;i++ { fmt.Fprintf(&b, "x[^a%d]\n\n[^a%d]: b\n\n", i, i) }; return b.String() },
		"footcalls": func(n int) string { var b strings.Builder; for i:=0;i<1000;i++ { fmt.Fprintf(&b, "[^a%d]: b\n\n", i) }; b.WriteString(rep("[^a999]\n\n", n));  return b.String() },
		"nestfoot": func(n int) string { var b strings.Builder; for i:=0;i<n;i++ { fmt.Fprintf(&b, "[^a%d]: ", i) }; return b.String() },
		"table": func(n int) string { return rep("a|",n)+"\n"+rep("-|",n)+"\n"+rep("a\n",n) },
		"tablerows": func(n int) string { return "a|b\n-|-\n"+rep("c|d\n",n) },
		"bars": func(n int) string { return rep("`a\\|b`|c\n-|-\n\n", n) },
		"refs": func(n int) string { return "[a]: "+rep("x",100000)+"\n\n"+rep("[a]\n\n", n) },
		"refsext": func(n int) string { return "[a]: http://x/"+rep("x",100000)+"\n\n"+rep("[a]\n\n", n) },
		"www": func(n int) string { return rep("www.a.bc ", n) },
		"wwwbad": func(n int) string { return rep("www.a.bc/javascript <javascript:a> ", n) },
		"headings": func(n int) string { return rep("# a\n", n) },
		"emptyhead": func(n int) string { return rep("#\n", n) },
		"dl": func(n int) string { return rep("a\n: b\n\n", n) },
		"dl2": func(n int) string { return rep("a\n", n)+": b" },
		"html": func(n int) string { return rep("<a b='", n) },
		"html2": func(n int) string { return rep("<a b c ", n) },
		"comments": func(n int) string { return rep("x <!-- ", n) },
		"autolink": func(n int) string { return rep("<http://", n) },
		"spans": func(n int) string { return rep("[a]{lang=en}\n\n", n) },
		"spans1": func(n int) string { return rep("[a]{lang=en} ", n) },
		"spansnest": func(n int) string { return rep("[", n)+"a"+rep("]{lang=en}", n) },
		"callouts": func(n int) string { return rep("> [!NOTE] a\n\n", n) },
		"setext": func(n int) string { return rep("a\n=\n", n) },
		"lf": func(n int) string { return rep("\n", n) },
		"spaces": func(n int) string { return "- a\n"+rep(" ", n) },
		"entities": func(n int) string { return rep("&", n) },
		"entities2": func(n int) string { return rep("&amp;", n) },
		"tilde": func(n int) string { return rep("~~a ", n) },
		"paren": func(n int) string { return "[a]("+rep("(", n) },
		"email": func(n int) string { return rep("a@b.c ", n) },
		"ordered": func(n int) string { return rep("1. a\n", n) },
		"tight": func(n int) string { return rep("- [a](b)\n", n) },
		"para": func(n int) string { return rep("[a](b) *c*\n\n", n) },
	}
	r := New(source.French, frenchWords(), Options{})
	for name, f := range cases {
		for _, n := range []int{100, 1000, 3000, 10000, 30000, 100000, 300000, 1000000, 2000000} {
			s := f(n)
			if len(s) > 4<<20 { break }
			var m0, m1 runtime.MemStats
			runtime.GC(); runtime.ReadMemStats(&m0)
			t0 := time.Now()
			d := r.Render(source.Pos{File:"x",Line:1}, []byte(s))
			el := time.Since(t0)
			runtime.ReadMemStats(&m1)
			ref := ""
			if len(d.HTML)==0 && len(d.Problems)>0 { ref = d.Problems[0].Message }
			if el > 150*time.Millisecond || m1.TotalAlloc-m0.TotalAlloc > 200<<20 {
				fmt.Printf("%-14s n=%-8d %8d bytes %6d ms %5d MB html=%d %s\n", name, n, len(s), el.Milliseconds(), (m1.TotalAlloc-m0.TotalAlloc)>>20, len(d.HTML), ref)
			}
			if ref != "" { break }
		}
	}
}
