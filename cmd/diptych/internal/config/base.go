package config

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// Base is the address below which the site is published. The zero Base stands for a site that opens from a folder.
type Base struct {
	Origin string // scheme and host, without a slash at the end: "https://example.org"; "" for a folder
	Path   string // the path of the site's root, with a slash at both ends: "/" or "/conference/"
}

// ParseBase reads an address such as "https://example.org/conference". It is not ok if the text is none.
func ParseBase(text string) (base Base, ok bool) {
	if text == "" {
		return Base{}, true
	}
	u, err := url.Parse(text)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Hostname() == "" ||
		strings.ContainsFunc(u.Host, outsideHost) {
		return Base{}, false
	}
	if u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.Contains(u.Path, "//") {
		return Base{}, false
	}
	if steps := strings.Split(u.Path, "/"); slices.Contains(steps, "..") || slices.Contains(steps, ".") {
		return Base{}, false // every browser would resolve them, however they are escaped
	}
	path := strings.Trim(u.EscapedPath(), "/")
	if path != "" {
		path += "/"
	}
	return Base{Origin: u.Scheme + "://" + strings.ToLower(u.Host), Path: "/" + path}, true
}

// outsideHost finds what can stand in no name of a host, with its port, and that [net/url] lets pass.
func outsideHost(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-._:[]", r)
}

// IsFolder tells whether the site opens from a folder and has no address.
func (b Base) IsFolder() bool { return b.Origin == "" }
