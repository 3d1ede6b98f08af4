package build

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// hostileBodies are what somebody may write into a page who wants more than words of it.
func hostileBodies() []string {
	return []string{
		"<script>alert(1)</script>", "<SCRIPT/SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<img src=x onerror=alert(1)>",
		"<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
		"<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>", "<base href=//evil.example/>",
		"<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<form action=javascript:alert(1)><button>x</button></form>", "<link rel=stylesheet href=//evil.example/x.css>",
		"<style>@import '//evil.example/x.css'</style>", "<p style=\"background:url(javascript:alert(1))\">x</p>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>",
		"<body onload=alert(1)>", "<template><script>alert(1)</script></template>", "<a href=\"javascript:alert(1)\">x</a>", "<!--><script>alert(1)</script>-->", "<!-- --!><script>alert(1)</script>",
		"<![CDATA[><script>alert(1)</script>]]>", "<?php ?><script>alert(1)</script>", "</title></textarea></style></script><script>alert(1)</script>", "</main></body></html><script>alert(1)</script>",
		"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#115;cript:alert(1))", "[x](javascript&colon;alert(1))", "[x](java&Tab;script:alert(1))", "[x](&#1;javascript:alert(1))",
		"[x](<java\tscript:alert(1)>)", "[x](vbscript:x)", "[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](data:image/svg+xml,<svg/onload=alert(1)>)", "[x][r]\n\n[r]: javascript:alert(1)", "<javascript:alert(1)>",
		"[x](https://un.org \"\\\" onmouseover=alert(1) x=\\\"\")", "![\" onerror=\"alert(1)](/img/fond.svg)", "![x](/img/fond.svg '\" onerror=\"alert(1)')", "## x {#a\" onclick=\"alert(1)}", "[x]{lang=\"en\" onclick=alert(1)}",
		"[x]{lang=en\"onclick=alert(1)}", "```\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```", "{{.Site}}{{`<script>alert(1)</script>`}}{{T \"x\"}}", "> [!NOTE] <script>alert(1)</script>\n> <img src=x onerror=alert(1)>",
		"|a|<script>alert(1)</script>|\n|:-:|-|\n|<img src=x onerror=alert(1)>|`</code><script>`|", "a[^1]\n\n[^1]: <script>alert(1)</script> [x](javascript:alert(1))", "- [x] <input autofocus onfocus=alert(1)>",
		"\u202e<script>\u202c\u2066<img src=x onerror=alert(1)>\u2069", "＜script＞alert(1)＜/script＞ ‹img onerror=x›", "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;", "<\x00script>alert(1)</\x00script>",
		"https://un.org/\"onmouseover=\"alert(1) www.un.org/'><script>", "[x](page:\"onclick=alert(1)) [y](doc:\"><script>alert(1)</script>)", "x\n: <script>alert(1)</script>",
	}
}

// hostileValues are what somebody may write where a value is asked for.
func hostileValues() []string {
	return append([]string{
		`"><script>alert(1)</script>`, `' onmouseover='alert(1)`, `" autofocus onfocus="alert(1)`, `</title><script>alert(1)</script>`, `</script><script>alert(1)</script>`,
		`javascript:alert(1)`, "java\tscript:alert(1)", "\u0001javascript:alert(1)", `JAVASCRIPT&colon;alert(1)`, `data:text/html,<script>alert(1)</script>`, `https://un.org/"onclick="alert(1)`,
		`https://un.org/javascript:alert(1)`, "{{`</p><script>alert(1)</script>`}}", `{{.Place}}{{template "base" .}}`, `\u003cscript\u003ealert(1)`, `<!--<script>`, "]]><script>alert(1)</script>", `-->` + "<img src=x onerror=alert(1)>",
		"0;url=javascript:alert(1)", "a\u2028alert(1)//", "`-alert(1)-`", `\";alert(1)//`, "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "\u202e\"><script>",
	}, hostileBodies()...)
}

// slots are the places in which an author may write a value, each by the name that stands there for it. Those that take any
// text are filled together; each other one by itself, since it may refuse what it gets.
func slots() [][]string {
	return [][]string{{"TITLE", "MENUTITLE", "DESCRIPTION", "PLACE", "BEFORE", "DOCTITLE", "SITETITLE", "SITEDESCRIPTION", "NOTICE",
		"PARAM", "MESSAGE", "LANGUAGENAME", "FORM", "COUNTRY"},
		{"DOCURL"}, {"ALIAS"}, {"IMAGE"}, {"ALT"}, {"LINKTITLE"}, {"SLUG"}, {"KEY"}, {"DOCFILE"}}
}

// slotSite is a site that shows each of the slots in texts, attributes, addresses and data.
func slotSite(t testing.TB) files {
	t.Helper()
	tree := sampleTree(t, nil)
	text := func(path string) string {
		file, ok := tree.File(path)
		if !ok {
			t.Fatalf("no %s", path)
		}
		return file.Text()
	}
	shown := `<meta name="description" content="{{.Description}}"><p title="{{.Site.Notice}}">{{.Site.Notice}} {{.Site.Description}}</p>` +
		`<a href="{{.Site.Params.phone}}">{{.Site.Params.phone}}</a><img src="{{.Site.Params.phone}}" alt="{{.Site.Params.phone}}">{{with .Image}}<meta property="og:image" content="{{.URL}}">{{end}}` +
		`{{range .Contents}}<a href="#{{.ID}}">{{.Text}}</a>{{end}}{{with .Event}}<p title="{{.Where}}">{{.Now}} {{.When}}</p>{{end}}`
	return files{
		"config.toml": strings.NewReplacer("Conférence d’Accra", "SITETITLE", "La conférence ministérielle, à Accra.", "SITEDESCRIPTION",
			"Le programme a changé.", "NOTICE", "+233 30 000 0000", "PARAM").Replace(text("config.toml")),
		"i18n/fr.toml": strings.NewReplacer("Menu « principal »", "MESSAGE", `name = "Français"`, `name = "LANGUAGENAME"`,
			"[country]", "[country]\nGH = \"COUNTRY\"").Replace(text("i18n/fr.toml")),
		"i18n/terms.toml":        "[[term]]\nfr = \"FORM\"\nen = \"Action for Peacekeeping\"\nabbr_fr = \"A4P\"\nabbr_en = \"A4P\"\n",
		"layouts/base.html":      strings.Replace(text("layouts/base.html"), "<main", shown+"<main", 1),
		"layouts/bilingual.html": "{{define \"main\"}}{{range .Rows}}{{range .Cells}}<div lang=\"{{.Tag}}\">{{.HTML}}</div>{{end}}{{end}}{{range .Halves}}<p title=\"{{.Title}}\">{{.Description}}</p>{{end}}{{end}}",
		"content/about.toml": "menu = 30\nnews = true\ndate = 2023-10-01\nimage = \"IMAGE\"\n[event]\nstart = 2023-12-05\ncountry = \"GH\"\nhosts = [\"GH\"]\n" +
			"[[document]]\nid = \"note\"\nfr = { title = \"DOCTITLE\", url = \"DOCURL\" }\nen = { title = \"Note\", file = \"DOCFILE\" }\n",
		"content/about.fr.md": "+++\ntitle = \"TITLE\"\nmenuTitle = \"MENUTITLE\"\ndescription = \"DESCRIPTION\"\nplace = \"PLACE\"\nbefore = \"BEFORE\"\nslug = \"SLUG\"\naliases = [\"ALIAS\"]\n+++\n\n" +
			"## L’équipe {#KEY}\n\nBODY\n\nL’A4P, [](doc:note), ![ALT](/img/fond.svg \"LINKTITLE\") et [là](https://un.org \"LINKTITLE\").\n",
		"content/about.en.md": strings.Replace(text("content/about.en.md"), "slug =", "place = \"Accra\"\nbefore = \"Soon\"\nslug =", 1),
	}
}

// harmless are values that are right in their slots.
func harmless(slot string) string {
	switch slot {
	case "DOCURL":
		return "https://example.com/note.pdf"
	case "ALIAS":
		return "/fr/ancien/"
	case "IMAGE":
		return "img/fond.svg"
	case "SLUG":
		return "a-propos"
	case "KEY":
		return "team"
	case "DOCFILE":
		return "documents/note conceptuelle.pdf"
	default:
		return "Été"
	}
}

// filled fills the slots of a site: some with a value, all others with harmless ones.
func filled(t testing.TB, slotted files, hostile []string, value, body string) *Site {
	t.Helper()
	var pairs []string
	for _, s := range slices.Concat(slots()...) {
		v := harmless(s)
		if slices.Contains(hostile, s) {
			v = value
		}
		if s != "ALT" && s != "LINKTITLE" && s != "KEY" { // these stand in Markdown, the others in TOML
			v = basic(v)
		}
		pairs = append(pairs, s, v)
	}
	replacer, changes := strings.NewReplacer(append(pairs, "BODY", body)...), files{}
	for path, text := range slotted {
		changes[path] = replacer.Replace(text)
	}
	return Assemble(sampleTree(t, changes), site.Options{Day: today})
}

// basic writes a value as TOML's basic strings have it, without the quotes.
func basic(value string) string {
	var out strings.Builder
	for _, r := range value {
		if r < ' ' || r == '"' || r == '\\' || r == 0x7f {
			fmt.Fprintf(&out, `\u%04X`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

// twin is a harmless site, beside which hostile ones are looked at.
type twin struct {
	texts  map[string]string         // by output path
	acting map[string]map[string]int // what acts in each page
}

func newTwin(t testing.TB, slotted files) twin {
	t.Helper()
	s := filled(t, slotted, nil, "", "Un texte.")
	if source.HasErrors(s.Problems()) {
		t.Fatalf("the harmless twin has problems: %q", told(s.Problems()))
	}
	made := twin{outputsOf(t, s), map[string]map[string]int{}}
	for path, text := range made.texts {
		if isPage(path, text) {
			made.acting[path] = active(t, text)
		}
	}
	if made.acting[aboutPage]["element script"] != 1 || made.acting[aliasPage]["element meta"] != 3 {
		t.Fatalf("the harmless twin has no structured data, or no redirect: %v", made.acting)
	}
	return made
}

// The pages of the twin that stand at a slug and at an alias.
const (
	aboutPage = "fr/a-propos/index.html"
	aliasPage = "fr/ancien/index.html"
)

func isPage(path, text string) bool { return strings.HasSuffix(path, ".html") && text != "" }

// checkOutputs asks that no page has anything that acts which that of the twin has not. A page at a hostile slug or alias is
// held to those of its kind.
func (w twin) checkOutputs(t *testing.T, what string, outputs map[string]string) {
	t.Helper()
	for path, text := range outputs {
		if !isPage(path, text) || text == w.texts[path] {
			continue
		}
		page, like := active(t, text), []string{path}
		if w.acting[path] == nil {
			like = []string{aliasPage, aboutPage}
		}
		var found []string
		for _, other := range like {
			if found = more(page, w.acting[other]); len(found) == 0 {
				break
			}
		}
		if len(found) > 0 {
			t.Errorf("%s: %s has more that acts: %q", what, path, found)
		}
	}
}

// TestNothingHostileActs writes each hostile body, and each hostile value into each slot, and asks that no page has anything
// that acts which the harmless twin has not, also where the site would be refused: the preview shows its pages.
func TestNothingHostileActs(t *testing.T) {
	slotted := slotSite(t)
	twin := newTwin(t, slotted)
	shown := 0
	for _, body := range hostileBodies() {
		outputs := outputsOf(t, filled(t, slotted, nil, "", body))
		twin.checkOutputs(t, fmt.Sprintf("body %q", body), outputs)
		if outputs[aboutPage] != "" {
			shown++
		}
	}
	if shown < 30 {
		t.Errorf("only %d of %d bodies are shown at all", shown, len(hostileBodies()))
	}
	for _, hostile := range slots() {
		for _, value := range hostileValues() {
			outputs := outputsOf(t, filled(t, slotted, hostile, value, "Un texte."))
			twin.checkOutputs(t, fmt.Sprintf("%q = %q", hostile, value), outputs)
		}
	}
	t.Logf("%d bodies, %d values in %d slots, %d pages each",
		len(hostileBodies()), len(hostileValues()), len(slices.Concat(slots()...)), len(twin.acting))
}

// TestSlotsAreShown holds that a value in each slot changes some page or refuses it, so that the tests above look at something.
func TestSlotsAreShown(t *testing.T) {
	slotted := slotSite(t)
	twin := newTwin(t, slotted)
	for _, slot := range slices.Concat(slots()...) {
		changed := 0
		for path, text := range outputsOf(t, filled(t, slotted, []string{slot}, "Un autre <été>", "Un texte.")) {
			if isPage(path, text) && text != twin.texts[path] || text == "" && twin.texts[path] != "" {
				changed++
			}
		}
		if changed == 0 && slot != "DOCFILE" && slot != "ALIAS" { // which are told of before a page is shown
			t.Errorf("nothing shows %s", slot)
		}
	}
}

// FuzzPage gives the whole page pipeline a body and a title. No page has anything that acts which the harmless twin has not;
// none has more bytes than sixty times the text and 4 MiB, beside its frame; and none takes much longer than its length says.
func FuzzPage(f *testing.F) {
	for i, body := range hostileBodies() {
		f.Add(body, hostileValues()[i%len(hostileValues())])
	}
	f.Add(strings.Repeat("*a_ ", 200), "Été")
	f.Add(strings.Repeat("- ", 90)+strings.Repeat("\n", 90), "« L’été »")
	f.Add("[a]: /"+strings.Repeat("x", 300)+"\n\n"+strings.Repeat("[a] ", 60), "")
	slotted := slotSite(f)
	twin := newTwin(f, slotted)
	f.Fuzz(func(t *testing.T, body, title string) {
		body, title = strings.ToValidUTF8(body, "\ufffd"), strings.ToValidUTF8(title, "\ufffd")
		started := time.Now()
		outputs := outputsOf(t, filled(t, slotted, []string{"TITLE"}, title, body))
		if took, most := time.Since(started), 5*time.Second+20*time.Microsecond*time.Duration(len(body)); took > most {
			t.Errorf("it takes %v, and may take %v", took, most)
		}
		for path, text := range outputs {
			if most := 60*(len(body)+10*len(title)) + 4<<20 + len(twin.texts[path]); len(text) > most {
				t.Errorf("%s has %d bytes, and may have %d", path, len(text), most)
			}
		}
		twin.checkOutputs(t, "the page", outputs)
	})
}

// outputsOf gives all outputs of a site, also where something is wrong with it.
func outputsOf(t testing.TB, s *Site) map[string]string {
	t.Helper()
	target := &memory{files: map[string]string{}}
	if _, err := s.Every(t.Context(), target, func() {}); err != nil {
		t.Fatal(err)
	}
	return target.files
}
