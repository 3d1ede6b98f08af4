package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestProblems(t *testing.T) {
	tests := []struct {
		name, markdown string
		want           []string
		hint           string // of the first
	}{
		{"schemes", "Été : [a](javascript:x)\n> « ![b](data:x) » <vbscript:y>\n",
			[]string{
				"content/dhaka.fr.md:6:7 error link-scheme: the address \"javascript:x\" has the scheme `javascript:`",
				"content/dhaka.fr.md:7:5 error link-scheme: the address \"data:x\" has the scheme `data:`",
				"content/dhaka.fr.md:7:20 error link-scheme: the address \"vbscript:y\" has the scheme `vbscript:`",
			},
			"write a whole address with https:, http:, mailto: or tel:, `page:` and a key for a page, " +
				"`doc:` and an id for a document, or a path without a colon"},
		{"a host without a scheme", "é [a](//un.org)",
			[]string{`content/dhaka.fr.md:6:3 error link-scheme: the address "//un.org" names a host and no scheme`},
			"write a whole address with https:, http:, mailto: or tel:, `page:` and a key for a page, " +
				"`doc:` and an id for a document, or a path without a colon"},
		{"a bad key", "\n\n## Événements {#Événements à venir}",
			[]string{`content/dhaka.fr.md:8:15 error heading-key: "Événements à venir" is not a key for a heading`},
			"write it with the letters a to z, digits and hyphens, the same in both languages: {#evenements-a-venir}"},
		{"a key with emphasis in it", "# a {#*b*}",
			[]string{`content/dhaka.fr.md:6:5 error heading-key: "*b*" is not a key for a heading`},
			"write it with the letters a to z, digits and hyphens, the same in both languages: {#b}"},
		{"an empty key", "# a {#}",
			[]string{`content/dhaka.fr.md:6:5 error heading-key: "" is not a key for a heading`},
			"write it with the letters a to z, digits and hyphens, the same in both languages: {#dates}"},
		{"a key given twice", "# Été {#a}\n\n# Hiver {#a}",
			[]string{`content/dhaka.fr.md:8:9 error heading-key: the key "a" is already that of another heading`},
			"give each heading of a page its own key"},
		{"languages", "« [a]{lang=anglais!} »\n[b](c){lang=\"e\"} [d]{lang=en_GB} ![](x){lang=“en”}",
			[]string{
				`content/dhaka.fr.md:6:6 error lang: "anglais!" is not the tag of a language`,
				`content/dhaka.fr.md:7:7 error lang: "e" is not the tag of a language`,
				`content/dhaka.fr.md:7:21 error lang: "en_GB" is not the tag of a language`,
				`content/dhaka.fr.md:7:40 error lang: "“en”" is not the tag of a language`,
			},
			"write the language as its code, such as {lang=en}"},
		{"a misspelt callout", "- > [!Attenion] é",
			[]string{`content/dhaka.fr.md:6:5 warning callout: "attenion" is not a kind of callout`},
			"write one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]"},
		{"a callout that is nearly one", "> [!warnings]",
			[]string{`content/dhaka.fr.md:6:3 warning callout: "warnings" is not a kind of callout`},
			"did you mean [!WARNING]?"},
		{"raw HTML, once a line", "é <b>x</b> <i>y</i>\n<br>\n\n   <div>\nx\n\n<!-- x",
			[]string{
				"content/dhaka.fr.md:6:3 warning raw-html: `<b>` is HTML, and is shown as text",
				"content/dhaka.fr.md:7:1 warning raw-html: `<br>` is HTML, and is shown as text",
				"content/dhaka.fr.md:9:4 warning raw-html: `<div>` is HTML, and is shown as text",
				"content/dhaka.fr.md:12:1 warning raw-html: the comment is never closed, and is shown as text",
			},
			"write it in Markdown, or set `rawHTML = true` under [markdown] in config.toml"},
		{"after CRLF and in a footnote", "x[^1]\r\n\r\n[^1]: é [a](x:y)\r\n",
			[]string{"content/dhaka.fr.md:8:9 error link-scheme: the address \"x:y\" has the scheme `x:`"},
			"write a whole address with https:, http:, mailto: or tel:, `page:` and a key for a page, " +
				"`doc:` and an id for a document, or a path without a colon"},
	}
	r := frenchRenderer()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := r.Render(bodyPos(), tt.markdown).Problems
			if diff := cmp.Diff(tt.want, told(got)); diff != "" {
				t.Fatalf("Render(%q) (-want +got):\n%s", tt.markdown, diff)
			}
			if got[0].Hint.English != tt.hint {
				t.Errorf("hint %q, want %q", got[0].Hint.English, tt.hint)
			}
		})
	}
}

func TestProblemPeerAndLongAddress(t *testing.T) {
	body := "# a {#k}\n# b {#k}\n"
	problem := frenchRenderer().Render(bodyPos(), body).Problems[0]
	if want := (source.Pos{File: bodyPos().File, Line: 6, Column: 5}); problem.Peer != want {
		t.Errorf("peer %v, want %v", problem.Peer, want)
	}
	long := "x:" + longText("é", 500)
	got := frenchRenderer().Render(bodyPos(), "[a]("+long+")").Problems[0].Message.English
	if want := `the address "x:` + longText("é", 58) + "…\" has the scheme `x:`"; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
}

// TestEnglish holds that the renderer of the other half speaks for its own reader.
func TestEnglish(t *testing.T) {
	words := Words{"callout.note": "Note"}
	r := New(source.English, words, Options{})
	d := r.Render(source.Pos{File: "a.en.md", Line: 1}, "> [!NOTE]\n\n[x]{lang=!}")
	want := lines(`<aside class="callout" data-kind="note">`, `<p class="callout-title">Note</p>`, "</aside>",
		"<p>[x]{lang=!}</p>")
	if string(d.HTML) != want {
		t.Errorf("HTML %q, want %q", d.HTML, want)
	}
	if want := "write the language as its code, such as {lang=fr}"; d.Problems[0].Hint.English != want {
		t.Errorf("hint %q, want %q", d.Problems[0].Hint.English, want)
	}
}

// TestWordsMissing holds that a page without a text that it needs says so where it needs it, and only there.
func TestWordsMissing(t *testing.T) {
	r := New(source.French, Words{"callout.note": "Remarque"}, Options{})
	body := lines("> [!NOTE]", "> Une remarque.", "", "> [!TIP]", "> Un conseil.", "", "- [x] fait", "",
		"Un appel[^1].", "", "[^1]: Une note.", "", "| a |", "|---|", "| b |")
	var got []string
	for _, p := range r.Render(bodyPos(), body).Problems {
		got = append(got, p.Pos.String()+" "+p.Message.English)
	}
	want := []string{
		"content/dhaka.fr.md:6:1 message `footnotes.return` is missing in French", // the list has no place of its own
		"content/dhaka.fr.md:6:1 message `footnotes.title` is missing in French",
		"content/dhaka.fr.md:9:1 message `callout.tip` is missing in French",
		"content/dhaka.fr.md:12:3 message `task.done` is missing in French",
		"content/dhaka.fr.md:18:1 message `table.name` is missing in French",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, name := range Messages() {
		if frenchWords()[name] == "" {
			t.Errorf("%s is a message and the tests don't know it", name)
		}
	}
}
