package locale

import (
	"slices"
	"testing"
	"time"
	_ "time/tzdata" // the zones that Go carries, of which zones.txt has the names
)

func TestZones(t *testing.T) {
	if !slices.IsSorted(zones()) || len(slices.Compact(slices.Clone(zones()))) != len(zones()) {
		t.Error("zones.txt is not sorted, or has a name twice")
	}
	for _, name := range zones() {
		if _, err := time.LoadLocation(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"Africa/Accra", "Asia/Dhaka", "Asia/Karachi", "Africa/Kigali", "America/Toronto", "Europe/Paris", "Asia/Kolkata", "UTC"} {
		if !IsZone(name) {
			t.Errorf("%s is not known", name)
		}
	}
	for _, name := range []string{"", "Local", "Factory", "Africa", "africa/accra", "posix/Africa/Accra", "posixrules", "Mars/Base", "../Accra", "Africa/Accra\n"} {
		if IsZone(name) {
			t.Errorf("%q is known", name)
		}
	}
	for name, want := range map[string]string{"Africa/Acra": "Africa/Accra", "Afrique/Accra": "Africa/Accra", "europe/paris": "Europe/Paris", "Mars/Base": ""} {
		if got := NearestZone(name); got != want {
			t.Errorf("next to %q is %q, want %q", name, got, want)
		}
	}
}
