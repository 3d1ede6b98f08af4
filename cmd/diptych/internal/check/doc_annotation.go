package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var docAnnotation = Rule{
	ID: "doc-annotation", Severity: source.Warning,
	Summary: "the same note on the language or type of a document is written in several ways",
	Reason:  "« (PDF en anglais) », « [PDF en anglais] » and « (en anglais) » for the same kind of link look like differences that mean something. A [[document]] gets one note by itself.",
	study:   studyNotes,
	judge:   judgeNotes,
}

// linkNote is what stands in brackets behind a link and says in which language it leads.
type linkNote struct {
	lang     source.Lang // of the half
	document bool        // whether the link leads to a document
	note     string
	form     string // the note as it is compared
	at       where
}

func studyNotes(p *pair) any {
	var notes []linkNote
	for b := range p.blocks {
		for _, reference := range b.links() {
			l, ok := readLink(reference.Destination)
			if !ok || reference.Aside == "" || !namesLanguage(reference.Aside) || countWords(reference.Aside) > longestNote {
				continue
			}
			from := strings.Index(b.Text[reference.To:], reference.Aside)
			if from < 0 {
				continue
			}
			from += reference.To
			notes = append(notes, linkNote{b.lang, l.isDocument(), reference.Aside, strings.ToLower(reference.Aside),
				b.part(from, from+len(reference.Aside)).where()})
		}
	}
	return notes
}

// longestNote is how many words a note has at the most; more of them say something of their own.
const longestNote = 4

// judgeNotes tells of the notes that are not in the form which is used most for the same kind of link in the same language.
func judgeNotes(studies []*study, f *finder) {
	type group struct {
		lang     source.Lang
		document bool
	}
	groups := map[group]map[string]int{}
	written := map[string]string{} // form → how it is written first
	all := slices.Concat(kept[[]linkNote](studies, f.rule.ID)...)
	for _, n := range all {
		g := group{n.lang, n.document}
		if groups[g] == nil {
			groups[g] = map[string]int{}
		}
		groups[g][n.form]++
		if written[n.form] == "" {
			written[n.form] = n.note
		}
	}
	for _, n := range all {
		forms := groups[group{n.lang, n.document}]
		if best := mostUsed(forms); n.form != best {
			f.findAt(f.rule.Severity, n.at, where{},
				wording.Sprintf("the note is %s here, and %s elsewhere", n.note, written[best]),
				wording.Sprintf("write it in one way, or declare the document as a [[document]]"))
		}
	}
}

// mostUsed gives the form that is used most, of several the first in the order of letters.
func mostUsed(forms map[string]int) string {
	return slices.MaxFunc(slices.Sorted(maps.Keys(forms)),
		func(a, b string) int { return cmp.Compare(forms[a], forms[b]) })
}
