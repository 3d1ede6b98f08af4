package picture

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"io"
	"slices"
	"strings"
)

// maxProfile is the most bytes of a colour profile that variants carry. Those of cameras and screens have 500 to 4,000; what
// is far larger describes a printer, or would weigh more than the picture.
const maxProfile = 64 << 10

// The colour spaces of samples, as profiles name them (ICC.1:2022, 7.2.6).
const (
	spaceRGB  = "RGB "
	spaceGray = "GRAY"
)

// profileOf gives the colour profile of a picture, nil if it has none, a broken one or one that is too large.
func profileOf(f Format, data []byte) []byte {
	var profile []byte
	switch f {
	case JPEG:
		profile = profileInJPEG(data)
	case PNG:
		profile = profileInPNG(data)
	case WebP:
		profile = profileInWebP(data)
	}
	if len(profile) > maxProfile {
		return nil
	}
	return profile
}

// suitsSpace tells whether a profile describes samples of a colour space: one of CMYK or of another model would give wrong
// colours for what was decoded to RGB.
func suitsSpace(profile []byte, space string) bool {
	return len(profile) >= 128 && string(profile[16:20]) == space
}

// profileInJPEG puts together the pieces of a profile, each of which has its number and their count (ICC.1:2022, B.4).
func profileInJPEG(data []byte) []byte {
	var profile []byte
	pieces := 0
	for walk := segmentsOf(bytes.NewReader(data)); ; {
		marker, held, err := walk.next()
		if err != nil || marker == sos || marker == eoi {
			return profile
		}
		piece, isProfile := strings.CutPrefix(string(held), iccID)
		if marker != app2 || !isProfile || len(piece) < 2 {
			continue
		}
		if pieces++; int(piece[0]) != pieces {
			return nil
		}
		profile = append(profile, piece[2:]...)
	}
}

// profileInPNG inflates a profile (PNG, third edition, 11.3.2.3), not more than is wanted.
func profileInPNG(data []byte) []byte {
	walk := &chunks{from: bufio.NewReader(bytes.NewReader(data[len(pngSignature):]))}
	for walk.kind != "iCCP" {
		if walk.next() != nil || walk.kind == "IDAT" {
			return nil
		}
		if walk.kind != "iCCP" && walk.skip() != nil {
			return nil
		}
	}
	held, err := walk.hold()
	_, deflated, named := bytes.Cut(held, []byte{0})
	if err != nil || !named || len(deflated) == 0 {
		return nil
	}
	inflated, err := zlib.NewReader(bytes.NewReader(deflated[1:])) // behind the method, of which there is one
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(inflated, maxProfile+1))
	if err != nil {
		return nil
	}
	return profile
}

func profileInWebP(data []byte) []byte {
	for rest := data[riffHead:]; ; {
		kind, held, after, ok := nextChunk(rest)
		if !ok {
			return nil
		}
		if kind == "ICCP" {
			return held
		}
		rest = after
	}
}

// withProfile puts a profile into a JPEG or PNG as Go's encoders write them, which is without any.
func withProfile(f Format, data, profile []byte) []byte {
	if len(profile) == 0 {
		return data
	}
	if f == JPEG {
		return slices.Insert(data, 2, profileSegments(profile)...) // behind the marker of the beginning
	}
	const header = len(pngSignature) + 12 + 13
	return slices.Insert(data, header, profileChunk(profile)...)
}

func profileSegments(profile []byte) []byte {
	const most = 1<<16 - 1 - 2 - len(iccID) - 2 // bytes in a segment
	var out bytes.Buffer
	count := (len(profile) + most - 1) / most
	for number := 1; len(profile) > 0; number++ {
		piece := profile[:min(most, len(profile))]
		writeSegment(&out, app2, slices.Concat([]byte(iccID), []byte{byte(number), byte(count)}, piece))
		profile = profile[len(piece):]
	}
	return out.Bytes()
}

// profileChunk gives the profile no name of its own, since a name may tell where a picture comes from.
func profileChunk(profile []byte) []byte {
	var held bytes.Buffer
	held.WriteString("ICC\x00\x00")
	deflater := zlib.NewWriter(&held)
	deflater.Write(profile) // a buffer takes everything
	deflater.Close()
	return appendChunk(nil, "iCCP", held.Bytes())
}
