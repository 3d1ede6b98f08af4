package picture

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

// The words that stand in what pictures of these tests tell of their maker. None of them may be in anything that is made.
var secrets = []string{"GPS", "Camera", "XMP", "Comment", "Author", "Trailer", "thumbnail", "Unknown", "MPF"}

// noSecrets looks for them.
func noSecrets(t *testing.T, what string, data []byte) {
	t.Helper()
	for _, secret := range secrets {
		if bytes.Contains(data, []byte(secret)) {
			t.Errorf("%s still tells of its %s", what, secret)
		}
	}
}

// exif is what a camera writes: its name, the orientation, the place, a thumbnail.
func exif(order binary.AppendByteOrder, o uint16) []byte {
	head := map[binary.AppendByteOrder]string{binary.LittleEndian: "II", binary.BigEndian: "MM"}[order]
	tiff := order.AppendUint32(order.AppendUint16([]byte(head), 42), 8)
	tiff = order.AppendUint16(tiff, 3)
	entry := func(tag, kind uint16, count, value uint32) {
		tiff = order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, tag), kind), count)
		if kind == typeShort {
			tiff = order.AppendUint16(order.AppendUint16(tiff, uint16(value)), 0)
		} else {
			tiff = order.AppendUint32(tiff, value)
		}
	}
	entry(0x010f, 2, 12, 50) // the camera's name
	entry(tagOrientation, typeShort, 1, uint32(o))
	entry(0x8825, 4, 1, 62) // the place
	tiff = order.AppendUint32(tiff, 0)
	return append(tiff, "Camera Maker\x00GPS 23.7N 90.4E thumbnail"...)
}

// profile is a colour profile as far as anybody here reads it.
func profile(space string, size int) []byte {
	data := bytes.Repeat([]byte("profile "), size/8+1)[:size]
	copy(data[16:], space)
	return data
}

type segment struct {
	marker byte
	held   []byte
}

// withSegments puts segments behind the beginning of a JPEG.
func withSegments(data []byte, segments ...segment) []byte {
	var out bytes.Buffer
	for _, s := range segments {
		writeSegment(&out, s.marker, s.held)
	}
	return slices.Insert(slices.Clone(data), 2, out.Bytes()...)
}

// told makes a JPEG tell all that it can.
func told(data []byte, o uint16, icc []byte) []byte {
	jfif := append([]byte("JFIF\x00\x01\x02\x00\x00\x48\x00\x48\x01\x01"), "GPS"...) // with a thumbnail of one pixel
	all := []segment{
		{app0, jfif}, {app0, []byte("JFXX\x00\x10thumbnail")},
		{app1, append([]byte(exifID), exif(binary.BigEndian, o)...)},
		{app1, []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>XMP</x:xmpmeta>")},
		{app2, []byte("MPF\x00MM\x00*Camera")}, {0xed, []byte("Photoshop 3.0\x008BIM Author")},
		{0xeb, []byte("Unknown")}, {0xfe, []byte("Comment")},
	}
	for number := 1; len(icc) > 0; number++ {
		piece := icc[:min(len(icc), 40_000)]
		icc = icc[len(piece):]
		all = append(all, segment{app2, slices.Concat([]byte(iccID), []byte{byte(number), 9}, piece)})
	}
	return append(withSegments(data, all...), "Trailer Camera"+strings.Repeat("\xff\xd8GPS", 3)...)
}

// toldPNG makes a PNG tell all that it can.
func toldPNG(data []byte, o uint16, icc []byte) []byte {
	const header = len(pngSignature) + 25
	out := slices.Clone(data[:header])
	if icc != nil {
		out = append(out, profileChunk(icc)...)
	}
	out = appendChunk(out, "gAMA", []byte{0, 0, 0xb1, 0x8f})
	out = appendChunk(out, "tEXt", []byte("Author\x00Camera"))
	out = appendChunk(out, "eXIf", exif(binary.LittleEndian, o))
	out = appendChunk(out, "tIME", []byte{7, 231, 12, 24, 0, 0, 0})
	out = appendChunk(out, "prVt", []byte("Unknown"))
	out = append(out, data[header:len(data)-12]...)
	out = appendChunk(out, "iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00XMP"))
	out = appendChunk(out, "zTXt", []byte("Comment\x00\x00"))
	return append(appendChunk(out, "IEND", nil), "Trailer"...)
}

// bits writes numbers of a few bits, the lowest first, as VP8L has them.
type bits struct {
	data []byte
	used int
}

func (b *bits) write(value uint32, count int) {
	for i := range count {
		if b.used%8 == 0 {
			b.data = append(b.data, 0)
		}
		b.data[b.used/8] |= byte(value>>i&1) << (b.used % 8)
		b.used++
	}
}

// vp8l writes a picture of two colours, which differ in their green (RFC 9649, 3.4 to 3.8): a pixel is a bit.
func vp8l(width, height int, red, blue, alpha byte, greens [2]byte, pixel func(x, y int) bool) []byte {
	b := &bits{}
	b.write(0x2f, 8)
	b.write(uint32(width-1), 14)
	b.write(uint32(height-1), 14)
	hasAlpha := uint32(0)
	if alpha != 255 {
		hasAlpha = 1
	}
	b.write(hasAlpha, 1)
	b.write(0, 3+1+1+1) // the version, no transform, no cache of colours, one group of codes
	b.write(1|1<<1|1<<2, 3)
	b.write(uint32(greens[0]), 8)
	b.write(uint32(greens[1]), 8)
	for _, value := range [...]byte{red, blue, alpha, 0} { // one symbol each, and none for distances
		b.write(1|0<<1|1<<2, 3)
		b.write(uint32(value), 8)
	}
	for y := range height {
		for x := range width {
			bit := uint32(0)
			if pixel(x, y) {
				bit = 1
			}
			b.write(bit, 1)
		}
	}
	return b.data
}

// webpOf wraps chunks: each a name of four letters and what it holds.
func webpOf(chunks ...any) []byte {
	held := []byte("WEBP")
	for i := 0; i < len(chunks); i += 2 {
		held = appendRIFF(held, chunks[i].(string), chunks[i+1].([]byte))
	}
	return appendRIFF(nil, "RIFF", held)
}

// extended is the chunk with which a WebP of the extended form begins.
func extended(flags byte, width, height int) []byte {
	w, h := width-1, height-1
	return []byte{flags, 0, 0, 0, byte(w), byte(w >> 8), byte(w >> 16), byte(h), byte(h >> 8), byte(h >> 16)}
}
