package check

import (
	"net/url"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// link is what can be seen of an address without following it.
type link struct {
	whole string
	host  string // in small letters, without www.; empty within the site
	path  string // with its query, without the fragment
}

// readLink takes an address apart. It is not ok if it leads to no page or file: a mail, a place on the same page.
func readLink(address string) (link, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme == "mailto" || u.Scheme == "tel" || strings.HasPrefix(address, "#") || address == "" {
		return link{}, false
	}
	path := strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if u.Scheme == "page" || u.Scheme == "doc" {
		return link{whole: address, path: u.Scheme + ":" + u.Opaque}, true
	}
	return link{address, strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), path}, true
}

// isInside tells whether the address is within the site itself.
func (l link) isInside() bool { return l.host == "" }

// domain gives the part of the host under which somebody has registered it, as far as two languages can differ in it:
// design.canada.ca and conception.canada.ca are of one.
func (l link) domain() string {
	labels := strings.Split(l.host, ".")
	keep := 2
	if n := len(labels); n > 2 && len(labels[n-1]) == 2 && isSecondLevel(labels[n-2]) {
		keep = 3
	}
	return strings.Join(labels[max(0, len(labels)-keep):], ".")
}

// isSecondLevel tells whether a label is one under which others are registered, as in gov.uk, gouv.fr or gc.ca.
func isSecondLevel(label string) bool {
	switch label {
	case "co", "com", "org", "net", "gov", "gouv", "gc", "ac", "edu", "qc", "on":
		return true
	}
	return false
}

// markedAs gives the language that an address says it is in: /en/, -eng., lang=en, -en.html, en.example.org; "" for none, or
// both.
func (l link) markedAs() source.Lang {
	french, english := l.isMarked(source.French), l.isMarked(source.English)
	if l.isDocument() {
		named := l.documentLangs()
		french, english = french || named[0], english || named[1]
	}
	switch {
	case french && !english:
		return source.French
	case english && !french:
		return source.English
	}
	return ""
}

func (l link) isMarked(lang source.Lang) bool {
	return strings.HasPrefix(l.host, string(lang)+".") || l.hasMark(lang)
}

// hasMark tells whether a mark of a language stands in the path.
func (l link) hasMark(lang source.Lang) bool {
	path := strings.ToLower(l.path) + "/"
	return slices.ContainsFunc(marks(lang), func(mark string) bool { return strings.Contains(path, mark) })
}

// isMarkedInPath tells whether the mark of a language stands in the path: there is the same page in the other language then,
// most often, while a host such as en.wikipedia.org has pages that no other has.
func (l link) isMarkedInPath() bool { return l.hasMark(source.French) || l.hasMark(source.English) }

// marks gives what stands in an address in a language.
func marks(lang source.Lang) []string {
	if lang == source.French {
		return []string{"/fr/", "/fra/", "/fre/", "/fr-ca/", "/fr-fr/", "/francais/", "/french/", "-fra.", "_fra.", "-fre.", "-f.htm", "-fr.", "_fr.", ".fr.",
			"lang=fr", "locale=fr", "language=fr", "hl=fr"}
	}
	return []string{"/en/", "/eng/", "/en-ca/", "/en-us/", "/en-gb/", "/english/", "/anglais/", "-eng.", "_eng.", "-e.htm", "-en.", "_en.", ".en.",
		"lang=en", "locale=en", "language=en", "hl=en"}
}

// bare gives the path without what marks a language, so that the same page in both languages is the same.
func (l link) bare() string {
	path := strings.ToLower(l.path) + "/"
	for _, lang := range source.Langs() {
		for _, mark := range marks(lang) {
			path = strings.ReplaceAll(path, mark, "/")
		}
	}
	switch path {
	case "/accueil/", "/home/", "/index/", "/index.html/", "/accueil.html/", "/home.html/":
		return "/"
	}
	return path
}

// isDocument tells whether an address is that of a document, and not of a page.
func (l link) isDocument() bool {
	path, _, _ := strings.Cut(strings.ToLower(l.path), "?")
	dot := strings.LastIndexByte(path, '.')
	if dot < 0 {
		return false
	}
	switch path[dot+1:] {
	case "pdf", "doc", "docx", "odt", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "csv", "epub", "rtf", "zip":
		return true
	}
	return false
}
