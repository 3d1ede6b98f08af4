package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/source"
)

// TestReadPage holds what is taken in of a page: addresses with the language around them, ids, headings, and pictures without
// alternative text.
func TestReadPage(t *testing.T) {
	root, err := html.ParseWithOptions(strings.NewReader(`<!doctype html>
<html lang="fr"><head><link rel="Alternate" hreflang="en" href="/en/"><link rel="alternate" hreflang="en" type="application/atom+xml" href="/en/feed.xml">
<noscript><link href="/sans.css"></noscript></head>
<body id="a"><h2 id="b">É</h2><a name="c" href=" /x ">x</a><a name="d" id="d">y</a>
<section lang="en"><a href="/y">y</a><p lang="fr-CA"><a href="/z">z</a></p></section>
<img src="/a.png" srcset="/b.png 1x, /c.png 2x"><img alt="" srcset="data:image/gif;base64,AA 1x">
<template><h3 id="t"><a href="/t"></a></h3></template>
<svg><use href="#s"/><a xlink:href="/svg"></a></svg>
<form action="/f"></form><video poster="/p.jpg" data="/no"></video><object data="/o"></object>
</body></html>`), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	o := &outputs{addresses: newAddresses(assemble(source.NewTree(sampleTexts(t, nil)), bases[0]))}
	p := &outputPage{outputs: o, path: "fr/index.html"}
	p.read(root, "")
	var got []string
	for _, l := range p.links {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s", l.node.Data, l.address, l.lang)))
	}
	want := []string{
		"link /en/", "link /en/feed.xml", "link /sans.css", "a /x", "a /y en", "a /z fr-CA", "img /a.png", "img /b.png", "img /c.png",
		"use #s", "a /svg", "form /f", "video /p.jpg", "object /o",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("addresses (-want +got):\n%s", diff)
	}
	if len(p.alternates) != 1 || p.tag != "fr" || strings.Join(p.ids, " ") != "a b c d" || strings.Join(p.bare, " ") != "/a.png" ||
		len(p.headings) != 1 || p.headings[0].level != 2 || p.headings[0].id != "b" {
		t.Errorf("%d alternates, tag %q, ids %q, pictures %q, headings %v", len(p.alternates), p.tag, p.ids, p.bare, p.headings)
	}
}
