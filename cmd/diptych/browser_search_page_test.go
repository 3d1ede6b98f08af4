package main

import (
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

// searchBase stands around the layout of the search page, as layouts/base.html does.
const searchBase = `<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'self'; form-action 'self'; object-src 'none'">
<title>Diptych</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/css/site.css">
<script src="/js/site.js" defer></script>
</head>
<body class="page">
<header class="site"><div class="bar"><a class="switch" href="/other/search/" hreflang="en">English</a></div></header>
<main id="main">{{template "main" .}}</main>
</body>
</html>
{{define "partials/breadcrumbs"}}{{end}}`

// searchPage gives the page that layouts/search.html makes of what it asks for.
func searchPage(t *testing.T) *template.Template {
	t.Helper()
	layout, err := os.ReadFile("../../layouts/search.html")
	if err != nil {
		t.Fatal(err)
	}
	page := template.New("").Funcs(template.FuncMap{
		"T":     func(id string) string { return id },
		"asset": func(name string) map[string]string { return map[string]string{"URL": "/" + name} },
	})
	if page, err = page.Parse(searchBase + string(layout)); err != nil {
		t.Fatal(err)
	}
	return page
}

// searchHost serves the search page of the corpus in a language below /site/LANG/, as a site below a path does, and an index.
type searchHost struct {
	t      *testing.T
	lang   string
	index  []byte
	gate   func() // what an answer with the index waits for
	status int    // of that answer
}

// openSearch opens the search page of a language, with the index that the tests of the package search hold.
func openSearch(t *testing.T, s *searchStage, lang string, change func(*searchHost)) *window {
	t.Helper()
	index, err := os.ReadFile("internal/search/testdata/index." + lang + ".json")
	if err != nil {
		t.Fatal(err)
	}
	h := &searchHost{t: t, lang: lang, index: index, gate: func() {}, status: http.StatusOK}
	if change != nil {
		change(h)
	}
	server := httptest.NewServer(h.routes())
	t.Cleanup(server.Close)
	w := openBlank(t, s.browser, server.URL+"/")
	w.bearLoss(h.status != http.StatusOK)
	w.visit(h.page())
	w.until("the field is there", `!document.querySelector('.finder').hidden && typeof findPages === 'undefined'`)
	w.run(`_query.focus()`)
	w.until("its scripts are there", `typeof findPages === 'function' && typeof announce === 'function'`)
	return w
}

// page is the path of the search page.
func (h *searchHost) page() string { return "site/" + h.lang + "/search/" }

func (h *searchHost) routes() http.Handler {
	page, static := searchPage(h.t), http.FileServer(http.Dir("../../static"))
	routes := http.NewServeMux()
	routes.Handle("/css/", static)
	routes.Handle("/js/", static)
	routes.Handle("/fonts/", static)
	routes.Handle("/favicon.svg", static)
	routes.HandleFunc("/site/"+h.lang+"/search.json", func(w http.ResponseWriter, _ *http.Request) {
		h.gate()
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(h.status)
		w.Write(h.index) // a browser that went away needs no answer
	})
	routes.HandleFunc("/"+h.page(), func(w http.ResponseWriter, _ *http.Request) {
		if err := page.Execute(w, h.view()); err != nil {
			h.t.Error(err)
		}
	})
	routes.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("<!doctype html><title>" + template.HTMLEscapeString(r.URL.Path) + `</title><link rel="icon" href="/favicon.svg">`))
	})
	return routes
}

type searchRow struct {
	Title, Href, Tag, Description string
	Parts                         []searchRow
}

// view gives what the layout asks for; its list has what the index says in clear.
func (h *searchHost) view() any {
	var index struct{ Pages [][]string }
	if err := json.NewDecoder(bytes.NewReader(h.index)).Decode(&index); err != nil {
		h.t.Error(err)
	}
	var rows []searchRow
	for _, page := range index.Pages {
		row := searchRow{Title: page[0], Href: "../" + page[1], Description: page[2]}
		for parts := page[3:]; len(parts) > 0; parts = parts[2:] {
			row.Parts = append(row.Parts, searchRow{Title: parts[1], Href: row.Href + "#" + parts[0]})
		}
		rows = append(rows, row)
	}
	type count struct{ Category, Text string }
	counts := []count{{"one", "{count} one"}, {"many", "{count} many"}, {"other", "{count} other"}}
	return map[string]any{"Lang": h.lang, "Title": "search.title",
		"Search": map[string]any{"Index": "../search.json", "Counts": counts, "Pages": rows}}
}

// readSearchLines gives the lines of a file of the package search that say something.
func readSearchLines(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile("internal/search/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}
