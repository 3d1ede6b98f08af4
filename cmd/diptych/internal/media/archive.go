package media

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"strings"
)

// packages are the office documents that share a way of packing (ISO/IEC 29500-2), by what the list of contents calls the
// main part, and by the folder that it is in.
var packages = [...]struct {
	Type
	content, folder string
}{
	{docx, "wordprocessingml.document.main+xml", "word/"},
	{xlsx, "spreadsheetml.sheet.main+xml", "xl/"},
	{pptx, "presentationml.presentation.main+xml", "ppt/"},
}

// sniffZIP tells what an archive is by its first files: `mimetype`, which OpenDocument and EPUB put first and uncompressed
// (OASIS ODF 1.3, part 2, 3.3; EPUB 3.3, 4.2.6.2), or the parts of an office document.
func sniffZIP(head []byte) []Type {
	files := filesOf(head)
	if len(files) == 0 || files[0].name != "mimetype" {
		return sniffPackage(files)
	}
	for _, t := range [...]Type{odt, ods, odp, epub} {
		if strings.TrimSpace(files[0].text()) == t.MIME {
			return []Type{t}
		}
	}
	return []Type{zip}
}

// sniffPackage asks the list of contents first, since a document may hold files of another kind. Where the head has only
// what all such documents have, the name chooses.
func sniffPackage(files []file) []Type {
	possible := []Type{zip}
	for _, f := range files {
		if f.name == "[Content_Types].xml" {
			text := f.text()
			for _, p := range packages {
				if strings.Contains(text, p.content) {
					return []Type{p.Type}
				}
			}
		}
		if f.name == "[Content_Types].xml" || f.name == "_rels/.rels" || strings.HasPrefix(f.name, "docProps/") {
			possible = []Type{zip, docx, xlsx, pptx}
		}
	}
	for _, f := range files {
		for _, p := range packages {
			if strings.HasPrefix(f.name, p.folder) && (strings.HasSuffix(f.name, ".xml") || strings.HasSuffix(f.name, ".rels")) {
				return []Type{p.Type}
			}
		}
	}
	return possible
}

// file is the beginning of a file in an archive, as far as the head goes.
type file struct {
	name     string
	deflated bool
	data     []byte
}

// filesOf reads the archive's local headers (APPNOTE 4.3.7) one after the other, as far as they are in the head. It counts
// its way and doesn't search, because an archive may hold another archive with headers of its own.
func filesOf(head []byte) []file {
	const fixed = 30
	var files []file
	for rest := head; len(rest) >= fixed && begins(rest, "PK\x03\x04"); {
		nameEnd := fixed + int(binary.LittleEndian.Uint16(rest[26:]))
		if nameEnd > len(rest) {
			break
		}
		data := at(rest, nameEnd+int(binary.LittleEndian.Uint16(rest[28:])))
		f := file{name: string(rest[fixed:nameEnd]), deflated: binary.LittleEndian.Uint16(rest[8:]) == 8}
		size := int(min(uint32(len(data)), binary.LittleEndian.Uint32(rest[18:])))
		if rest[6]&8 != 0 { // the size was not known yet, and follows the data
			f.data, rest = f.measure(data)
		} else {
			f.data, rest = data[:size], data[size:]
		}
		files = append(files, f)
	}
	return files
}

// measure divides what follows a header without a size into the file's data and what comes from the next header on, if
// that can be found.
func (f file) measure(rest []byte) (data, next []byte) {
	const descriptor = "PK\x07\x08" // APPNOTE 4.3.9
	if !f.deflated {
		data, _, _ = bytes.Cut(rest, []byte(descriptor)) // good for a `mimetype`, and not for finding more
		return data, nil
	}
	from := bytes.NewReader(rest) // read byte by byte, so that what is left begins where the data end
	if _, err := io.Copy(io.Discard, inflated(from)); err != nil {
		return rest, nil
	}
	data, next = rest[:len(rest)-from.Len()], rest[len(rest)-from.Len():]
	const most = 24 // bytes of a descriptor
	if header := bytes.Index(next[:min(len(next), most+4)], []byte("PK\x03\x04")); header >= 0 {
		return data, next[header:]
	}
	return data, nil
}

// text gives the beginning of a file's text, what can be had of it.
func (f file) text() string {
	if !f.deflated {
		return string(f.data)
	}
	text, _ := io.ReadAll(inflated(bytes.NewReader(f.data))) // an error is that the head ends
	return string(text)
}

// inflated reads compressed data, not more than any list of contents has: a head can be made that inflates to 8 MiB.
func inflated(from *bytes.Reader) io.Reader { return io.LimitReader(flate.NewReader(from), 1<<20) }
