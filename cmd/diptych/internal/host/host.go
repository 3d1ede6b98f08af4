// Package host writes what hosts read beside a finished site: which headers go with which file, where former addresses
// lead, which page stands for what is not found, and what is served in a packed form.
//
// It knows hosts, and of a site no more than the paths of its files. All files for hosts make the same promises, those of
// [Site.Sent]; each says them in the words of its host, and as exactly as that host lets them be said.
package host

import (
	"net/url"
	"path"
	"strings"
)

// Host is a host, or a program that serves a folder, for which something is written.
type Host string

// The hosts, as config.toml names them.
const (
	Netlify    Host = "netlify"    // _headers and _redirects
	Cloudflare Host = "cloudflare" // Cloudflare Pages: _headers and _redirects
	GitHub     Host = "github"     // GitHub Pages: .nojekyll and CNAME
	Nginx      Host = "nginx"      // _nginx.conf, which a server's configuration includes
	Apache     Host = "apache"     // .htaccess
)

// Hosts gives all hosts that something can be written for.
func Hosts() []Host { return []Host{Netlify, Cloudflare, GitHub, Nginx, Apache} }

// Common gives the hosts that a site is made ready for where nobody has named any: those that take a folder as it is, and
// leave alone what is not for them.
func Common() []Host { return []Host{Netlify, Cloudflare, GitHub} }

// The output paths of the files that hosts read.
const (
	HeadersFile   = "_headers"
	RedirectsFile = "_redirects"
	JekyllFile    = ".nojekyll" // it keeps GitHub from leaving out what begins with an underscore
	DomainFile    = "CNAME"
	NginxFile     = "_nginx.conf"
	ApacheFile    = ".htaccess"
)

// IsHostFile tells whether an output path is that of a file that hosts read, and that no reader is to get.
func IsHostFile(path string) bool {
	switch path {
	case HeadersFile, RedirectsFile, JekyllFile, DomainFile, NginxFile, ApacheFile:
		return true
	}
	return false
}

// Site is what hosts have to know of a finished site. Paths are output paths: slash-separated, relative to its root.
type Site struct {
	Base      string     // the path of the site's root as addresses write it, with a slash at both ends: "/" or "/accra/"
	For       []Host     // for whom something is written
	HSTS      *int       // for how many seconds browsers are to come by HTTPS only; nil if nothing is said of it
	Packed    []Packing  // in which forms files lie beside themselves
	Languages []Language // both, in the order in which readers see them
	Both      string     // the folder of pages in both languages: "fr-en"
	Files     []File     // all that is published, sorted by path
	Moves     []Move     // former addresses, in the order of Files' paths
}

// Language is one of the two languages.
type Language struct {
	Folder string // the first step of its addresses: "fr"
	Tag    string // as the pages themselves say it (BCP 47): "fr-CA"
}

// File is one file that is published.
type File struct {
	Path    string
	Lasting bool // whether its name follows from its bytes, so that browsers may keep it for ever
}

// Move is a former address of a page.
type Move struct {
	From string // the output path of the page that redirects, "fr/ancien-nom/index.html"
	To   string // the output path of the page that is meant
}

// wants tells whether something is written for a host.
func (s Site) wants(host Host) bool {
	for _, h := range s.For {
		if h == host {
			return true
		}
	}
	return false
}

// isPacked tells whether files lie beside themselves in a packed form.
func (s Site) isPacked(form Packing) bool {
	for _, p := range s.Packed {
		if p == form {
			return true
		}
	}
	return false
}

// index is the file that stands for its folder.
const index = "index.html"

// short gives the address of an output path below the site's root, in letters: without the index that hosts add.
func short(output string) string {
	if path.Base(output) == index {
		return strings.TrimSuffix(output, index)
	}
	return output
}

// address gives the address of an output path from the host's root, escaped as browsers ask for it.
func (s Site) address(output string) string {
	return s.Base + (&url.URL{Path: short(output)}).EscapedPath()
}

// root gives the path of the site's root in letters, as servers compare it.
func (s Site) root() string {
	if plain, err := url.PathUnescape(s.Base); err == nil {
		return plain
	}
	return s.Base
}

// tags gives the tags of both languages, as a header lists them.
func (s Site) tags() string {
	var tags []string
	for _, l := range s.Languages {
		tags = append(tags, l.Tag)
	}
	return strings.Join(tags, ", ")
}

// notFound gives the page for what is not found below a folder: that of a language, or the one in both.
func notFound(folder string) string { return folder + "404.html" }
