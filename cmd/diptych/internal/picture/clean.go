package picture

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
)

// Clean gives the file without what it tells beside the picture: place, time, camera, author, comments, thumbnails, and
// whatever follows the picture's end. The samples stay as they are, to the byte, and so does all that a browser needs to
// show them alike: colour profile, orientation, frames of an animation.
//
// An error is a wording.Error: the file is cut off or damaged.
func Clean(data []byte, info Info) ([]byte, error) {
	switch info.Format {
	case JPEG:
		return cleanJPEG(data, info.Orientation)
	case PNG:
		return cleanPNG(data, info.Orientation)
	case WebP:
		return cleanWebP(data)
	}
	return cleanSVG(data)
}

// cleanJPEG keeps the segments that decoding needs (keptJPEG), and says the orientation anew in a segment of its own. What
// follows the end is left: telephones put films there, and further pictures (CIPA DC-007).
func cleanJPEG(data []byte, turned Orientation) ([]byte, error) {
	out, walk := bytes.NewBuffer(make([]byte, 0, len(data))), segmentsOf(bytes.NewReader(data))
	out.Write([]byte{0xff, soi})
	if marker, _, err := walk.next(); err != nil || marker != soi {
		return nil, damaged()
	}
	said := turned <= Upright
	for {
		marker, held, err := walk.next()
		if err != nil {
			return nil, err
		}
		if marker == eoi {
			out.Write([]byte{0xff, eoi})
			return out.Bytes(), nil
		}
		held, kept := keptJPEG(marker, held)
		if !said && kept && marker != app0 { // APP0 is the only one that may stand before it
			writeSegment(out, app1, append([]byte(exifID), turned.tiff()...))
			said = true
		}
		if kept {
			writeSegment(out, marker, held)
		}
		if marker == sos {
			if err := walk.copyScan(out); err != nil {
				return nil, err
			}
		}
	}
}

// keptJPEG tells whether a segment is needed for showing the picture, and gives what is to be kept of it.
func keptJPEG(marker byte, held []byte) ([]byte, bool) {
	begins := func(id string) bool { return strings.HasPrefix(string(held), id) }
	switch {
	case marker == app0 && begins(jfifID) && len(held) >= 14:
		held[12], held[13] = 0, 0 // the size of its thumbnail (T.871, 10.1)
		return held[:14], true
	case marker == app2:
		return held, begins(iccID)
	case marker == app14 && begins(adobeID) && len(held) >= 12:
		return held[:12], true
	}
	return held, isFrame(marker) || slices.Contains([]byte{dht, dac, sos, dqt, dnl, dri}, marker)
}

func writeSegment(out *bytes.Buffer, marker byte, held []byte) {
	length := len(held) + 2
	out.Write([]byte{0xff, marker, byte(length >> 8), byte(length)})
	out.Write(held)
}

// copyScan copies the entropy-coded samples behind the header of a scan, up to the marker that ends them. In them, 0xff is
// followed by 0, or begins a restart marker (T.81, B.1.1.5).
func (s *segments) copyScan(out *bytes.Buffer) error {
	for {
		two, err := s.from.Peek(2)
		if err != nil {
			return ended(err)
		}
		taken := two[:1]
		if two[0] == 0xff {
			switch {
			case two[1] == 0 || isRestart(two[1]):
				taken = two
			case two[1] == 0xff: // a filler
				taken = nil
			default:
				return nil
			}
		}
		out.Write(taken)
		if _, err := s.from.Discard(max(1, len(taken))); err != nil {
			return err
		}
	}
}

// keptPNG are the chunks that showing a picture needs: the samples, their colours, the frames of an animation.
const keptPNG = " IHDR PLTE tRNS gAMA cHRM sRGB sBIT bKGD pHYs iCCP cICP mDCV cLLI IDAT acTL fcTL fdAT IEND "

// cleanPNG keeps the chunks of keptPNG, and says the orientation anew. It compares all check sums.
func cleanPNG(data []byte, turned Orientation) ([]byte, error) {
	rest, isPNG := bytes.CutPrefix(data, []byte(pngSignature))
	if !isPNG {
		return nil, damaged()
	}
	out := append(make([]byte, 0, len(data)), pngSignature...)
	for walk := (&chunks{from: bufio.NewReader(bytes.NewReader(rest))}); walk.kind != "IEND"; {
		if err := walk.next(); err != nil {
			return nil, err
		}
		held, err := walk.hold()
		if err != nil {
			return nil, err
		}
		if strings.Contains(keptPNG, " "+walk.kind+" ") {
			out = appendChunk(out, walk.kind, held)
		}
		if walk.kind == "IHDR" && turned > Upright {
			out = appendChunk(out, "eXIf", turned.tiff())
		}
	}
	return out, nil
}

// The chunks of a WebP that are kept, in the file and in each frame of an animation (RFC 9649, 2.7).
const (
	keptWebP  = "VP8X VP8  VP8L ALPH ICCP ANIM ANMF"
	keptFrame = "VP8  VP8L ALPH"
)

// cleanWebP keeps the chunks of keptWebP, and no flags of others.
func cleanWebP(data []byte) ([]byte, error) {
	if len(data) < riffHead || riffSize(data) > int64(len(data)) || riffSize(data) < riffHead {
		return nil, cutOff()
	}
	held, err := keepChunks([]byte("WEBP"), data[riffHead:riffSize(data)], keptWebP)
	if err != nil {
		return nil, err
	}
	return appendRIFF(make([]byte, 0, len(held)+8), "RIFF", held), nil
}

// keepChunks appends the chunks in data that are to be kept.
func keepChunks(to, data []byte, kept string) ([]byte, error) {
	for len(data) > 0 {
		kind, held, rest, ok := nextChunk(data)
		if !ok {
			return nil, damaged()
		}
		if held, ok = keptChunk(kind, held); !ok {
			return nil, damaged()
		}
		if strings.Contains(kept, kind) {
			to = appendRIFF(to, kind, held)
		}
		data = rest
	}
	return to, nil
}

// keptChunk gives what is to be kept of a chunk. It is false if the chunk is broken.
func keptChunk(kind string, held []byte) ([]byte, bool) {
	const frameHead = 16 // bytes of a frame before its chunks
	switch {
	case kind == "VP8X" && len(held) > 0:
		held = slices.Clone(held)
		held[0] &^= webpXMP | webpExif
	case kind == "ANMF" && len(held) >= frameHead:
		kept, err := keepChunks(slices.Clone(held[:frameHead]), held[frameHead:], keptFrame)
		return kept, err == nil
	case kind == "ANMF":
		return nil, false
	}
	return held, true
}
