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
	Summary: "a picture has no alternative text, or the name of its file for one",
	Reason:  "Who does not see a picture hears its alternative text (WCAG 2.2, criterion 1.1.1). A picture that only adorns has none, and says so in both halves: `![](…){decorative}`.",
	pair:    checkAlt,
}

func checkAlt(p *pair, f *finder) {
	told := map[source.Pos]bool{}
	for r := range p.pairs {
		french, english := r.french.images(), r.english.images()
		for i := range min(len(french), len(english)) {
			checkOneAlt(r.french, r.english, french[i], english[i], f, told)
			checkOneAlt(r.english, r.french, english[i], french[i], f, told)
		}
	}
	for b := range p.blocks {
		for _, image := range b.images() {
			checkOwnAlt(image, f, told)
		}
		checkBareLinks(b, f)
	}
}

// checkBareLinks finds links whose one picture only adorns, so that who does not see it hears of no link.
func checkBareLinks(b *block, f *finder) {
	for i, l := range b.Links {
		if l.Image || strings.TrimSpace(l.Text) != "" || i+1 == len(b.Links) {
			continue
		}
		if inner := b.Links[i+1]; inner.Image && inner.Decorative && inner.From == l.From && !hasAlt(inner) {
			f.findAt(f.rule.Severity, where{pos: inner.Pos}, where{},
				wording.Sprintf("the picture is all that a link has, and says nothing"),
				wording.Sprintf("say where the link leads: `![…](%s)`", inner.Destination))
		}
	}
}

// checkOneAlt finds a picture without a text that has one in the other half.
func checkOneAlt(b, answer *block, image, other markdown.Reference, f *finder, told map[source.Pos]bool) {
	if hasAlt(image) || !hasAlt(other) {
		return
	}
	told[image.Pos] = true
	f.findAt(f.rule.Severity, where{pos: image.Pos}, where{pos: other.Pos},
		wording.Sprintf("the picture has no alternative text in %s, and in %s it has one: %q",
			b.lang.Name(), answer.lang.Name(), excerpt(other.Text)),
		wording.Sprintf("say in %s what is seen: `![…](%s)`", b.lang.Name(), image.Destination))
}

// checkOwnAlt looks at a picture by itself.
func checkOwnAlt(image markdown.Reference, f *finder, told map[source.Pos]bool) {
	text := strings.TrimSpace(image.Text)
	switch {
	case told[image.Pos]:
	case text == "" && !image.Decorative:
		f.findAt(f.rule.Severity, where{pos: image.Pos}, where{},
			wording.Sprintf("the picture has no alternative text"),
			wording.Sprintf("say what is seen, `![…](%s)`, or that it only adorns: `![](%s){decorative}`", image.Destination, image.Destination))
	case text != "" && image.Decorative:
		f.findAt(source.Warning, where{pos: image.Pos}, where{},
			wording.Sprintf("the picture only adorns, and has an alternative text all the same: %q", excerpt(text)),
			wording.Sprintf("take the text out, or the mark {decorative}"))
	case text != "" && isFileName(text, image.Destination):
		f.findAt(source.Warning, where{pos: image.Pos}, where{},
			wording.Sprintf("the alternative text is the name of a file: %q", text),
			wording.Sprintf("say what is seen, or that the picture only adorns: `![](%s){decorative}`", image.Destination))
	}
}

func hasAlt(image markdown.Reference) bool { return strings.TrimSpace(image.Text) != "" }

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
