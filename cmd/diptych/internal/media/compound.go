package media

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// streams are the names under which the older office documents keep their main part in a compound file.
var streams = [...]struct {
	Type
	name string
}{
	{doc, "WordDocument"}, {ppt, "PowerPoint Document"}, {xls, "Workbook"}, {xls, "Book"},
}

// sniffOLE tells the older office documents apart by the folder of the compound file ([MS-CFB] 2.2 and 2.6), if it stands
// in the head. It often stands at the end of the file; then only the name can choose.
func sniffOLE(head []byte) []Type {
	const size = 128 // bytes of an entry, which begins with its name
	for folder := folderOf(head); len(folder) >= size; folder = folder[size:] {
		for _, stream := range streams {
			if bytes.HasPrefix(folder, utf16Name(stream.name)) {
				return []Type{stream.Type}
			}
		}
	}
	return []Type{{}, doc, xls, ppt}
}

// folderOf gives what is from the beginning of a compound file's folder on in the head.
func folderOf(head []byte) []byte {
	if len(head) < 52 {
		return nil
	}
	shift, sector := binary.LittleEndian.Uint16(head[30:]), binary.LittleEndian.Uint32(head[48:])
	if (shift != 9 && shift != 12) || sector > HeadSize { // no size of a sector, or too far
		return nil
	}
	return at(head, int(sector+1)<<shift)
}

// utf16Name writes a name as a folder does, with the zero that ends it.
func utf16Name(name string) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune(name + "\x00")) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	return data
}
