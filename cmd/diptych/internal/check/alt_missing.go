package check

import (
	"path"
	"strings"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var altMissing = Rule{
	ID: "alt-missing", Severity: source.Error,
	Summary: "a picture has an alternative text in one half only, or the name of its file for one",
	Reason:  "Who does not see a picture hears its alternative text (WCAG 2.2, criterion 1.1.1). A picture that only adorns has none in both halves.",
	pair:    checkAlt,
}

func checkAlt(p *pair, f *finder) {
	for r := range p.pairs {
		french, english := r.french.images(), r.english.images()
		for i := range min(len(french), len(english)) {
			checkOneAlt(r.french, r.english, french[i], english[i], f)
			checkOneAlt(r.english, r.french, english[i], french[i], f)
		}
	}
	checkAltNames(p, f)
}

func checkOneAlt(b, answer *block, image, other markdown.Reference, f *finder) {
	if strings.TrimSpace(image.Text) != "" || strings.TrimSpace(other.Text) == "" {
		return
	}
	f.findAt(f.rule.Severity, where{pos: image.Pos}, where{pos: other.Pos},
		wording.Sprintf("the picture has no alternative text in %s, and in %s it has one: %q",
			b.lang.Name(), answer.lang.Name(), excerpt(other.Text)),
		wording.Sprintf("say in %s what is seen: `![…](%s)`", b.lang.Name(), image.Destination))
}

// checkAltNames finds alternative texts that are the name of a file.
func checkAltNames(p *pair, f *finder) {
	for b := range p.blocks {
		for _, image := range b.images() {
			if text := strings.TrimSpace(image.Text); text != "" && isFileName(text, image.Destination) {
				f.findAt(source.Warning, where{pos: image.Pos}, where{},
					wording.Sprintf("the alternative text is the name of a file: %q", text),
					wording.Sprintf("say what is seen, or leave it empty in both halves if the picture only adorns"))
			}
		}
	}
}

func isFileName(text, destination string) bool {
	name := path.Base(destination)
	switch strings.ToLower(path.Ext(text)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".tif", ".bmp":
		return !strings.ContainsAny(text, " ")
	}
	return text == strings.TrimSuffix(name, path.Ext(name)) && strings.ContainsAny(text, "_-0123456789")
}

// images gives the pictures of a block.
func (b *block) images() []markdown.Reference {
	var images []markdown.Reference
	for _, l := range b.Links {
		if l.Image {
			images = append(images, l)
		}
	}
	return images
}
