package media

import (
	"regexp"
	"strings"
	"testing"
)

// check sniffs a file and compares its label, "" where nothing is known.
func check(t *testing.T, name string, data []byte, want string) Type {
	t.Helper()
	got, known := Sniff(name, data)
	if got.Label != want || known != (want != "") {
		t.Errorf("%s is told to be %q, %t; want %q", name, got.Label, known, want)
	}
	return got
}

func TestByName(t *testing.T) {
	tests := []struct{ name, mime, label string }{
		{"note.pdf", "application/pdf", "PDF"},
		{"documents/Note conceptuelle (été).PDF", "application/pdf", "PDF"},
		{"annexe.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"},
		{"tableau.ods", "application/vnd.oasis.opendocument.spreadsheet", "ODS"},
		{"photo.jpg", "image/jpeg", "JPEG"},
		{"photo.JPEG", "image/jpeg", "JPEG"},
		{"page.htm", "text/html", "HTML"},
		{"discours.ogg", "audio/ogg", "OGG"},
		{"film.ogv", "video/ogg", "OGG"},
		{"réunion.fr.ics", "text/calendar", "ICS"},
		{"https://example.org/a.b/données.csv", "text/csv", "CSV"},
		{"note", "", ""},
		{"note.", "", ""},
		{"", "", ""},
		{"pdf", "", ""},
		{"v1.2/note", "", ""},
		{"note.pdf ", "", ""},
		{"note. ", "", ""},
		{"note.pdf html", "", ""},
		{"archive.tar.gz", "", ""},
	}
	for _, test := range tests {
		got, known := ByName(test.name)
		if got.MIME != test.mime || got.Label != test.label || known != (test.mime != "") {
			t.Errorf("%q is %q, %q, %t; want %q, %q", test.name, got.MIME, got.Label, known, test.mime, test.label)
		}
	}
}

// TestTypes holds the form of the table: an attribute's value and a word of text, and each ending found.
func TestTypes(t *testing.T) {
	form := regexp.MustCompile(`^(application|text|image|audio|video)/[a-z0-9.+-]+$`)
	seen := map[string]bool{}
	for _, known := range types {
		if !form.MatchString(known.MIME) || seen[known.MIME] {
			t.Errorf("%q is no type, or stands twice", known.MIME)
		}
		seen[known.MIME] = true
		for _, ending := range strings.Fields(known.endings) {
			if _, found := ByName("x." + ending); !found || !known.endsIn(ending) || !known.Suits("x."+strings.ToUpper(ending)) {
				t.Errorf("%s doesn't end in %s", known.Label, ending)
			}
		}
		if !strings.HasPrefix(known.endings, " ") || !strings.HasSuffix(known.endings, " ") || known.endsIn("") {
			t.Errorf("the endings of %s are %q", known.Label, known.endings)
		}
	}
}

func TestSuits(t *testing.T) {
	tests := []struct {
		is   Type
		name string
		want bool
	}{
		{pdf, "note.pdf", true},
		{pdf, "note.PDF", true},
		{html, "note.pdf", false},
		{odt, "note.docx", false},
		{doc, "note.docx", false},
		{zip, "note.docx", false},
		{jpeg, "photo.jpg", true},
		{png, "photo.jpg", false},
		{ogv, "film.ogg", true},
		{txt, "données.csv", false},
		{txt, "LICENCE", true},
		{zip, "carte.kmz", true}, // promises nothing that is known here
		{txt, "notes.v2", true},
	}
	for _, test := range tests {
		if got := test.is.Suits(test.name); got != test.want {
			t.Errorf("%s suits %s: %t", test.is.Label, test.name, got)
		}
	}
}

// TestDisagreement takes the mistakes that people make with names.
func TestDisagreement(t *testing.T) {
	page := []byte("<!DOCTYPE html>\n<title>Page introuvable</title>")
	if got := check(t, "note.pdf", page, "HTML"); got.Suits("note.pdf") {
		t.Error("a page of HTML suits note.pdf")
	}
	draft := archiveOf(t, stored, part{"mimetype", "application/vnd.oasis.opendocument.text"}, part{"content.xml", "<x/>"})
	if got := check(t, "note.docx", draft, "ODT"); got.Suits("note.docx") {
		t.Error("an ODT suits note.docx")
	}
	if got := check(t, "données.json", []byte("nom;âge\n"), "TXT"); got.Suits("données.json") {
		t.Error("a table suits données.json")
	}
	if got := check(t, "photo.jpg", picture(t, "png"), "PNG"); got.Suits("photo.jpg") {
		t.Error("a PNG suits photo.jpg")
	}
}

// FuzzSniff holds that any bytes and any name are told something true of, and that what is told doesn't hang on more than
// the head.
func FuzzSniff(f *testing.F) {
	for _, seed := range samples(f) {
		f.Add(seed.name, seed.data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		got, known := Sniff(name, data)
		if known != (got != Type{}) || known && (got.MIME == "" || got.Label == "") {
			t.Fatalf("got %+v, %t", got, known)
		}
		if again, _ := Sniff(name, data[:min(len(data), HeadSize)]); again != got {
			t.Fatalf("%+v of the whole, and %+v of its head", got, again)
		}
		if named, _ := ByName(name); known && named == got && !got.Suits(name) {
			t.Fatalf("%s doesn't suit %q", got.Label, name)
		}
	})
}
