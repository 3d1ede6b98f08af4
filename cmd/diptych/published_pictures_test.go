package main

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // so that DecodeConfig knows them
	"image/png"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// wrongPictures tells which pictures of a page are not what the page says of them, make the text jump when they come, or are
// asked for before they are needed; and what is wrong with the picture that is shown where the page is shared.
func (o *output) wrongPictures(name string) []string {
	var findings []string
	lazy := 0
	for _, picture := range all(o.pages[name], "img", "") {
		findings = append(findings, o.wrongPicture(name, picture)...)
		if loading, _ := attributeOf(picture, "loading"); loading == "lazy" {
			lazy++
		}
	}
	most := 1 // that do not wait
	if strings.HasPrefix(name, "fr-en/") {
		most = 2 // each half has its first one
	}
	if pictures := len(all(o.pages[name], "img", "")); pictures-lazy > most || pictures > 0 && lazy == pictures {
		findings = append(findings, fmt.Sprintf("of %d pictures %d wait", pictures, lazy))
	}
	return append(findings, o.wrongCard(name)...)
}

// wrongPicture judges one picture: its versions have the widths that the page promises, and all of them its proportions.
func (o *output) wrongPicture(name string, picture *html.Node) []string {
	var findings []string
	width, height := number(picture, "width"), number(picture, "height")
	if _, has := attributeOf(picture, "alt"); !has || width == 0 || height == 0 {
		findings = append(findings, "a picture has no alt, width or height")
	}
	candidates, _ := attributeOf(picture, "srcset")
	for candidate := range strings.SplitSeq(candidates, ",") {
		parts := strings.Fields(candidate)
		if len(parts) != 2 {
			continue
		}
		is := o.sizeOf(name, parts[0])
		if parts[1] != fmt.Sprintf("%dw", is.Width) || abs(is.Width*height-is.Height*width) > max(width, height) {
			findings = append(findings, fmt.Sprintf("%s is %s wide of %d × %d, and has %d × %d pixels", parts[0], parts[1], width, height, is.Width, is.Height))
		}
	}
	return findings
}

// wrongCard judges what a page says of the picture that is shown where it is shared.
func (o *output) wrongCard(name string) []string {
	said := map[string]string{}
	for _, meta := range all(o.pages[name], "meta", "property") {
		property, _ := attributeOf(meta, "property")
		said[property], _ = attributeOf(meta, "content")
	}
	is := o.sizeOf(name, said["og:image"])
	if said["og:image"] == "" || said["og:image:width"] != strconv.Itoa(is.Width) || said["og:image:height"] != strconv.Itoa(is.Height) {
		return []string{fmt.Sprintf("shared, the page shows %q of %d × %d pixels", said["og:image"], is.Width, is.Height)}
	}
	return nil
}

// sizeOf gives the size in pixels of a picture that a page names; it is zero if there is none.
func (o *output) sizeOf(name, written string) image.Config {
	file, _, _ := o.resolve(name, written)
	opened, err := o.files.Open(file)
	if err != nil {
		return image.Config{}
	}
	defer opened.Close()
	size, _, _ := image.DecodeConfig(opened) // zero if it is none
	return size
}

func number(node *html.Node, attribute string) int {
	text, _ := attributeOf(node, attribute)
	n, _ := strconv.Atoi(text) // 0 if it is none
	return n
}

func abs(n int) int { return max(n, -n) }

// TestPublishedPictureJudge holds that the judge of pictures tells of each thing that it is there for, and of nothing else.
func TestPublishedPictureJudge(t *testing.T) {
	const card = `<meta property="og:image" content="https://example.org/b.png?v=1"><meta property="og:image:width" content="40">` +
		`<meta property="og:image:height" content="20">`
	const first, later = `<img alt="" width="80" height="40" srcset="/b.png 40w">`, `<img alt="" width="40" height="20" loading="lazy" src="/b.png">`
	for name, page := range map[string]struct{ text, want string }{
		"nothing":       {card + first + later, ""},
		"no picture":    {card, ""},
		"no card":       {first, `shared, the page shows ""`},
		"another size":  {strings.Replace(card, `"20"`, `"21"`, 1), "of 40 × 20 pixels"},
		"no width":      {card + strings.Replace(first, ` width="80"`, "", 1), "no alt, width or height"},
		"no alt":        {card + strings.Replace(first, `alt=""`, "", 1), "no alt, width or height"},
		"another width": {card + strings.Replace(first, "40w", "41w", 1), "/b.png is 41w wide"},
		"another shape": {card + strings.Replace(first, `height="40"`, `height="60"`, 1), "/b.png is 40w wide of 80 × 60"},
		"none waits":    {card + first + first, "of 2 pictures 0 wait"},
		"all wait":      {card + later, "of 1 pictures 1 wait"},
	} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
			t.Fatal(err)
		}
		files := fstest.MapFS{"fr/index.html": {Data: []byte("<!doctype html>" + page.text)}, "b.png": {Data: b.Bytes()}}
		told := strings.Join(readOutput(t, files, "https://example.org/").wrongPictures("fr/index.html"), "\n")
		if (page.want == "") != (told == "") || !strings.Contains(told, page.want) {
			t.Errorf("%s: want %q, got %q", name, page.want, told)
		}
	}
}
