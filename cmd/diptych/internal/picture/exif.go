package picture

import "encoding/binary"

// Orientation is how the stored samples are to be turned before they are shown: 1 not at all, 2 to 4 mirrored or upside
// down, 5 to 8 with rows for columns (Exif 3.0, 4.6.5.1.6, tag Orientation). An SVG and a WebP have 1: browsers follow none
// there.
type Orientation uint8

// Upright is the orientation of a picture that is shown as it is stored.
const Upright Orientation = 1

// swaps tells whether rows are shown as columns.
func (o Orientation) swaps() bool { return o >= 5 }

// The parts of Exif that are of interest: its data are a TIFF (TIFF 6.0, section 2), in which the first directory has
// entries of 12 bytes.
const (
	tagOrientation = 0x0112
	typeShort      = 3
)

// orientationIn reads the orientation from the TIFF in Exif. What makes no sense is no orientation, as browsers take it.
func orientationIn(tiff []byte) Orientation {
	if len(tiff) < 8 {
		return Upright
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(tiff[:2]) == "MM" {
		order = binary.BigEndian
	} else if string(tiff[:2]) != "II" {
		return Upright
	}
	start := int64(order.Uint32(tiff[4:]))
	if order.Uint16(tiff[2:]) != 42 || start > int64(len(tiff)-2) {
		return Upright
	}
	directory := tiff[start:]
	count, entries := order.Uint16(directory), directory[2:]
	for ; count > 0 && len(entries) >= 12; count, entries = count-1, entries[12:] {
		if order.Uint16(entries) == tagOrientation {
			return orientationFrom(order, entries)
		}
	}
	return Upright
}

func orientationFrom(order binary.ByteOrder, entry []byte) Orientation {
	value := order.Uint16(entry[8:])
	if order.Uint16(entry[2:]) != typeShort || value < 1 || value > 8 {
		return Upright
	}
	return Orientation(value)
}

// tiff gives a TIFF that says the orientation and nothing else.
func (o Orientation) tiff() []byte {
	return []byte{
		'M', 'M', 0, 42, 0, 0, 0, 8, // the directory begins at byte 8
		0, 1, // and has one entry: tag, type, one value of it
		tagOrientation >> 8, tagOrientation & 0xff, 0, typeShort, 0, 0, 0, 1, 0, byte(o), 0, 0,
		0, 0, 0, 0, // no directory follows
	}
}
