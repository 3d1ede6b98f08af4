package media

import (
	archive "archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"math/rand/v2"
	"strings"
	"testing"
)

// part is a file of an archive.
type part struct{ name, text string }

// The ways of writing an archive: with the size before a file's data or after them, as they are or compressed.
const (
	stored = 1 << iota
	sizeAfter
)

// archiveOf makes an archive. As OpenDocument asks, a part named mimetype is stored in any way.
func archiveOf(t testing.TB, way int, parts ...part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := archive.NewWriter(&out)
	for _, p := range parts {
		method := archive.Deflate
		if way&stored != 0 || p.name == "mimetype" {
			method = archive.Store
		}
		if err := write(w, p, method, way&sizeAfter != 0); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func write(w *archive.Writer, p part, method uint16, sizeAfter bool) error {
	header := &archive.FileHeader{Name: p.name, Method: method}
	if sizeAfter {
		into, err := w.CreateHeader(header)
		if err == nil {
			_, err = into.Write([]byte(p.text))
		}
		return err
	}
	data := []byte(p.text)
	if method == archive.Deflate {
		data = deflate(p.text)
	}
	header.CRC32 = crc32.ChecksumIEEE([]byte(p.text))
	header.CompressedSize64, header.UncompressedSize64 = uint64(len(data)), uint64(len(p.text))
	into, err := w.CreateRaw(header)
	if err == nil {
		_, err = into.Write(data)
	}
	return err
}

func deflate(text string) []byte {
	var out bytes.Buffer
	w, _ := flate.NewWriter(&out, flate.BestCompression)
	w.Write([]byte(text))
	w.Close()
	return out.Bytes()
}

// contents is the list of contents of an office document.
func contents(mainType string) part {
	return part{"[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>` +
		`<Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.` + mainType + `"/></Types>`}
}

var (
	rels     = part{"_rels/.rels", "<Relationships/>"}
	mainPart = map[string]string{
		"DOCX": "wordprocessingml.document.main+xml", "XLSX": "spreadsheetml.sheet.main+xml",
		"PPTX": "presentationml.presentation.main+xml",
	}
	mainFile = map[string]string{"DOCX": "word/document.xml", "XLSX": "xl/workbook.xml", "PPTX": "ppt/presentation.xml"}
)

func TestOfficeDocuments(t *testing.T) {
	for label, mainType := range mainPart {
		main := part{mainFile[label], "<x>L’été à Accra</x>"}
		for way := range stored | sizeAfter + 1 {
			check(t, "note", archiveOf(t, way, contents(mainType), rels, main), label)
			check(t, "note.odt", archiveOf(t, way&^stored, rels, part{"docProps/app.xml", "<x/>"}, main, contents(mainType)), label)
			check(t, "note.docx", archiveOf(t, way, contents(mainType), part{"word/embeddings/a.xml", "<x/>"}), label)
			check(t, "note", archiveOf(t, way, main), label)
		}
	}
}

// TestThumbnailFirst takes documents whose main part lies beyond the head.
func TestThumbnailFirst(t *testing.T) {
	thumbnail := part{"docProps/thumbnail.jpeg", noise(20_000)}
	for way := range stored | sizeAfter + 1 {
		data := archiveOf(t, way, rels, thumbnail, part{"ppt/presentation.xml", "<x/>"})
		check(t, "exposé.pptx", data, "PPTX")
		check(t, "exposé.xlsx", data, "XLSX")
		check(t, "exposé.pdf", data, "ZIP")
		data = archiveOf(t, way, contents(mainPart["PPTX"]), thumbnail, part{"ppt/presentation.xml", "<x/>"})
		check(t, "exposé.xlsx", data, "PPTX")
	}
}

func TestOpenDocumentAndEPUB(t *testing.T) {
	for _, known := range []Type{odt, ods, odp, epub} {
		for way := range stored | sizeAfter + 1 {
			data := archiveOf(t, way, part{"mimetype", known.MIME}, part{"META-INF/manifest.xml", "<x/>"}, part{"word/document.xml", "<x/>"})
			check(t, "note.docx", data, known.Label)
		}
	}
	for _, other := range []string{"application/vnd.oasis.opendocument.text-template", "application/vnd.oasis.opendocument.graphics", ""} {
		check(t, "note.odt", archiveOf(t, stored, part{"mimetype", other}), "ZIP")
	}
	late := archiveOf(t, stored, part{"content.xml", "<x/>"}, part{"mimetype", odt.MIME})
	check(t, "note.odt", late, "ZIP")
}

// TestArchiveInArchive holds that what lies inside another archive isn't taken for the outer one's.
func TestArchiveInArchive(t *testing.T) {
	inner := string(archiveOf(t, 0, contents(mainPart["DOCX"]), rels, part{"word/document.xml", noise(300)}))
	for way := range stored | sizeAfter + 1 {
		data := archiveOf(t, way, part{"lisez-moi.txt", "Les documents de Dacca"}, part{"note.docx", inner}, part{"b.txt", "b"})
		check(t, "documents.zip", data, "ZIP")
		check(t, "documents.zip", archiveOf(t, way, part{"note.docx", inner}), "ZIP")
	}
	check(t, "documents.zip", archiveOf(t, 0), "ZIP")
	check(t, "documents.docx", archiveOf(t, 0, part{"a.txt", "a"}), "ZIP")
}

// TestCutArchive cuts an archive anywhere.
func TestCutArchive(t *testing.T) {
	for way := range stored | sizeAfter + 1 {
		data := archiveOf(t, way, contents(mainPart["DOCX"]), rels, part{"word/document.xml", noise(300)})
		for end := 4; end < len(data); end++ {
			if got, known := Sniff("note.docx", data[:end]); !known || got != docx && got != zip {
				t.Fatalf("cut after %d bytes it is %+v", end, got)
			}
		}
	}
}

// TestBomb takes a head that inflates to far more than it is read for.
func TestBomb(t *testing.T) {
	for way := range 3 {
		check(t, "bombe.zip", archiveOf(t, way, part{"[Content_Types].xml", strings.Repeat(" ", 8<<20)}), "ZIP")
	}
}

// noise gives bytes that don't compress, the same each time.
func noise(length int) string {
	random := rand.New(rand.NewPCG(2023, 12))
	data := make([]byte, length)
	for i := range data {
		data[i] = byte(random.Uint32())
	}
	return string(data)
}
