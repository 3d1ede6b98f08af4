package host

import (
	"compress/gzip"
	"io"

	"github.com/andybalholm/brotli"
)

// Packing is a form in which a file lies beside itself, so that a server need not pack it for each reader.
type Packing string

// The forms, as config.toml names them.
const (
	Brotli Packing = "br" // RFC 7932
	Gzip   Packing = "gz" // RFC 1952
)

// Packings gives all forms.
func Packings() []Packing { return []Packing{Brotli, Gzip} }

// Ending is what follows the name of the file.
func (p Packing) Ending() string { return "." + string(p) }

// WorthPacking is the size in bytes from which a file is packed: below it, what is saved is less than a packet of the network.
const WorthPacking = 1 << 10

// small is the size in bytes up to which brotli does its best. Above, it would take seconds for a few bytes in a hundred.
const small = 1 << 20

// Pack writes a file in a packed form. The same bytes give the same form on every machine, since nothing is said of name and
// time (RFC 1952, 2.3.1). The error is that of w.
func Pack(w io.Writer, form Packing, data []byte) error {
	packer := packer(w, form, len(data))
	if _, err := packer.Write(data); err != nil {
		return err
	}
	return packer.Close()
}

func packer(w io.Writer, form Packing, size int) io.WriteCloser {
	switch {
	case form == Brotli && size <= small:
		return brotli.NewWriterLevel(w, brotli.BestCompression)
	case form == Brotli:
		return brotli.NewWriterLevel(w, 9)
	default:
		gz, err := gzip.NewWriterLevel(w, gzip.BestCompression)
		if err != nil {
			panic(err) // only for a level that there is not
		}
		return gz
	}
}
