package media

import "bytes"

// sniff gives the types that a file which begins so may be of. The first is the one to take if the name chooses none; it
// is the zero Type where the bytes alone don't tell.
func sniff(head []byte) []Type {
	for _, known := range signatures {
		if begins(head, known.bytes) {
			return []Type{known.Type}
		}
	}
	switch {
	case begins(bytes.TrimLeft(head, "\ufeff \t\r\n"), "%PDF-"): // readers of PDF accept what stands before
		return []Type{pdf}
	case begins(head, "PK\x03\x04"):
		return sniffZIP(head)
	case begins(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return sniffOLE(head)
	case begins(head, "RIFF") && begins(at(head, 8), "WEBP"):
		return []Type{webp}
	case begins(head, "\x00") && begins(at(head, 4), "ftyp"):
		return sniffMP4(at(head, 8))
	case begins(head, "OggS\x00"):
		return sniffOgg(head)
	case begins(head, "\x1a\x45\xdf\xa3"):
		return sniffEBML(head)
	case isMP3(head):
		return []Type{mp3}
	default:
		return sniffText(head)
	}
}

// signatures are beginnings that files of one type only have.
var signatures = [...]struct {
	Type
	bytes string
}{
	{png, "\x89PNG\r\n\x1a\n"}, {jpeg, "\xff\xd8\xff"}, {gif, "GIF87a"}, {gif, "GIF89a"},
	{mp3, "ID3\x02"}, {mp3, "ID3\x03"}, {mp3, "ID3\x04"}, // the versions of its labels
	{zip, "PK\x05\x06"}, // an archive without files
}

// sniffEBML looks for the name of what the file holds, which stands near its beginning (RFC 8794, 11.2.6). Matroska has the
// same beginning, and no browser shows it.
func sniffEBML(head []byte) []Type {
	if bytes.Contains(head[:min(len(head), 64)], []byte("webm")) {
		return []Type{webm}
	}
	return nil
}

// sniffMP4 judges by the brand, with which a file says how it is to be read (ISO/IEC 14496-12, 4.3). Pictures and films of
// brands that are no document's have the same beginning.
func sniffMP4(brand []byte) []Type {
	for _, other := range [...]string{"heic", "heix", "hevc", "mif1", "msf1", "qt  ", "crx ", "jp2 ", "jpx "} {
		if begins(brand, other) {
			return nil
		}
	}
	switch {
	case begins(brand, "avif"), begins(brand, "avis"):
		return []Type{avif}
	case begins(brand, "M4A "), begins(brand, "M4B "):
		return []Type{m4a}
	default:
		return []Type{mp4, m4a} // many a sound is written with a film's brand
	}
}

// sniffOgg looks for the beginning of a stream of pictures, since all streams begin in the first pages (RFC 3533, 4).
func sniffOgg(head []byte) []Type {
	if bytes.Contains(head, []byte("\x80theora")) {
		return []Type{ogv}
	}
	return []Type{ogg}
}

// isMP3 tells whether there is the header of a frame of MPEG audio, layer III: eleven bits set, then version, layer, bit
// rate and sampling rate, each of which has a value that no frame has (ISO/IEC 11172-3, 2.4.1.3).
func isMP3(head []byte) bool {
	if len(head) < 4 || head[0] != 0xff || head[1]&0xe0 != 0xe0 {
		return false
	}
	version, layer := head[1]>>3&3, head[1]>>1&3
	bitRate, sampling := head[2]>>4, head[2]>>2&3
	return version != 1 && layer == 1 && bitRate != 0 && bitRate != 15 && sampling != 3
}

func begins(head []byte, signature string) bool { return bytes.HasPrefix(head, []byte(signature)) }

// at gives the bytes from an offset on, none where there are no more.
func at(head []byte, offset int) []byte { return head[min(offset, len(head)):] }
