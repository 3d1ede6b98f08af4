package check

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/build"
)

// reach is what becomes of an address within a site.
type reach uint8

const (
	toElsewhere reach = iota // another site, a mail, or what is in the address itself
	toOutput                 // an output of the site
	toNothing                // below the site's root, where there is nothing
	toBeside                 // beside the site's root, where the same path below the root would be an output
	toOutside                // out of the folder from which the site opens
)

// target is what an address leads to.
type target struct {
	reach    reach
	output   string // the path of the output, if there is one
	fragment string
}

// addresses reads addresses as a browser does that shows the site.
type addresses struct {
	root   *url.URL // of the site's root
	paths  []string // of the outputs, sorted
	assets *asset.Set
}

// folderRoot stands for the folder of a site that opens from one, wherever that may be. No address has it.
const folderRoot = "/\x00/"

func newAddresses(s *build.Site) addresses {
	base := s.Model().Config.BaseURL
	root := &url.URL{Scheme: "file", Path: folderRoot}
	if published, err := url.Parse(base.Origin + base.Path); err == nil && !base.IsFolder() {
		root = published
	}
	return addresses{root, s.Paths(), s.Model().Assets}
}

func (a *addresses) isFolder() bool { return a.root.Scheme == "file" }

// resolve gives what an address on a page leads to. base is what the page says that its addresses are relative to, or "".
func (a *addresses) resolve(from, base, address string) target {
	u, err := url.Parse(address)
	if err != nil {
		return target{reach: toNothing}
	}
	if u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "file" {
		return target{}
	}
	if u.Host != "" && u.Host != a.root.Host {
		return target{}
	}
	at := a.of(from)
	if base != "" {
		if relative, err := url.Parse(base); err == nil {
			at = at.ResolveReference(relative)
		}
	}
	if u = at.ResolveReference(u); u.Host != a.root.Host {
		return target{}
	}
	return a.within(u)
}

// of gives the address of an output as the browser has it.
func (a *addresses) of(output string) *url.URL {
	u := *a.root
	u.Path += output
	if !a.isFolder() {
		u.Path = strings.TrimSuffix(u.Path, "index.html")
	}
	return &u
}

// within gives what an address on the site's host leads to.
func (a *addresses) within(u *url.URL) target {
	below, inside := strings.CutPrefix(u.Path, a.root.Path)
	if !inside && u.Path+"/" == a.root.Path {
		below, inside = "", true
	}
	switch {
	case !inside && a.isFolder():
		return target{reach: toOutside}
	case !inside:
		return target{reach: a.beside(strings.TrimPrefix(u.Path, "/"))}
	}
	if output, ok := a.output(below); ok {
		return target{toOutput, output, u.Fragment}
	}
	return target{reach: toNothing}
}

// beside gives what a path is that stands beside the site's root: the site's own without the root, or another site's.
func (a *addresses) beside(path string) reach {
	_, isOutput := a.output(path)
	if _, isAsset := a.assets.Get(path); isOutput || isAsset {
		return toBeside
	}
	return toElsewhere
}

// output gives the output that a host shows at a path below the root. A host adds index.html, and the slash before it;
// a folder does not.
func (a *addresses) output(below string) (string, bool) {
	candidates := []string{below}
	if !a.isFolder() {
		candidates = []string{below, path.Join(below, "index.html")}
	}
	for _, candidate := range candidates {
		if i, found := slices.BinarySearch(a.paths, candidate); found {
			return a.paths[i], true
		}
	}
	return "", false
}
