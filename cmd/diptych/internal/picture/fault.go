package picture

import (
	"errors"
	"image/jpeg"
	"image/png"
	"io"

	"diptych/cmd/diptych/internal/wording"
)

// The faults that are found in more than one place. They are made anew each time, so that no variable holds a value that
// another package could change.

func cutOff() error {
	return wording.Fault(wording.Sprintf("the file is cut off"), wording.Sprintf("copy it again from where it came"))
}

func damaged() error {
	return wording.Fault(wording.Sprintf("the picture is damaged"), wording.Sprintf("export it again"))
}

func unusual(f Format) error {
	return wording.Fault(wording.Sprintf("this is an unusual kind of %s that Diptych can't read", f.String()),
		wording.Sprintf("export it again with the usual settings"))
}

// ended says that a file is cut off where its bytes have come to an end. Another error is the machine's, and stays.
func ended(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return cutOff()
	}
	return err
}

// decoding says for an editor what a decoder has found: only bytes in memory are decoded, so that it is never the machine.
func decoding(f Format, err error) error {
	var jpegUnsupported jpeg.UnsupportedError
	var pngUnsupported png.UnsupportedError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return cutOff()
	case errors.Is(err, png.FormatError("not enough pixel data")), errors.Is(err, jpeg.FormatError("short Huffman data")):
		return cutOff() // what these decoders say of it
	case errors.As(err, &jpegUnsupported), errors.As(err, &pngUnsupported):
		return unusual(f)
	}
	return damaged()
}
