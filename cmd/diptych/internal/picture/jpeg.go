package picture

import (
	"bufio"
	"encoding/binary"
	"io"
	"strings"
)

// The markers of JPEG that are looked at (ITU-T T.81, table B.1).
const (
	soi   = 0xd8 // the picture begins
	eoi   = 0xd9 // the picture ends
	sof0  = 0xc0 // a frame's header: baseline
	sof1  = 0xc1 // extended
	sof2  = 0xc2 // progressive
	dht   = 0xc4 // Huffman tables
	jpg   = 0xc8 // reserved
	dac   = 0xcc // arithmetic coding
	sos   = 0xda // a scan begins
	dqt   = 0xdb // quantisation tables
	dnl   = 0xdc // number of lines
	dri   = 0xdd // restart interval
	app0  = 0xe0
	app1  = 0xe1
	app2  = 0xe2
	app14 = 0xee
)

// The identifiers with which segments of applications begin.
const (
	jfifID  = "JFIF\x00"        // in APP0 (ITU-T T.871, 10.1)
	exifID  = "Exif\x00\x00"    // in APP1 (Exif 3.0, 4.7.2)
	iccID   = "ICC_PROFILE\x00" // in APP2 (ICC.1:2022, B.4)
	adobeID = "Adobe"           // in APP14 (ITU-T T.872, 6.5.3)
)

// segments walks through a JPEG.
type segments struct {
	from   *bufio.Reader
	buffer [1 << 16]byte
}

func segmentsOf(r io.Reader) *segments { return &segments{from: bufio.NewReader(r)} }

// next gives the marker of the next segment and what the segment holds, which is good until the next call. What stands
// between two segments is passed over, as decoders do.
func (s *segments) next() (marker byte, held []byte, err error) {
	for marker, err = s.marker(); err == nil && isRestart(marker); {
		marker, err = s.marker()
	}
	if err != nil || marker == soi || marker == eoi {
		return marker, nil, err
	}
	if _, err := io.ReadFull(s.from, s.buffer[:2]); err != nil {
		return 0, nil, ended(err)
	}
	length := int(binary.BigEndian.Uint16(s.buffer[:])) - 2 // the length counts itself
	if length < 0 {
		return 0, nil, damaged()
	}
	_, err = io.ReadFull(s.from, s.buffer[:length])
	return marker, s.buffer[:length], ended(err)
}

// marker looks for 0xff and what follows it, which may be more of them, as fillers, and is 0 for no marker (T.81, B.1.1).
func (s *segments) marker() (byte, error) {
	for last := byte(0); ; {
		b, err := s.from.ReadByte()
		if err != nil {
			return 0, ended(err)
		}
		if last == 0xff && b != 0xff && b != 0 {
			return b, nil
		}
		last = b
	}
}

func isRestart(marker byte) bool { return marker >= 0xd0 && marker <= 0xd7 }

func isFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != dht && marker != jpg && marker != dac
}

// inspectJPEG reads up to the first scan, since what tells the orientation may stand behind the frame's header.
func inspectJPEG(from *bufio.Reader, _ int64) (Info, error) {
	info, walk := Info{Opaque: true}, &segments{from: from}
	for {
		marker, held, err := walk.next()
		switch {
		case err != nil:
			return Info{}, err
		case marker == app1 && info.Orientation == 0 && strings.HasPrefix(string(held), exifID):
			info.Orientation = orientationIn(held[len(exifID):])
		case isFrame(marker):
			if err := info.readFrame(marker, held); err != nil {
				return Info{}, err
			}
		case marker == eoi, marker == sos && info.Memory == 0:
			return Info{}, damaged() // no frame, or none of its samples
		case marker == sos:
			info.Orientation = max(info.Orientation, Upright)
			return info, nil
		}
	}
}

// readFrame reads the header of a frame (T.81, B.2.2): samples have 8 bits in all that browsers show.
func (i *Info) readFrame(marker byte, held []byte) error {
	const fixed, each = 6, 3 // bytes, and bytes for each component
	if len(held) < fixed || len(held) != fixed+each*int(held[5]) || held[5] == 0 || i.Memory != 0 {
		return damaged()
	}
	if marker > sof2 || held[0] != 8 {
		return unusual(JPEG)
	}
	i.Height, i.Width = int(binary.BigEndian.Uint16(held[1:])), int(binary.BigEndian.Uint16(held[3:]))
	components := held[fixed:]
	samples, most := int64(0), int64(1)
	for ; len(components) > 0; components = components[each:] {
		area := int64(components[1]>>4) * int64(components[1]&15)
		samples, most = samples+area, max(most, area)
	}
	// A decoder that is given progressive scans holds 4 bytes for each sample until the last. What is no Y'CbCr is converted.
	bytes := samples
	if marker == sof2 {
		bytes *= 5
	}
	i.Memory = max(1, int64(i.Width)*int64(i.Height)*bytes/most)
	if held[5] > 3 {
		i.Memory += 4 * int64(i.Width) * int64(i.Height)
	}
	return nil
}
