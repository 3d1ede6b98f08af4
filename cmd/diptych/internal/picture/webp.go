package picture

import (
	"bufio"
	"encoding/binary"
)

// The flags of a WebP of the extended form (RFC 9649, 2.7).
const (
	webpAnimated = 1 << 1
	webpXMP      = 1 << 2
	webpExif     = 1 << 3
	webpAlpha    = 1 << 4
)

// riffHead is how many bytes stand before the first chunk: "RIFF", the size of what follows, and "WEBP" (RFC 9649, 2.4).
const riffHead = 12

// riffSize gives how many bytes the file has by its own word.
func riffSize(head []byte) int64 { return int64(binary.LittleEndian.Uint32(head[4:])) + 8 }

// nextChunk takes a chunk of RIFF from the front of data (RFC 9649, 2.3). It is false if data is not as long as the chunk.
func nextChunk(data []byte) (kind string, held, rest []byte, ok bool) {
	if len(data) < 8 {
		return "", nil, nil, false
	}
	kind, length := string(data[:4]), int64(binary.LittleEndian.Uint32(data[4:]))
	if length > int64(len(data)-8) {
		return "", nil, nil, false
	}
	held, rest = data[8:8+length], data[8+length:]
	return kind, held, rest[min(length&1, int64(len(rest))):], true // an odd chunk is followed by an empty byte
}

// appendRIFF writes a chunk.
func appendRIFF(to []byte, kind string, held []byte) []byte {
	to = binary.LittleEndian.AppendUint32(append(to, kind...), uint32(len(held)))
	to = append(to, held...)
	return append(to, make([]byte, len(held)&1)...)
}

// inspectWebP reads the first chunk, which has the size in each of the three forms.
func inspectWebP(from *bufio.Reader, size int64) (Info, error) {
	const enough = riffHead + 8 + 10
	head, err := from.Peek(enough)
	if err != nil {
		return Info{}, ended(err)
	}
	if riffSize(head) > size {
		return Info{}, cutOff()
	}
	info := Info{Opaque: true, Orientation: Upright}
	kind, held := string(head[riffHead:riffHead+4]), head[riffHead+8:]
	each := int64(6) // bytes that a pixel takes, decoded
	switch kind {
	case "VP8 ": // RFC 6386, 9.1
		info.Width, info.Height = int(binary.LittleEndian.Uint16(held[6:])&0x3fff), int(binary.LittleEndian.Uint16(held[8:])&0x3fff)
		if held[0]&1 != 0 || string(held[3:6]) != "\x9d\x01\x2a" { // no frame of its own
			return Info{}, damaged()
		}
	case "VP8L": // RFC 9649, 3.4
		bits := binary.LittleEndian.Uint32(held[1:])
		info.Width, info.Height, info.Opaque = int(bits&0x3fff)+1, int(bits>>14&0x3fff)+1, bits>>28&1 == 0
		if held[0] != 0x2f {
			return Info{}, damaged()
		}
		each = 12
	case "VP8X": // RFC 9649, 2.7
		info.Width, info.Height = int(uint24(held[4:]))+1, int(uint24(held[7:]))+1
		info.Opaque, info.Animated = held[0]&webpAlpha == 0, held[0]&webpAnimated != 0
		each = 16
	default:
		return Info{}, damaged()
	}
	info.Memory = int64(min(info.Width, MaxSide)) * int64(min(info.Height, MaxSide)) * each
	return info, nil
}

func uint24(data []byte) uint32 { return uint32(data[0]) | uint32(data[1])<<8 | uint32(data[2])<<16 }
