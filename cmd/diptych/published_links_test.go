package main

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/host"
)

// deadLinks tells which addresses of a page, on our own origin, have no file, and which fragments no element.
func (o *output) deadLinks(name string) []string {
	var findings []string
	for _, written := range o.addresses(name) {
		file, fragment, ours := o.resolve(name, written)
		if !ours {
			continue
		}
		if info, err := fs.Stat(o.files, file); err != nil || info.IsDir() {
			findings = append(findings, fmt.Sprintf("%s leads to %s, which is no file", written, file))
		} else if page := o.pages[file]; fragment != "" && (page == nil || !hasID(page, fragment)) {
			findings = append(findings, fmt.Sprintf("%s leads to an id that %s does not have", written, file))
		}
	}
	return findings
}

// addresses gives each address that a page names.
func (o *output) addresses(name string) []string {
	var addresses []string
	for node := range o.pages[name].Descendants() {
		for _, attribute := range node.Attr {
			switch attribute.Key {
			case "href", "src", "poster", "data":
				addresses = append(addresses, attribute.Val)
			case "srcset", "imagesrcset":
				for candidate := range strings.SplitSeq(attribute.Val, ",") {
					addresses = append(addresses, strings.Fields(candidate + " ")[0])
				}
			case "content": // of a meta element: the address of a picture, or of the page itself
				if strings.HasPrefix(attribute.Val, o.origin.String()) {
					addresses = append(addresses, attribute.Val)
				} else if _, to, refreshes := strings.Cut(attribute.Val, "url="); refreshes && node.Data == "meta" {
					addresses = append(addresses, to)
				}
			}
		}
	}
	return addresses
}

func hasID(root *html.Node, id string) bool {
	return slices.ContainsFunc(all(root, "", "id"), func(node *html.Node) bool {
		value, _ := attributeOf(node, "id")
		return value == id
	})
}

// lonelyAlternates tells which alternates of a page do not name it in turn: all pages of a family name the same ones,
// themselves included.
func (o *output) lonelyAlternates(name string) []string {
	var findings []string
	family := o.alternates(name)
	for _, language := range slices.Sorted(maps.Keys(family)) {
		if other := family[language]; o.pages[other] == nil {
			findings = append(findings, fmt.Sprintf("the alternate for %s is %q, which is no page", language, other))
		} else if language != "x-default" && !maps.Equal(family, o.alternates(other)) {
			findings = append(findings, fmt.Sprintf("the alternates are %v, but those of %s are %v", family, other, o.alternates(other)))
		}
	}
	if len(family) > 0 && !slices.Contains(slices.Collect(maps.Values(family)), name) {
		findings = append(findings, fmt.Sprintf("the alternates %v do not name the page itself", family))
	}
	return findings
}

// alternates gives the files of a page's alternates by their languages. Links with a type are to feeds and calendars.
func (o *output) alternates(name string) map[string]string {
	files := map[string]string{}
	for _, link := range all(o.pages[name], "link", "hreflang") {
		language, _ := attributeOf(link, "hreflang")
		href, _ := attributeOf(link, "href")
		if _, typed := attributeOf(link, "type"); !typed {
			files[language], _, _ = o.resolve(name, href)
		}
	}
	return files
}

// brokenSwitch tells what keeps readers of a page from the other language: each page has one switch, to a page whose switch
// leads back. A page with both halves has one to each half, and one in both languages that has none leads to both homes.
func (o *output) brokenSwitch(name string) []string {
	if o.isRedirect(name) {
		return nil
	}
	switches := o.switches(name)
	switch len(switches) {
	case 0:
		return o.missingHomes(name)
	case 1:
		return o.oneWay(name, switches[0])
	case 2:
		return o.oneWay(switches[0], switches[1])
	}
	return []string{fmt.Sprintf("the page has %d switches: %v", len(switches), switches)}
}

// oneWay tells what keeps two halves from switching to each other.
func (o *output) oneWay(half, other string) []string {
	if other == half || o.pages[half] == nil || o.pages[other] == nil {
		return []string{fmt.Sprintf("a switch leads from %q to %q, which is no other page", half, other)}
	}
	there, back := o.switches(half), o.switches(other)
	if !slices.Equal(there, []string{other}) || !slices.Equal(back, []string{half}) {
		return []string{fmt.Sprintf("the switches of %s lead to %v, and those of %s to %v", half, there, other, back)}
	}
	return nil
}

// switches gives the files that the switches of a page lead to.
func (o *output) switches(name string) []string {
	var files []string
	for _, link := range all(o.pages[name], "a", "class") {
		class, _ := attributeOf(link, "class")
		if href, _ := attributeOf(link, "href"); slices.Contains(strings.Fields(class), "switch") {
			file, _, _ := o.resolve(name, href)
			files = append(files, file)
		}
	}
	return files
}

func (o *output) missingHomes(name string) []string {
	homes := map[string]bool{"fr/index.html": true, "en/index.html": true}
	for _, link := range all(o.pages[name], "a", "href") {
		href, _ := attributeOf(link, "href")
		file, _, _ := o.resolve(name, href)
		delete(homes, file)
	}
	var findings []string
	for _, home := range slices.Sorted(maps.Keys(homes)) {
		findings = append(findings, "the page has no switch, and no link to "+home)
	}
	return findings
}

// inlineCode tells what of a page the content security policy does not let run or show, and what the policy should not let
// through.
func (o *output) inlineCode(name string) []string {
	var findings []string
	for node := range o.pages[name].Descendants() {
		kind, _ := attributeOf(node, "type")
		_, external := attributeOf(node, "src")
		switch {
		case node.Type != html.ElementNode:
		case node.Data == "style":
			findings = append(findings, "the page has a <style>")
		case node.Data == "script" && !external && kind != "application/ld+json":
			findings = append(findings, "the page has a script of its own")
		}
		for _, attribute := range node.Attr {
			if attribute.Key == "style" || strings.HasPrefix(attribute.Key, "on") {
				findings = append(findings, fmt.Sprintf("<%s> has %s=%q", node.Data, attribute.Key, attribute.Val))
			}
		}
	}
	for _, header := range host.Headers(name) {
		if strings.Contains(header.Value, "unsafe-") {
			findings = append(findings, header.Name+" says "+header.Value)
		}
	}
	return findings
}
