package picture

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"diptych/cmd/diptych/internal/media"
	"diptych/cmd/diptych/internal/wording"
)

// Inspect tells what a picture is by its header, of which it reads as much as it needs; an SVG is read whole. The name says
// what the file ought to be, and size is that of the file in bytes.
//
// An error is a wording.Error if an editor can put it right: the file is none of a format that is read, or of another one
// than its name says; it is larger than MaxBytes, MaxSVGBytes, MaxSide or MaxPixels allow; its header is broken or cut off.
// Another error is that of the reader.
func Inspect(name string, r io.Reader, size int64) (Info, error) {
	if size > MaxBytes {
		return Info{}, wording.Fault(wording.Sprintf("the file has %d bytes, and a picture may have %d", size, int64(MaxBytes)),
			wording.Sprintf("make it smaller"))
	}
	from := bufio.NewReaderSize(io.LimitReader(r, MaxBytes), media.HeadSize)
	head, err := from.Peek(media.HeadSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return Info{}, err
	}
	format, err := recognise(name, head)
	if err != nil {
		return Info{}, err
	}
	info, err := inspectors[format](from, size)
	if err != nil {
		return Info{}, err
	}
	info.Format, info.Size = format, size
	if err := info.limit(); err != nil {
		return Info{}, err
	}
	if info.Orientation.swaps() {
		info.Width, info.Height = info.Height, info.Width
	}
	info.Memory += size + info.making()
	return info, nil
}

// inspectors read what follows the recognition of a format. They give the size as it is stored, and in Memory what decoding
// takes, which Inspect completes.
var inspectors = [...]func(from *bufio.Reader, size int64) (Info, error){
	JPEG: inspectJPEG, PNG: inspectPNG, WebP: inspectWebP, SVG: inspectSVG,
}

// recognise tells the format of a file that begins with head, if it is one that the name may stand for.
func recognise(name string, head []byte) (Format, error) {
	if len(head) == 0 {
		return 0, wording.Fault(wording.Sprintf("the file is empty"), wording.Sprintf("copy it again from where it came"))
	}
	sniffed, known := media.Sniff(name, head)
	for f := JPEG; f <= SVG; f++ {
		if known && sniffed.MIME == f.MIME() {
			return f, suits(name, sniffed)
		}
	}
	label := sniffed.Label
	if !known {
		label = foreign(head)
	}
	if label == "" {
		return 0, wording.Fault(wording.Sprintf("Diptych reads JPEG, PNG, SVG and WebP, and this file is none of them"),
			wording.Sprintf("export it as one of them"))
	}
	return 0, wording.Fault(wording.Sprintf("Diptych reads JPEG, PNG, SVG and WebP, and this file is %s", label),
		wording.Sprintf("export it as one of them"))
}

// suits compares what a file is with what its name says.
func suits(name string, found media.Type) error {
	if found.Suits(name) {
		return nil
	}
	named, _ := media.ByName(name)
	return wording.Fault(wording.Sprintf("the name says %s, and the file is %s", named.Label, found.Label),
		wording.Sprintf("rename it"))
}

// foreign names the formats of pictures that editors have at hand and browsers don't all show, by how they begin.
func foreign(head []byte) string {
	begins := func(text string) bool { return strings.HasPrefix(string(head[:min(len(head), 12)]), text) }
	switch {
	case len(head) >= 12 && string(head[4:8]) == "ftyp" && strings.Contains("heic heix hevc mif1 msf1", string(head[8:12])):
		return "HEIC"
	case begins("BM"):
		return "BMP"
	case begins("II*\x00"), begins("MM\x00*"):
		return "TIFF"
	case begins("\xff\x0a"), begins("\x00\x00\x00\x0cJXL "):
		return "JXL"
	}
	return ""
}

// limit holds that the stored size is one that a picture may have.
func (i Info) limit() error {
	switch {
	case i.Width <= 0 || i.Height <= 0:
		return wording.Fault(wording.Sprintf("the picture has no width or no height"), wording.Sprintf("export it again"))
	case max(i.Width, i.Height) > MaxSide:
		return wording.Fault(wording.Sprintf("the picture has %d × %d pixels, and each side may have %d", i.Width, i.Height, MaxSide),
			wording.Sprintf("make it smaller"))
	case i.Width*i.Height > MaxPixels && i.Format != SVG:
		return wording.Fault(wording.Sprintf("the picture has %d × %d pixels, which are more than %d megapixels",
			i.Width, i.Height, MaxPixels/1_000_000), wording.Sprintf("make it smaller"))
	}
	return nil
}

// making estimates what the variants take in memory beside the decoded picture: the largest one twice, since it is turned,
// or the next made of it, and what is written of it.
func (i Info) making() int64 {
	variants := i.Variants()
	largest := variants[len(variants)-1]
	if i.lossless(largest) && len(variants) > 1 {
		largest = variants[len(variants)-2]
	} else if i.lossless(largest) {
		return 0
	}
	return 3 * 4 * int64(largest.Width) * int64(largest.Height)
}
