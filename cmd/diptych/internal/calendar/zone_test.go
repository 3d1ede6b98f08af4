package calendar

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"go/build"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/locale"
)

var update = flag.Bool("update", false, "write zones.zip.gz and the expected files of testdata anew")

// TestZones holds that the zones which facts may name are those that a calendar can load.
func TestZones(t *testing.T) {
	if *update {
		writeZones(t)
		return
	}
	archive, err := unpack(zonesFile)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range archive.File {
		if _, known := location(file.Name); !known || !locale.IsZone(file.Name) {
			t.Errorf("%s: it can be loaded: %t; facts may name it: %t", file.Name, known, locale.IsZone(file.Name))
		}
		names = append(names, file.Name)
	}
	list, err := os.ReadFile("../locale/zones.txt")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	if diff := cmp.Diff(strings.Fields(string(list)), names); diff != "" {
		t.Errorf("zones that facts may name, and those that are here (-facts +here):\n%s", diff)
	}
}

// writeZones makes zones.zip.gz from the zones of the Go that runs the test, save "Factory", which stands for none. Those
// with the same rules stand side by side, so that they compress to nothing.
func writeZones(t *testing.T) {
	from, err := zip.OpenReader(filepath.Join(build.Default.GOROOT, "lib/time/zoneinfo.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	rules := map[string]string{}
	var names []string
	for _, file := range from.File {
		if !strings.HasSuffix(file.Name, "/") && file.Name != "Factory" {
			names = append(names, file.Name)
			rules[file.Name] = string(read(t, file))
		}
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(rules[a]+"\n"+a, rules[b]+"\n"+b) })
	var packed bytes.Buffer
	outer, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	inner := zip.NewWriter(outer)
	for _, name := range names {
		w, err := inner.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(w, rules[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(inner.Close(), outer.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("zones.zip.gz", packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("wrote %d zones; run the tests again, so that they are embedded", len(names))
}

func read(t *testing.T, file *zip.File) []byte {
	r, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestNoZone(t *testing.T) {
	for _, name := range []string{"", ".", "Africa", "Africa/", "africa/accra", "Local", "Mars/Base", "../Accra", "/Africa/Accra", "Africa\\Accra"} {
		if zone, known := location(name); known {
			t.Errorf("%q is known as %s", name, zone)
		}
	}
}

// TestInstant takes moments that clocks show once, twice and never.
func TestInstant(t *testing.T) {
	tests := []struct{ zone, local, want string }{
		{"Africa/Accra", "2023-12-05 09:00", "2023-12-05T09:00:00Z"},
		{"UTC", "2023-12-05 09:00", "2023-12-05T09:00:00Z"},
		{"Asia/Dhaka", "2023-06-25 09:00", "2023-06-25T03:00:00Z"},
		{"Asia/Kolkata", "2023-06-25 00:00", "2023-06-24T18:30:00Z"},
		{"Africa/Kigali", "2023-10-23 08:30", "2023-10-23T06:30:00Z"},
		{"America/St_Johns", "2023-07-18 23:59", "2023-07-19T02:29:00Z"},
		{"Pacific/Kiritimati", "2024-01-01 00:00", "2023-12-31T10:00:00Z"},
		{"Europe/Paris", "2023-03-26 01:59", "2023-03-26T00:59:00Z"},
		{"Europe/Paris", "2023-03-26 02:30", "2023-03-26T01:30:00Z"}, // never: counted at +01:00
		{"Europe/Paris", "2023-03-26 03:00", "2023-03-26T01:00:00Z"},
		{"Europe/Paris", "2023-10-29 01:59", "2023-10-28T23:59:00Z"},
		{"Europe/Paris", "2023-10-29 02:30", "2023-10-29T00:30:00Z"}, // twice: the first
		{"Europe/Paris", "2023-10-29 03:00", "2023-10-29T02:00:00Z"},
		{"America/Toronto", "2023-03-12 02:15", "2023-03-12T07:15:00Z"}, // never: counted at -05:00
		{"America/Toronto", "2023-11-05 01:30", "2023-11-05T05:30:00Z"}, // twice
		{"America/Toronto", "2023-11-05 02:00", "2023-11-05T07:00:00Z"},
		{"Africa/Casablanca", "2023-03-19 02:30", "2023-03-19T01:30:00Z"}, // twice, as Ramadan begins
		{"Australia/Lord_Howe", "2023-04-02 01:45", "2023-04-01T14:45:00Z"},
		{"Pacific/Apia", "2011-12-30 12:00", "2011-12-30T22:00:00Z"}, // a day that Samoa left out
		{"Europe/Paris", "2050-07-14 12:00", "2050-07-14T10:00:00Z"},
	}
	for _, test := range tests {
		zone, known := location(test.zone)
		if !known {
			t.Fatalf("%s is not known", test.zone)
		}
		got := instant(moment(t, test.local), zone).UTC().Format("2006-01-02T15:04:05Z07:00")
		if got != test.want {
			t.Errorf("%s in %s is %s, want %s", test.local, test.zone, got, test.want)
		}
	}
}

// moment reads "yyyy-mm-dd", or "yyyy-mm-dd hh:mm".
func moment(t testing.TB, text string) civil.Moment {
	t.Helper()
	day, clock, hasTime := strings.Cut(text, " ")
	date, err := civil.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	m := civil.Moment{Date: date, HasTime: hasTime}
	if hasTime {
		m.Hour, m.Minute = int(clock[0]-'0')*10+int(clock[1]-'0'), int(clock[3]-'0')*10+int(clock[4]-'0')
	}
	return m
}
