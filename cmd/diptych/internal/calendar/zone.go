package calendar

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"io/fs"
	"sync"
	"time"

	"diptych/cmd/diptych/internal/civil"
)

// zonesFile is the IANA time zone database as Go carries it: a ZIP archive of TZif files (RFC 9636), each stored as it
// is, and the whole compressed, since the same rules stand in it under many names: 80 kB, and not 245. To write it anew
// after an update of Go: go test -run TestZones -update.
//
// It is held here because time.LoadLocation looks at the machine's own files first, also where time/tzdata is linked in,
// and the same facts are to give the same file on every machine.
//
//go:embed zones.zip.gz
var zonesFile []byte

var zones = sync.OnceValue(func() fs.FS {
	archive, err := unpack(zonesFile)
	if err != nil {
		panic("calendar: the embedded zones: " + err.Error()) // only if the file in the program is damaged
	}
	return archive
})

func unpack(packed []byte) (*zip.Reader, error) {
	compressed, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(compressed)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(data), int64(len(data)))
}

// location finds a zone by its IANA name. It is false for any other name.
func location(name string) (*time.Location, bool) {
	data, err := fs.ReadFile(zones(), name)
	if err != nil {
		return nil, false
	}
	zone, err := time.LoadLocationFromTZData(name, data)
	return zone, err == nil
}

// wall is what a clock on the wall shows, held as if it were UTC.
func wall(m civil.Moment) time.Time {
	return time.Date(m.Date.Year, m.Date.Month, m.Date.Day, m.Hour, m.Minute, 0, 0, time.UTC)
}

// instant gives the instant at which a zone's clocks show a moment. Where they show it twice, it is the first; where they
// jump over it, it is counted from before the jump (RFC 5545, 3.3.5: both). [time.Date] leaves it open which it takes.
func instant(m civil.Moment, zone *time.Location) time.Time {
	const day = 24 * time.Hour // more than any offset and any jump, and less than there ever was between two jumps
	at := wall(m)
	before, after := at.Add(-offset(at.Add(-day), zone)), at.Add(-offset(at.Add(day), zone))
	if shows(before, zone, at) || !shows(after, zone, at) {
		return before.In(zone)
	}
	return after.In(zone)
}

// offset is how far a zone's clocks are ahead of UTC at an instant.
func offset(at time.Time, zone *time.Location) time.Duration {
	_, seconds := at.In(zone).Zone()
	return time.Duration(seconds) * time.Second
}

// shows tells whether a zone's clocks show a wall time at an instant.
func shows(at time.Time, zone *time.Location, wall time.Time) bool {
	return at.Add(offset(at, zone)).Equal(wall)
}
