package build

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// active counts what can act in a page: elements that run, embed, submit or redirect, attributes that do, and addresses that
// lead to something else than a page, a mail or a telephone. Two pages that differ in texts only have the same.
func active(t testing.TB, text string) map[string]int {
	t.Helper()
	document, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for node := range document.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		if acts(node) {
			found["element "+node.Data]++
		}
		for _, a := range node.Attr {
			if what := actsBy(a); what != "" {
				found[what+" of "+node.Data]++
			}
		}
	}
	return found
}

// acts tells whether an element does something by being there.
func acts(node *html.Node) bool {
	switch node.Data {
	case "input": // of a task that is done or not
		return attribute(node, "type") != "checkbox" || !hasAttribute(node, "disabled")
	case "script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "form", "button", "select", "textarea", "link",
		"style", "template", "audio", "video", "source", "track", "portal", "math", "svg", "foreignobject", "marquee", "dialog", "meta", "noscript",
		"plaintext", "xmp", "title":
		return true
	}
	return node.Namespace != "" // within svg and math everything may act
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(node *html.Node, key string) bool {
	return slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// actsBy tells what an attribute does, or "".
func actsBy(a html.Attribute) string {
	key := strings.ToLower(a.Key)
	switch {
	case strings.HasPrefix(key, "on"), key == "srcdoc", key == "style", key == "http-equiv", key == "autofocus", key == "ping", key == "is", key == "contenteditable":
		return "attribute " + key
	}
	switch key {
	case "href", "src", "action", "formaction", "poster", "data", "background", "cite", "manifest", "longdesc", "xlink:href", "from", "to", "values":
		if scheme := foreignScheme(a.Val); scheme != "" {
			return fmt.Sprintf("address %s: in %s", scheme, key)
		}
	case "srcset", "imagesrcset":
		for candidate := range strings.SplitSeq(a.Val, ",") {
			if scheme := foreignScheme(strings.TrimSpace(candidate)); scheme != "" {
				return fmt.Sprintf("address %s: in %s", scheme, key)
			}
		}
	}
	return ""
}

// foreignScheme gives the scheme of an address as browsers read it (URL Standard, 4.4: control characters and spaces in front
// count for nothing, nor do tabs and line ends within), if it is none that a page may have.
func foreignScheme(address string) string {
	address = strings.TrimLeftFunc(address, func(r rune) bool { return r <= ' ' })
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	scheme, _, found := strings.Cut(address, ":")
	scheme = strings.ToLower(scheme)
	for i, r := range scheme {
		letter := 'a' <= r && r <= 'z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", r)) {
			return "" // a relative address in which a colon stands
		}
	}
	if !found || scheme == "" || slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme) {
		return ""
	}
	return scheme
}

// more gives what a page has more of than another, sorted.
func more(page, than map[string]int) []string {
	var found []string
	for _, what := range slices.Sorted(maps.Keys(page)) {
		if page[what] > than[what] {
			found = append(found, fmt.Sprintf("%s: %d and not %d", what, page[what], than[what]))
		}
	}
	return found
}

// TestActive shows the judge what it must find, each by itself, and what it must let pass.
func TestActive(t *testing.T) {
	for _, hostile := range []string{
		"<script>x</script>", "<SCRIPT src=x></SCRIPT>", "<img src=x onerror=y>", "<p onclick=x>", "<svg/onload=x>", "<iframe srcdoc=x>", "<object data=x>",
		"<embed src=x>", "<base href=/x/>", "<meta http-equiv=refresh content='0;url=x'>", "<form action=x>", "<link rel=stylesheet href=x>",
		"<a href=javascript:x>", "<a href=' JaVaScRiPt:x'>", "<a href='java\nscript:x'>", "<a href='&#1;javascript:x'>", "<a href=java&Tab;script&colon;x>",
		"<a href=vbscript:x>", "<a href=data:text/html,x>", "<img src=data:image/svg+xml,x>", "<img srcset='a 1x, javascript:x 2x'>",
		"<button formaction=x>", "<video poster=javascript:x>", "<p style=x>", "<style>x</style>", "<math href=javascript:x>", "<a href=blob:x>",
		"<a href=file:///etc/passwd>", "<a ping=x>", "<svg><a xlink:href=javascript:x></svg>", "<title>x</title>", "<x-a is=b>", "<input autofocus>", "<input type=checkbox>", "<input type=checkbox disabled onclick=x>", "</title><script>x</script>",
	} {
		if found := more(active(t, "<body><main>"+hostile), active(t, "<body><main>été")); len(found) == 0 {
			t.Errorf("nothing is found in %s", hostile)
		}
	}
	for _, harmless := range []string{
		"<a href=https://un.org/javascript:x>", "<a href=/a:b>", "<a href=mailto:a@un.org>", "<a href=tel:+33>", "<a href='#javascript:x'>", "<a href='é:b'>",
		"&lt;script&gt;", "<p title='onclick=x'>", "<img src=/a.png alt='<script>'>", "<!-- <script> -->", "<a href=?a=javascript:x>", "<p lang=on>", "<input type=checkbox disabled checked>",
	} {
		if found := more(active(t, "<body><main>"+harmless), active(t, "<body><main>été")); len(found) > 0 {
			t.Errorf("in %s is found: %q", harmless, found)
		}
	}
}
