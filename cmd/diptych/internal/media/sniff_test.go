package media

import (
	"bytes"
	"encoding/binary"
	"image"
	gifs "image/gif"
	jpegs "image/jpeg"
	pngs "image/png"
	"testing"
)

// sample is a file as people have them.
type sample struct {
	name string
	data []byte
	want string // a label, or "" where nothing is known
}

// picture makes a picture in a format of the standard library.
func picture(t testing.TB, format string) []byte {
	t.Helper()
	var out bytes.Buffer
	canvas := image.NewGray(image.Rect(0, 0, 3, 2))
	var err error
	switch format {
	case "png":
		err = pngs.Encode(&out, canvas)
	case "jpeg":
		err = jpegs.Encode(&out, canvas, nil)
	case "gif":
		err = gifs.Encode(&out, canvas, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// compound makes the beginning of a compound file, with its folder in a sector of its own.
func compound(sector uint32, names ...string) []byte {
	data := make([]byte, 512*(int(sector)+2))
	copy(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	binary.LittleEndian.PutUint16(data[30:], 9)
	binary.LittleEndian.PutUint32(data[48:], sector)
	for i, name := range names {
		copy(data[512*(int(sector)+1)+128*i:], utf16Name(name))
	}
	return data
}

func samples(t testing.TB) []sample {
	return append(texts(), []sample{
		{"note.pdf", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "PDF"},
		{"note", []byte("\ufeff\r\n%PDF-1.4\n"), "PDF"},
		{"note.pdf", []byte("Le format %PDF-1.4 est ancien\n"), "TXT"},
		{"x", picture(t, "png"), "PNG"},
		{"x.png", picture(t, "jpeg"), "JPEG"},
		{"x.txt", picture(t, "gif"), "GIF"},
		{"x", []byte("RIFF\x24\x00\x00\x00WEBPVP8 "), "WebP"},
		{"x.webp", []byte("RIFF\x24\x00\x00\x00WAVEfmt "), ""},
		{"x.webp", []byte("Le mot: WEBP"), "TXT"},
		{"a.mp3", []byte("ID3\x04\x00\x00\x00\x00\x00\x00"), "MP3"},
		{"a", []byte("\xff\xfb\x90\x64\x00\x00"), "MP3"},
		{"a.csv", []byte("ID3,nom,âge\n"), "CSV"},
		{"a.aac", []byte("\xff\xf1\x50\x80\x00\x1f"), ""},
		{"a.mp3", []byte("\xff\xfb\xf0\x64\x00\x00"), ""},
		{"v", []byte("\x00\x00\x00\x20ftypisom\x00\x00\x02\x00"), "MP4"},
		{"v.m4a", []byte("\x00\x00\x00\x20ftypmp42\x00\x00\x00\x00"), "M4A"},
		{"v.mp4", []byte("\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00"), "M4A"},
		{"v", []byte("\x00\x00\x00\x20ftypavif\x00\x00\x00\x00"), "AVIF"},
		{"v.mp4", []byte("\x00\x00\x00\x14ftypqt  \x00\x00\x02\x00"), ""},
		{"v.jpg", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), ""},
		{"v", []byte("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87"), "WebM"},
		{"v.webm", []byte("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska"), ""},
		{"a.ogg", []byte("OggS\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x01\x1e\x01vorbis"), "OGG"},
		{"v.ogv", []byte("OggS\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x01\x2a\x80theora"), "OGG"},
		{"n", compound(0, "Root Entry", "1Table", "WordDocument"), "DOC"},
		{"n.doc", compound(3, "Root Entry", "Workbook"), "XLS"},
		{"n.doc", compound(1, "Root Entry", "Book"), "XLS"},
		{"n.doc", compound(2, "Root Entry", "Current User", "PowerPoint Document"), "PPT"},
		{"n.xls", compound(2, "Root Entry", "Workbooks"), "XLS"},
		{"n.ppt", compound(9000)[:512], "PPT"},
		{"n.pdf", compound(9000)[:512], ""},
		{"n.doc", compound(9000)[:20], "DOC"},
		{"n", nil, ""},
		{"n.txt", []byte{}, ""},
		{"n.txt", []byte("\x7fELF\x02\x01\x01\x00"), ""},
		{"n.bin", []byte("\x00\x01\x02"), ""},
	}...)
}

func TestSniff(t *testing.T) {
	for _, s := range samples(t) {
		check(t, s.name, s.data, s.want)
	}
	film, _ := Sniff("v.ogg", []byte("OggS\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x01\x2a\x80theora"))
	if film.MIME != "video/ogg" {
		t.Errorf("a film in an .ogg is %s", film.MIME)
	}
}

// TestHeadSize holds that nothing beyond the head is looked at.
func TestHeadSize(t *testing.T) {
	text := bytes.Repeat([]byte("été "), HeadSize/5+1)[:HeadSize] // ends within a letter, or doesn't
	check(t, "n.txt", append(text, 0, 1, 2), "TXT")
	check(t, "n.txt", append(text[:HeadSize-1], 0, 1, 2), "")
}
