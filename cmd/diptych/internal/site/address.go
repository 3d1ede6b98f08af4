package site

import (
	"net/url"
	"path"
	"strings"

	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// indexFile is the file that a host shows for the address of a folder.
const indexFile = "index.html"

// address gives each page its output path, made of the slugs of its language from the top section down.
func (j *joiner) address() {
	slots := j.plan.places.slots
	for _, pair := range j.plan.Pairs {
		for i := range pair.pages {
			page := &pair.pages[i]
			j.checkSlug(page, page.slug())
			output := page.address()
			if _, taken := slots[output]; !taken { // the outputs tell of two pages at one address
				slots[output] = page.slot()
			}
		}
	}
}

// address gives the page's output path, which it sets first, and that of the sections above.
func (p *Page) address() string {
	switch {
	case p.Output != "":
	case p.Key == index:
		p.Output = string(p.Lang) + "/" + indexFile
	case p.Section == nil:
		p.Output = string(p.Lang) + "/" + p.slug() + "/" + indexFile
	default:
		p.Output = strings.TrimSuffix(p.Section.Page(p.Lang).address(), indexFile) + p.slug() + "/" + indexFile
	}
	return p.Output
}

// slug is the page's own part of its address: what the half says, else the name of its file or folder.
func (p *Page) slug() string {
	if p.Half != nil && p.Half.Words.Slug != "" {
		return p.Half.Words.Slug
	}
	key := strings.TrimSuffix(p.Key, "/"+index)
	return key[strings.LastIndexByte(key, '/')+1:]
}

// checkSlug refuses what can't stand in an address, or stands for something else on some system.
func (j *joiner) checkSlug(page *Page, slug string) {
	if page.Key == index {
		j.checkHomeSlug(page)
		return
	}
	if isFit(slug) {
		return
	}
	if page.Half == nil || page.Half.Words.Slug == "" {
		j.report(nameProblem(page, slug))
		return
	}
	j.report(source.Errorf("slug", page.Half.Pos("slug"), "%q can't stand in an address", slug).
		WithHint("%s", slugHint(slug)))
}

// longestSlug is the size in bytes that a slug may have: a file system takes 255, and a reader far less.
const longestSlug = 100

// HasFitSlug tells whether the page's own part of its address can stand there. What can't has been told.
func (p *Page) HasFitSlug() bool { return p.Key == index || isFit(p.slug()) }

func isFit(slug string) bool { return isSlug(slug) && len(slug) <= longestSlug }

// checkHomeSlug finds a slug that would have no effect.
func (j *joiner) checkHomeSlug(page *Page) {
	if page.Half != nil && page.Half.Words.Slug != "" {
		j.report(source.Errorf("slug", page.Half.Pos("slug"), "the home page stands at /%s/ and has no slug", page.Lang).
			WithHint("remove the slug"))
	}
}

// isSlug tells whether a text is one that locale.Slug gives: words of small letters and digits between single hyphens.
func isSlug(text string) bool {
	before := byte('-')
	for i := range len(text) {
		c := text[i]
		if c == '-' && before == '-' || c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
		before = c
	}
	return before != '-'
}

// nameProblem tells of the name of a file or folder that can't stand in an address. A half that is missing can't say a
// slug in its place.
func nameProblem(page *Page, name string) source.Problem {
	half, hint := page.Half, wording.Sprintf("%s, or rename the file or folder", slugHint(name))
	if half == nil {
		half = page.Other().Half
	}
	if page.Half == nil || page.Other().Half == nil {
		hint = wording.Sprintf("rename the file or folder with small letters, digits and hyphens")
	}
	return source.Errorf("slug", source.Pos{File: half.File}, "the name %q can't stand in an address", name).
		WithHint("%s", hint)
}

func slugHint(slug string) wording.Sentence {
	switch proposal := locale.Slug(slug); {
	case proposal == "":
		return wording.Sprintf("write a slug of small letters, digits and hyphens")
	case len(proposal) > longestSlug:
		return wording.Sprintf("write a slug of at most %d small letters, digits and hyphens", longestSlug)
	default:
		return wording.Sprintf(`write slug = "%s"`, proposal)
	}
}

// Href writes the link from one output path to another, ready for an attribute once it is escaped: below the site's
// base, without index.html; or, in a site that opens from a folder, relative and with it.
func (m *Model) Href(from, to string) string {
	if m.Config.BaseURL.IsFolder() {
		return escapePath(asset.Relative(path.Dir(from), to))
	}
	return m.Config.BaseURL.Path + escapePath(short(to))
}

// URL writes the absolute address of an output path; "" in a site that opens from a folder.
func (m *Model) URL(output string) string {
	base := m.Config.BaseURL
	if base.IsFolder() {
		return ""
	}
	return base.Origin + base.Path + escapePath(short(output))
}

// Root writes the way from an output path to the site's root, with a slash at the end unless it is empty.
func (m *Model) Root(from string) string {
	if m.Config.BaseURL.IsFolder() {
		return strings.Repeat("../", strings.Count(from, "/"))
	}
	return m.Config.BaseURL.Path
}

// short leaves out the index.html that hosts add by themselves.
func short(output string) string {
	if output == indexFile || strings.HasSuffix(output, "/"+indexFile) {
		return strings.TrimSuffix(output, indexFile)
	}
	return output
}

func escapePath(p string) string { return (&url.URL{Path: p}).EscapedPath() }
