package picture

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// chunks walks through a PNG behind its signature (PNG, third edition, 5.3).
type chunks struct {
	from   *bufio.Reader
	kind   string
	length int64 // of the chunk that was last found, in bytes
}

// next finds the next chunk, of which hold or skip must then be called.
func (c *chunks) next() error {
	var head [8]byte
	if _, err := io.ReadFull(c.from, head[:]); err != nil {
		return ended(err)
	}
	c.length, c.kind = int64(binary.BigEndian.Uint32(head[:])), string(head[4:])
	if c.length > 1<<31-1 {
		return damaged()
	}
	return nil
}

// hold gives what the chunk holds, and compares it with its check sum. Its length is not believed until its bytes are there.
func (c *chunks) hold() ([]byte, error) {
	var held bytes.Buffer
	if _, err := io.CopyN(&held, c.from, c.length+4); err != nil {
		return nil, ended(err)
	}
	data, sum := held.Bytes()[:c.length], held.Bytes()[c.length:]
	if binary.BigEndian.Uint32(sum) != crc32.Update(crc32.ChecksumIEEE([]byte(c.kind)), crc32.IEEETable, data) {
		return nil, damaged()
	}
	return data, nil
}

func (c *chunks) skip() error {
	_, err := io.CopyN(io.Discard, c.from, c.length+4)
	return ended(err)
}

// appendChunk writes a chunk.
func appendChunk(to []byte, kind string, data []byte) []byte {
	to = binary.BigEndian.AppendUint32(to, uint32(len(data)))
	start := len(to)
	to = append(append(to, kind...), data...)
	return binary.BigEndian.AppendUint32(to, crc32.ChecksumIEEE(to[start:]))
}

// inspectPNG reads up to the first samples. An orientation behind them is followed by nobody.
func inspectPNG(from *bufio.Reader, _ int64) (Info, error) {
	if _, err := from.Discard(len(pngSignature)); err != nil {
		return Info{}, ended(err)
	}
	walk := &chunks{from: from}
	info, err := inspectHeader(walk)
	for err == nil {
		if err = walk.next(); err != nil {
			break
		}
		switch walk.kind {
		case "IDAT":
			return info, nil
		case "IEND":
			return Info{}, damaged()
		case "eXIf":
			var exif []byte
			exif, err = walk.hold()
			info.Orientation = orientationIn(exif)
			continue
		case "tRNS":
			info.Opaque = false
		case "acTL":
			info.Animated = true
		}
		err = walk.skip()
	}
	return Info{}, err
}

// inspectHeader reads the chunk that stands first (PNG, third edition, 11.2.1).
func inspectHeader(walk *chunks) (Info, error) {
	if err := walk.next(); err != nil {
		return Info{}, err
	}
	if walk.kind != "IHDR" || walk.length != 13 {
		return Info{}, damaged()
	}
	held, err := walk.hold()
	if err != nil {
		return Info{}, err
	}
	width, height := binary.BigEndian.Uint32(held), binary.BigEndian.Uint32(held[4:])
	if max(width, height) > 1<<31-1 {
		return Info{}, damaged()
	}
	depth, colour, interlaced := held[8], held[9], held[12] != 0
	info := Info{Width: int(width), Height: int(height), Opaque: colour&4 == 0, Orientation: Upright}
	each := int64(8) // bytes that a pixel takes, decoded and converted
	if depth == 16 {
		each = 12
	}
	if interlaced {
		each += each / 2 // the last pass has half of the pixels
	}
	info.Memory = int64(min(width, MaxSide)) * int64(min(height, MaxSide)) * each
	return info, nil
}
