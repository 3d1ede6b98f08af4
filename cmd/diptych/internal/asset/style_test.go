package asset

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// library is what the styles in these tests refer to.
func library(style, css string) map[string]string {
	return map[string]string{
		style: css, "css/type.css": "p{}", "css/img/a.png": "", "css/a b.png": "", "fonts/été.woff2": "f", "fonts/f.ttf": "g",
		"img/é.png": "", "img/sprite.svg": "", "img/(1).png": "", "f.otf": "h",
	}
}

func TestRewrite(t *testing.T) {
	typeCSS, summer, ttf, otf := stamped("type.css", "p{}"), stamped("été.woff2", "f"), stamped("f.ttf", "g"), stamped("f.otf", "h")
	tests := []struct{ name, css, want string }{
		{"quoted", `a{src:url("../fonts/été.woff2")}`, `a{src:url("../fonts/` + summer + `")}`},
		{"apostrophes", `a{src:url('../fonts/été.woff2')}`, `a{src:url('../fonts/` + summer + `')}`},
		{"unquoted", `a{src:url(../fonts/été.woff2)}`, `a{src:url(../fonts/` + summer + `)}`},
		{"white space", "a{src:URL( \r\n\t../fonts/été.woff2\f )}", "a{src:URL( \r\n\t../fonts/" + summer + "\f )}"},
		{"white space and quotes", `a{src:url( "../fonts/été.woff2" )}`, `a{src:url( "../fonts/` + summer + `" )}`},
		{"fragment", `url(../fonts/f.ttf#é) url("../fonts/f.ttf#iefix")`, `url(../fonts/` + ttf + `#é) url("../fonts/` + ttf + `#iefix")`},
		{"query", `url(../fonts/f.ttf?v=1#x:y)`, `url(../fonts/` + ttf + `?v=1#x:y)`},
		{"from static", `url(/fonts/f.ttf) url(/f.otf)`, `url(../fonts/` + ttf + `) url(../` + otf + `)`},
		{"roundabout", `url(./../css/.././fonts/f.ttf)`, `url(../fonts/` + ttf + `)`},
		{"percent", `url(../fonts/%C3%A9t%C3%A9.woff2) url(../img/%281%29.png)`,
			`url(../fonts/%C3%A9t%C3%A9.` + summer[len("été."):] + `) url(../img/%281%29.png)`},
		{"blank in a name", `url("a b.png") url(a%20b.png)`, `url("a b.png") url(a%20b.png)`},
		{"two in a line", `url(../f.otf),url(../fonts/f.ttf)`, `url(../` + otf + `),url(../fonts/` + ttf + `)`},
		{"import string", `@import "type.css"; @IMPORT 'type.css' print;`, `@import "` + typeCSS + `"; @IMPORT '` + typeCSS + `' print;`},
		{"import url", `@import url(type.css) layer(é); @import url("type.css");`, `@import url(` + typeCSS + `) layer(é); @import url("` + typeCSS + `");`},
		{"import without blank", `@import"type.css";@import/* « x » */"type.css"`, `@import"` + typeCSS + `";@import/* « x » */"` + typeCSS + `"`},
		{"import on the next line", "@import\r\n\"type.css\"", "@import\r\n\"" + typeCSS + `"`},
		{"import of one only", `@import "type.css" "nothing.css"`, `@import "` + typeCSS + `" "nothing.css"`},
		{"import at the end", `@import "type.css`, `@import "` + typeCSS},
		{"unclosed url", `url(type.css`, `url(` + typeCSS},
		{"comment", "/* url(x.png) \" */ url(type.css) /* ' */ url(type.css)", "/* url(x.png) \" */ url(" + typeCSS + ") /* ' */ url(" + typeCSS + ")"},
		{"comment of three", "/*/ url(x.png) */ url(type.css)", "/*/ url(x.png) */ url(" + typeCSS + ")"},
		{"unclosed comment", "/* url(x.png)", "/* url(x.png)"},
		{"string with url", `a{content:"url(x.png)" 'l\'url(x.png)' url(type.css)}`, `a{content:"url(x.png)" 'l\'url(x.png)' url(` + typeCSS + `)}`},
		{"string over lines", "a{content:\"é\\\nurl(x.png)\\\r\nurl(x.png)\"} url(type.css)", "a{content:\"é\\\nurl(x.png)\\\r\nurl(x.png)\"} url(" + typeCSS + ")"},
		{"string cut off", "a{content:\"L'été}\nb{src:url(type.css)}", "a{content:\"L'été}\nb{src:url(" + typeCSS + ")}"},
		{"escaped quotes in selectors", `.l\'été,.\"x{src:url(type.css)}`, `.l\'été,.\"x{src:url(` + typeCSS + `)}`},
		{"another function", `curl(x.png) my-url(x.png) éurl(x.png) calc(url(type.css))`,
			`curl(x.png) my-url(x.png) éurl(x.png) calc(url(` + typeCSS + `))`},
		{"another rule", `@charset "utf-8"; @imported "x.css"; @namespace "http://x"; @import layer "x.css"`,
			`@charset "utf-8"; @imported "x.css"; @namespace "http://x"; @import layer "x.css"`},
		{"elsewhere", `url(https://example.org/a.png) url(//example.org/a.png) url("data:image/svg+xml;utf8,<svg fill='url(#a)'/>") url(#é) url() url("") url(?v=1)`,
			`url(https://example.org/a.png) url(//example.org/a.png) url("data:image/svg+xml;utf8,<svg fill='url(#a)'/>") url(#é) url() url("") url(?v=1)`},
		{"files that keep their names", `url(img/a.png) url("../img/é.png") url(../img/sprite.svg#menu)`,
			`url(img/a.png) url("../img/é.png") url(../img/sprite.svg#menu)`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set := mustRead(t, library("css/site.css", test.css))
			site := mustGet(t, set, "css/site.css")
			if diff := cmp.Diff(test.want, published(t, site)); diff != "" {
				t.Errorf("published (-want +got):\n%s", diff)
			}
			if want := stamped("css/site.css", test.want); site.Path != want {
				t.Errorf("the path is %q, want %q", site.Path, want)
			}
		})
	}
}

func TestRewriteInOtherFolders(t *testing.T) {
	ttf := stamped("fonts/f.ttf", "g")
	tests := []struct{ style, css, want string }{
		{"site.css", "url(fonts/f.ttf) url(/fonts/f.ttf)", "url(" + ttf + ") url(" + ttf + ")"},
		{"css/à/b/site.css", "url(../../../fonts/f.ttf)", "url(../../../" + ttf + ")"},
		{"css/ÉTÉ.CSS", "url(../fonts/f.ttf)", "url(../" + ttf + ")"},
		{"fonts/site.css", "url(f.ttf) url(../fonts/f.ttf)", "url(" + stamped("f.ttf", "g") + ") url(" + stamped("f.ttf", "g") + ")"},
	}
	for _, test := range tests {
		set := mustRead(t, library(test.style, test.css))
		if got := published(t, mustGet(t, set, test.style)); got != test.want {
			t.Errorf("%s says %q, want %q", test.style, got, test.want)
		}
	}
}

func TestMissing(t *testing.T) {
	tests := []struct{ css, place, name string }{
		{"url(x.png)", "1:5", "css/x.png"},
		{"/* « é » */ a{}\n\"é\" url( \"../fonts/ete.woff2#x\" )", "2:11", "fonts/ete.woff2"},
		{"a{}\n\n@import 'été.css';", "3:10", "css/été.css"},
		{"url(../../secret.txt)", "1:5", "../secret.txt"},
		{"url(/../secret.txt)", "1:5", "../secret.txt"},
		{"url(/)", "1:5", "."},
		{"url(../css)", "1:5", "css"},
		{"url(%2e%2e/%2e%2e/config.toml)", "1:5", "../config.toml"},
	}
	for _, test := range tests {
		set, problems := read(library("css/site.css", test.css))
		want := []string{"asset-missing static/css/site.css:" + test.place + " there is no file \"static/" + test.name + "\""}
		if diff := cmp.Diff(want, lines(problems)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.css, diff)
		}
		if got := published(t, mustGet(t, set, "css/site.css")); got != test.css {
			t.Errorf("%q becomes %q", test.css, got)
		}
	}
}

func TestCircle(t *testing.T) {
	set, problems := read(map[string]string{
		"a.css": "/* é */ @import \"b.css\";", "b.css": "\n@import url(c.css);", "c.css": "@import 'a.css';", "self.css": "@import \"self.css\";",
		"both.css": "@import \"leaf.css\"; @import \"leaf.css\";", "leaf.css": "p{}",
	})
	want := []string{
		`asset-circle static/c.css:1:10 "static/a.css" imports itself, directly or through others`,
		`asset-circle static/self.css:1:10 "static/self.css" imports itself, directly or through others`,
	}
	if diff := cmp.Diff(want, lines(problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	for _, problem := range problems {
		if problem.Hint.English != "take one of the imports out" || problem.Severity != source.Error {
			t.Errorf("problem: %+v", problem)
		}
	}
	if len(set.Names()) != 6 {
		t.Errorf("the names are %q", set.Names())
	}
}

func lines(problems []source.Problem) []string {
	var told []string
	for _, p := range problems {
		told = append(told, p.Rule+" "+p.Pos.String()+" "+p.Message.English)
	}
	return told
}
