package serve

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// TestListing lists pairs in each state, in both languages.
func TestListing(t *testing.T) {
	p := pairs(t, map[string]string{
		"content/alone.fr.md":  front("Seule") + "Une moitié.\n",
		"content/broken.fr.md": "+++\ntitle\n+++\n", "content/broken.en.md": front("Broken") + "Half of it.\n",
		"content/draft.fr.md": front("Brouillon") + "À venir.\n", "content/draft.en.md": front("Draft") + "To come.\n",
		"content/draft.toml": "draft = true\n",
	})
	p.confirm(summerKey, "", p.seen(summerKey)[""])
	p.replace("content/visits/summer.en.md", "We leave on 12", "We leave on 13")
	p.publish()
	p.inspectNow()
	tests := []struct {
		query string
		want  string // the pairs and their states, in their order
	}{
		{"?lang=en", "alone: one half; broken: one half; draft: never confirmed; index: never confirmed; visits/summer: English changed"},
		{"?lang=fr", "alone: un seul volet; broken: un seul volet; draft: jamais confirmé; index: jamais confirmé; visits/summer: anglais modifié"},
		{"?lang=en&sort=state", "visits/summer: English changed; draft: never confirmed; index: never confirmed; alone: one half; broken: one half"},
		{"?lang=en&sort=day", "visits/summer: English changed; alone: one half; broken: one half; draft: never confirmed; index: never confirmed"},
		{"?lang=en&show=todo", "draft: never confirmed; index: never confirmed; visits/summer: English changed"},
		{"?lang=en&show=faulty&sort=findings", "visits/summer: English changed; alone: one half; broken: one half"},
		{"?lang=en&show=x&sort=y", "alone: one half; broken: one half; draft: never confirmed; index: never confirmed; visits/summer: English changed"},
	}
	for _, test := range tests {
		got := p.get(t, "/_diptych/"+test.query)
		if listed := listedIn(got.body); got.status != 200 || listed != test.want {
			t.Errorf("%s: %d\n%s, want\n%s", test.query, got.status, listed, test.want)
		}
	}
	english := p.get(t, "/_diptych/?lang=en").body
	for _, part := range []string{
		`<a class="titles" href="/_diptych/review/visits/summer?lang=en"><span lang="fr">L’été à Accra</span><span lang="en">Summer in Accra</span></a>`,
		`<span class="change">in English: 1</span>`, `<time datetime="2023-05-02">`, `Errors: 1`, `Warnings: 1`,
		`<span class="tag">draft</span>`, `href="/_diptych/?lang=fr" lang="fr" hreflang="fr">Français</a>`,
	} {
		if !strings.Contains(english, part) {
			t.Errorf("there is no %s in\n%s", part, english)
		}
	}
}

var listedPairs = regexp.MustCompile(`<span translate="no">([^<]+)</span>|aria-hidden="true">[^<]+</span> ([^<]+)</span>`)

// listedIn gives the keys and the states in a list.
func listedIn(body string) string {
	var found []string
	for _, part := range listedPairs.FindAllStringSubmatch(body, -1) {
		if part[1] != "" {
			found = append(found, part[1]+": ")
		} else {
			found[len(found)-1] += part[2]
		}
	}
	return strings.Join(found, "; ")
}

// TestListingBefore lists pairs before they have been checked, and where there are none.
func TestListingBefore(t *testing.T) {
	p := pairs(t, nil)
	before := p.get(t, "/_diptych/?lang=en").body
	p.inspectNow()
	after := p.get(t, "/_diptych/?lang=en").body
	for _, said := range []string{"The pages are being checked", "not checked yet"} {
		if !strings.Contains(before, said) || strings.Contains(after, said) {
			t.Errorf("%q is said before: %v; after: %v", said, strings.Contains(before, said), strings.Contains(after, said))
		}
	}
	empty := run(t, Options{}, atelier()).get(t, "/_diptych/?lang=fr")
	if empty.status != 200 || !strings.Contains(empty.body, "Le site n’a pas encore de pages") {
		t.Errorf("%d: %s", empty.status, empty.body)
	}
}

// TestDeskLanguage asks in the languages of browsers.
func TestDeskLanguage(t *testing.T) {
	p := pairs(t, nil)
	tests := []struct{ query, accept, want string }{
		{"", "", "fr"},
		{"", "en-GB,en;q=0.9,fr;q=0.8", "en"},
		{"", "fr-CA, en;q=0.5", "fr"},
		{"", "de-CH, EN-us;q=0.5", "en"},
		{"", "*", "fr"},
		{"?lang=en", "fr", "en"},
		{"?lang=fr", "en", "fr"},
		{"?lang=de", "en", "en"},
		{"?lang=%22%3E%3Cscript%3E", "en", "en"},
	}
	for _, test := range tests {
		for _, page := range []string{"", "review/index"} {
			got := p.ask(t, "GET", "/_diptych/"+page+test.query, "Accept-Language", test.accept)
			if !strings.Contains(got.body, `<html lang="`+test.want+`">`) || got.header.Get("Vary") != "Accept-Language" {
				t.Errorf("%s%s by %q is not in %s", page, test.query, test.accept, test.want)
			}
		}
	}
}

// TestReview shows a pair after an edit of one half.
func TestReview(t *testing.T) {
	p := pairs(t, nil)
	p.confirm(summerKey, "", p.seen(summerKey)[""])
	p.replace("content/visits/summer.fr.md", "Nous partons le 12 juin 2023.", "Nous partons tôt le 12 juin.")
	p.replace("content/visits/summer.en.md", "- Yes\n- Yes\n", "- Yes\n- Yes\n- A `map`\n")
	p.publish()
	body := p.get(t, "/_diptych/review/visits/summer?lang=en").body
	for _, part := range []string{
		`<h1 tabindex="-1" id="title"><span lang="fr">L’été à Accra</span><span lang="en">Summer in Accra</span></h1>`,
		`data-state="french-changed"`, `Nous partons <ins>tôt</ins> le 12 juin`,
		`title="words taken out here: 1"`, `<p class="remark">is to follow</p>`,
		`data-file="content/visits/summer.fr.md" data-line="5" data-column="1" translate="no">content/visits/summer.fr.md:5:1</button>`,
		`data-kind="heading" data-level="2"><span class="hashes" aria-hidden="true">##</span> Bagages`,
		`A <code>map</code>`, `<p class="absent">No answer in this half</p>`, `once its errors are mended`,
		`<span class="link" >le programme</span>`, `<span class="to" translate="no">https://programme.example/ete</span>`,
		`<strong>Error: </strong>the item of a list has no answer in the French half`, `<span class="rule" translate="no">block-count</span>`,
		`data-page="_diptych/review/visits/summer"`, `<code>map</code>`,
	} {
		if !strings.Contains(body, part) {
			t.Errorf("there is no %s in\n%s", part, body)
		}
	}
	if n := strings.Count(body, `class="row"`); n != 8 {
		t.Errorf("there are %d rows", n)
	}
	todo := p.get(t, "/_diptych/review/visits/summer?lang=en&show=todo").body
	if n := strings.Count(todo, `class="row"`); n != 2 {
		t.Errorf("%d rows are to be done:\n%s", n, todo)
	}
	ids := map[string]bool{}
	for _, id := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(body, -1) {
		if ids[id[1]] {
			t.Errorf("the id %s stands there twice", id[1])
		}
		ids[id[1]] = true
	}
}

// TestReviewGone confirms a page and then takes a block out of both halves, and another one out of one half.
func TestReviewGone(t *testing.T) {
	p := pairs(t, nil)
	p.confirm(summerKey, "", p.seen(summerKey)[""])
	p.replace("content/visits/summer.fr.md", "- Une valise\n", "")
	p.replace("content/visits/summer.en.md", "- One suitcase\n", "")
	p.replace("content/visits/summer.fr.md", "Nous partons le 12 juin 2023.\n", "")
	p.publish()
	body := p.get(t, "/_diptych/review/visits/summer?lang=fr").body
	for _, part := range []string{
		"Ce qui n’est plus là", "Une valise / One suitcase", "Retiré de ce volet\u202f; le début en était\u00a0: <q>Nous partons le 12 juin",
	} {
		if !strings.Contains(body, part) {
			t.Errorf("there is no %s in\n%s", part, body)
		}
	}
}

// TestReviewIsSafe has what an editor, or a stranger's text that was pasted, may hold: it is shown, and does nothing.
func TestReviewIsSafe(t *testing.T) {
	const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>`
	p := pairs(t, map[string]string{
		"content/evil.fr.md": "+++\ntitle = '''" + evil + `"'` + "'''\n+++\n\n" + evil + "\n\n`" + evil + "`\n\n```\n</code></pre>" + evil +
			"\n```\n\n![" + `"onload="x` + "](javascript:alert(3)) [ici](javascript:alert(4))\n",
		"content/evil.en.md": front("Evil") + evil + "\n",
	})
	p.inspectNow()
	for _, path := range []string{"/_diptych/?lang=en", "/_diptych/review/evil?lang=en", "/_diptych/review/evil?lang=fr&show=%22%3E" + "%3Cscript%3E"} {
		got := p.get(t, path)
		if got.status != 200 {
			t.Fatalf("%s: %d", path, got.status)
		}
		if n := strings.Count(got.body, "<script"); n != 2 {
			t.Errorf("%s has %d scripts", path, n)
		}
		for _, bad := range []string{"<img", "href=\"javascript", "<script>", `"onload`} {
			if strings.Contains(got.body, bad) {
				t.Errorf("%s has %s", path, bad)
			}
		}
		if !strings.Contains(got.body, "&lt;script&gt;alert(1)") {
			t.Errorf("%s does not show what it is about", path)
		}
		policy := got.header.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "form-action 'none'"} {
			if !strings.Contains(policy, part) || strings.Contains(policy, "unsafe") {
				t.Errorf("%s is sent with %s", path, policy)
			}
		}
	}
}

func TestReviewAddresses(t *testing.T) {
	p := pairs(t, nil)
	tests := []struct {
		method, path string
		want         int
	}{
		{"GET", "/_diptych", 302},
		{"GET", "/_diptych/", 200},
		{"HEAD", "/_diptych/", 200},
		{"POST", "/_diptych/", 405},
		{"GET", "/_diptych/review/index", 200},
		{"GET", "/_diptych/review/visits/summer", 200},
		{"POST", "/_diptych/review/index", 405},
		{"GET", "/_diptych/review/", 404},
		{"GET", "/_diptych/review/visits", 404},
		{"GET", "/_diptych/review/visits/winter", 404},
		{"GET", "/_diptych/review/../index", 400},
		{"GET", "/_diptych/review/index.fr", 404},
		{"GET", "/_diptych/desk/list.html", 404},
	}
	for _, test := range tests {
		if got := p.ask(t, test.method, test.path); got.status != test.want {
			t.Errorf("%s %s is answered with %d, want %d", test.method, test.path, got.status, test.want)
		}
	}
	if got := p.ask(t, "GET", "/_diptych/review/index", "Host", "evil.example"); got.status != http.StatusForbidden {
		t.Errorf("by another name it is answered with %d", got.status)
	}
	if got := p.ask(t, "GET", "/_diptych/review/index", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty"); got.status != http.StatusForbidden {
		t.Errorf("to a page elsewhere it is answered with %d", got.status)
	}
}

// TestReviewStays asks again by ETag: nothing has changed until something has.
func TestReviewStays(t *testing.T) {
	p := pairs(t, nil)
	p.inspectNow()
	for _, path := range []string{"/_diptych/?lang=fr", "/_diptych/review/visits/summer?lang=fr"} {
		tag := p.get(t, path).header.Get("Etag")
		p.publish()
		p.inspectNow()
		if got := p.ask(t, "GET", path, "If-None-Match", tag); got.status != 304 {
			t.Errorf("%s is answered with %d", path, got.status)
		}
		p.replace("content/visits/summer.fr.md", "Accra\"", "Accra, déjà\"")
		p.publish()
		if got := p.ask(t, "GET", path, "If-None-Match", tag); got.status != 200 {
			t.Errorf("%s is answered with %d after an edit", path, got.status)
		}
		p.replace("content/visits/summer.fr.md", ", déjà", "")
		p.publish()
	}
}
