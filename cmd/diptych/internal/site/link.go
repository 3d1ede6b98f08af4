package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// linker resolves the links of one page and reports those that lead nowhere.
type linker struct {
	model  *Model
	page   *Page
	view   *View
	from   string // the output path that the links stand on
	ids    string // what stands in front of each id of the page there
	shown  int    // how many pictures there are so far
	report func(source.Problem)
}

// target gives what a link comes to.
func (l *linker) target(link markdown.Link) markdown.Target {
	switch {
	case link.Document != nil:
		return l.toDocument(link)
	case link.Image:
		return l.toPicture(link)
	default:
		return markdown.Target{Address: l.resolve(link)}
	}
}

// resolve gives the address for a link's href. Where it leads nowhere the address is "#".
func (l *linker) resolve(link markdown.Link) string {
	target, fragment, hasFragment := strings.Cut(link.Destination, "#")
	suffix := ""
	if hasFragment {
		suffix = "#" + fragment
	}
	switch {
	case link.Destination == "":
		return l.lost(link, "the link has no address").to("write the address between the round brackets")
	case target == "" && hasFragment:
		l.checkFragment(link, l.page, fragment)
		if fragment != "" {
			fragment = l.ids + fragment
		}
		return "#" + fragment
	case strings.HasPrefix(target, "page:"):
		return l.toKey(link, strings.TrimPrefix(target, "page:"), fragment, suffix)
	case strings.HasSuffix(target, ".md") && !l.isAsset(target):
		return l.toKey(link, l.keyOf(target), fragment, suffix)
	case strings.HasPrefix(target, "/"):
		return l.toPath(link, target, fragment, suffix)
	default:
		if href, found := l.toWhole(target); found {
			return href
		}
		return l.lost(link, "nothing is found at %q from here", link.Destination).to("%s", l.hintFor(target))
	}
}

// keyOf gives the key that a relative path to a Markdown file stands for.
func (l *linker) keyOf(target string) string {
	key := strings.TrimSuffix(target, ".md")
	for _, lang := range source.Langs() {
		key = strings.TrimSuffix(key, "."+string(lang))
	}
	if strings.HasPrefix(key, "/") {
		return strings.TrimPrefix(path.Clean(key), "/")
	}
	return path.Join(l.page.folder(), key)
}

// toKey leads to the page of a key, in the language of the page that links.
func (l *linker) toKey(link markdown.Link, key, fragment, suffix string) string {
	key = strings.Trim(key, "/")
	pair, ok := l.model.Pair(key)
	if !ok {
		return l.missing(link, key)
	}
	return l.toPage(link, pair.Page(l.page.Lang), fragment, suffix)
}

// toPage leads to a page, and to a section of it if one is named. The notice for a missing half has no sections.
func (l *linker) toPage(link markdown.Link, page *Page, fragment, suffix string) string {
	href := l.model.Href(l.from, page.Output)
	if page.Half == nil {
		return href
	}
	l.checkFragment(link, page, fragment)
	return href + suffix
}

// missing tells that there is no page of a key, and why.
func (l *linker) missing(link markdown.Link, key string) string {
	for _, hidden := range []string{key, key + "/" + index} {
		if why := l.model.hidden[hidden]; !why.IsZero() {
			return l.lost(link, "the page %q is not part of the site: %s", key, why).
				to("take the link out until the page is published")
		}
	}
	if near := source.Nearest(key, l.model.names()); near != "" {
		return l.lost(link, "there is no page %q", key).to("did you mean page:%s?", near)
	}
	return l.lost(link, "there is no page %q", key).to("a key is the path below content/ without language and ending")
}

// isAsset tells whether a path from the site's root is that of a file below static.
func (l *linker) isAsset(target string) bool {
	_, ok := l.model.Assets.Get(strings.TrimPrefix(target, "/"))
	return ok && strings.HasPrefix(target, "/")
}

// inAddress escapes what an author may write in a query or a fragment, and no URL may have.
var inAddress = strings.NewReplacer(" ", "%20", `"`, "%22", "<", "%3C", ">", "%3E", "`", "%60", `\`, "%5C")

// toPath leads to a file below static, or to a page by its address.
func (l *linker) toPath(link markdown.Link, target, fragment, suffix string) string {
	bare, query, hasQuery := strings.Cut(target, "?")
	if hasQuery {
		suffix = "?" + query + suffix
	}
	suffix = inAddress.Replace(suffix)
	name := strings.TrimPrefix(path.Clean(bare), "/")
	if plain, err := url.PathUnescape(name); err == nil { // "%25" in an address is "%" in the name of a file
		name = plain
	}
	if a, ok := l.model.Assets.Get(name); ok {
		return l.model.Href(l.from, a.Path) + suffix
	}
	output := path.Join("/", strings.TrimSuffix("/"+name, "/"+indexFile), indexFile)[1:]
	if page, ok := l.model.PageAt(output); ok {
		return l.toPage(link, page, fragment, suffix)
	}
	if output == indexFile { // the chooser
		return l.model.Href(l.from, output) + suffix
	}
	if l.model.isGenerated(name) {
		return l.model.Href(l.from, name) + suffix
	}
	if near := l.model.Assets.Nearest(name); near != "" {
		return l.lost(link, "there is no file %q and no page at %q", "static/"+name, target).to("did you mean /%s?", near)
	}
	return l.lost(link, "there is no file %q and no page at %q", "static/"+name, target).
		to("put the file below static/, or link to a page by its key: page:…")
}

// hintFor says how to write a link that is relative to nothing the site publishes.
func (l *linker) hintFor(target string) wording.Sentence {
	switch {
	case strings.HasPrefix(target, "www."):
		return wording.Sprintf("write the whole address: https://%s", target)
	case strings.Contains(target, "@") && !strings.Contains(target, "/"):
		return wording.Sprintf("an address for mail begins with mailto: mailto:%s", target)
	}
	if _, ok := l.model.Assets.Get(target); ok {
		return wording.Sprintf("files below static/ are named from there: /%s", target)
	}
	if _, ok := l.model.Pair(target); ok {
		return wording.Sprintf("pages are named by their key: page:%s", target)
	}
	return wording.Sprintf("write page:KEY for a page, /path for a file below static/, https://… for another site")
}

// checkFragment sees to it that a page has the section that a link names. The fragment itself stays as it is: a key is
// the id in both halves, and an id is the target's own.
func (l *linker) checkFragment(link markdown.Link, page *Page, fragment string) {
	if fragment == "" || hasID(l.view.headings(page), fragment) {
		return
	}
	if l.model.isUnread(page) || l.model.isUnread(page.Other()) {
		return // of which it is told
	}
	if other := page.Other(); hasID(l.view.headings(other), fragment) {
		l.lost(link, "the section %q is in the %s half only", fragment, other.Lang.Name()).
			to("give the heading a key in both halves, {#%s}, or name the section of this half", fragment)
		return
	}
	var ids []string
	for _, heading := range l.view.headings(page) {
		ids = append(ids, heading.ID)
	}
	loss := l.lost(link, "%s has no section %q", page.Half.File, fragment)
	if near := source.Nearest(fragment, ids); near != "" {
		loss.to("did you mean #%s?", near)
		return
	}
	loss.to("name a heading's key, {#key}, or its text in small letters with hyphens")
}

func hasID(headings []markdown.Heading, id string) bool {
	return slices.ContainsFunc(headings, func(h markdown.Heading) bool { return h.ID == id })
}

// loss is a link that leads nowhere, on its way to be reported.
type loss struct {
	linker  *linker
	problem source.Problem
}

func (l *linker) lost(link markdown.Link, format wording.Phrase, args ...any) loss {
	return loss{l, source.Errorf("dead-link", link.Pos, format, args...)}
}

// to reports the loss with what to do, and gives the address that stands in the place of the lost one.
func (l loss) to(hint wording.Phrase, args ...any) string {
	l.linker.report(l.problem.WithHint(hint, args...))
	return "#"
}
