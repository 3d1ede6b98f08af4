package config

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Hosting is what config.toml says of those who serve the site.
type Hosting struct {
	For      []host.Host    // for whom something is written
	Domain   string         // the site's own domain on GitHub Pages; may be empty
	HSTS     *int           // for how many seconds browsers are to come by HTTPS only; nil if nothing is to be said of it
	Compress []host.Packing // in which forms files lie beside themselves
	Pos      source.Pos     // where that is said, or config.toml
}

// wantsFor tells whether something is to be written for a host.
func (h Hosting) wantsFor(name host.Host) bool { return slices.Contains(h.For, name) }

// hosting reads [hosting]; without it the site is made ready for the hosts that most use.
func (l *loader) hosting(r *decode.Reader) Hosting {
	inner, found := r.Table("hosting")
	h := Hosting{Pos: source.Pos{File: source.ConfigFile}}
	if found {
		h.Pos = inner.Pos("")
	}
	h.For = chosen(l, inner, "for", host.Hosts(), "%q is not a host that is known here")
	if !inner.Has("for") {
		h.For = host.Common()
	}
	h.Domain = l.domain(inner, h)
	h.HSTS = l.seconds(inner)
	h.Compress = chosen(l, inner, "compress", host.Packings(), "%q is not a form in which files are compressed")
	inner.Rest("[hosting]")
	return h
}

// chosen reads a list of texts of which each is one of some names. A name that stands twice counts once.
func chosen[T ~string](l *loader, r *decode.Reader, key string, all []T, wrong wording.Phrase) []T {
	var names []string
	for _, one := range all {
		names = append(names, string(one))
	}
	var list []T
	for _, text := range r.Texts(key) {
		switch {
		case slices.Contains(list, T(text)):
		case slices.Contains(names, text):
			list = append(list, T(text))
		default:
			l.report(unknownName(r.PosOf(key, text), text, names, wrong))
		}
	}
	return list
}

func unknownName(pos source.Pos, text string, names []string, wrong wording.Phrase) source.Problem {
	problem := source.Errorf("hosting", pos, wrong, text)
	if near := source.Nearest(text, names); near != "" {
		return problem.WithHint("did you mean %q?", near)
	}
	return problem.WithHint("write one of %s", strings.Join(names, ", "))
}

// domainName is the name of a domain as DNS has it (RFC 1123, 2.1): labels of ASCII letters, digits and hyphens.
var domainName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$`)
})

// longestDomain is how many characters the name of a domain may have (RFC 1035, 2.3.4).
const longestDomain = 253

// domain reads the site's own domain on GitHub Pages.
func (l *loader) domain(r *decode.Reader, h Hosting) string {
	domain := r.Text("domain")
	switch {
	case domain == "":
		return ""
	case len(domain) > longestDomain || !domainName().MatchString(domain):
		l.report(source.Errorf("hosting", r.Pos("domain"), "%q is not the name of a domain", domain).
			WithHint(`write the host alone, without https:// and without a path: domain = "conference.example.org"`))
		return ""
	case !h.wantsFor(host.GitHub):
		l.report(source.Errorf("hosting", r.Pos("domain"), "`domain` is for GitHub, which is not among the hosts").
			WithHint(`add "github" to for, or take domain out`))
		return ""
	}
	l.checkDomain(r, domain)
	return strings.ToLower(domain)
}

// checkDomain tells of a site whose own domain is not where its address says it is: on GitHub Pages, which serves it at the root of
// that domain, each of its links would lead nowhere.
func (l *loader) checkDomain(r *decode.Reader, domain string) {
	stated, err := url.Parse(l.stated)
	if err != nil || stated.Hostname() == "" || strings.EqualFold(stated.Hostname(), domain) && strings.Trim(stated.Path, "/") == "" {
		return
	}
	l.report(source.Warnf("hosting", r.Pos("domain"), "`domain` is %q, and the site's address %q", domain, l.stated).
		WithHint(`a site with a domain of its own stands at its root: baseURL = "https://%s/"`, domain))
}

// seconds reads for how long browsers are to come by HTTPS only (RFC 6797, 6.1.1). 0 has them forget it.
func (l *loader) seconds(r *decode.Reader) *int {
	before := len(l.problems)
	seconds := r.Int("hsts")
	switch {
	case !r.Has("hsts") || len(l.problems) > before:
		return nil
	case seconds < 0:
		l.report(source.Errorf("hosting", r.Pos("hsts"), "`hsts` can't be less than 0").
			WithHint("write seconds: hsts = 31536000 is a year"))
		return nil
	}
	return &seconds
}
