package locale

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/source"
)

// zonesText has the name of every zone of the IANA time zone database, one a line, sorted: those that Go carries, save
// "Factory", which stands for none. So a zone is known on every machine alike, whatever its own database has.
//
//go:embed zones.txt
var zonesText string

var zones = sync.OnceValue(func() []string { return strings.Fields(zonesText) })

// IsZone tells whether there is a time zone of that name: "Africa/Accra".
func IsZone(name string) bool {
	_, found := slices.BinarySearch(zones(), name)
	return found
}

// NearestZone gives the time zone that a name was probably meant to be, or "".
func NearestZone(name string) string { return source.Nearest(name, zones()) }
