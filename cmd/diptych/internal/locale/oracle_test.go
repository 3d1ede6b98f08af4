package locale

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

// TestAgainstCLDR compares with the answers of another implementation of CLDR, which testdata/oracle.mjs collected. We
// write what it writes but for the differences, and each difference is still one.
func TestAgainstCLDR(t *testing.T) {
	answers := readAnswers(t)
	needed := map[[3]string]bool{}
	for _, tag := range slices.Concat(Tags(source.French), Tags(source.English)) {
		l := mustNew(t, tag)
		for kind, texts := range answers[l.Tag()] {
			for _, input := range slices.Sorted(maps.Keys(texts)) {
				want := applied(texts[input], tag, kind, needed)
				if got := ours(t, l, kind, input); got != want {
					t.Errorf("%s, %s of %s: got %+q, want %+q, CLDR has %+q", tag, kind, input, got, want, texts[input])
				}
			}
		}
	}
	for _, d := range differences {
		for _, tag := range d.locales {
			for _, kind := range d.kinds {
				if !needed[[3]string{d.name, tag, kind}] {
					t.Errorf("%q is no longer a difference for %s in %s: take it out of the list", d.name, tag, kind)
				}
			}
		}
	}
}

// applied makes our text of CLDR's, and notes the differences that it took.
func applied(text, tag, kind string, needed map[[3]string]bool) string {
	for _, d := range differences {
		if !slices.Contains(d.locales, tag) || !slices.Contains(d.kinds, kind) {
			continue
		}
		changed := d.pattern.ReplaceAllString(text, d.ours)
		if changed != text {
			needed[[3]string{d.name, tag, kind}] = true
		}
		text = changed
	}
	return text
}

// ours answers a question as it stands in testdata/intl.json.
func ours(t *testing.T, l *Locale, kind, input string) string {
	t.Helper()
	first, second, _ := strings.Cut(input, "/")
	switch kind {
	case "date":
		return l.Date(moment(t, input).Date)
	case "range":
		return l.DateRange(moment(t, first).Date, moment(t, second).Date)
	case "time":
		m := moment(t, "2023-01-01T"+input)
		return l.Time(m.Hour, m.Minute)
	case "moment":
		return l.Moments(moment(t, first), moment(t, second))
	case "integer":
		return l.Integer(must(t)(strconv.ParseInt(input, 10, 64)))
	case "decimal":
		digits := must(t)(strconv.ParseInt(second, 10, 64))
		f, err := strconv.ParseFloat(first, 64)
		if err != nil {
			t.Fatal(err)
		}
		return l.Decimal(f, int(digits))
	case "size":
		return l.Size(must(t)(strconv.ParseInt(input, 10, 64)))
	case "list":
		return l.List(strings.Split(input, "|"))
	case "country":
		name, _ := l.Country(input)
		return name
	case "sorted":
		return strings.Join(slices.SortedFunc(slices.Values(strings.Split(input, "|")), l.Compare), "|")
	}
	t.Fatalf("no answer to %q", kind)
	return ""
}

// readAnswers reads the golden file: CLDR tag, kind, input, text.
func readAnswers(t *testing.T) map[string]map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/intl.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden struct {
		CLDR    string
		Locales map[string]map[string]map[string]string
	}
	if err := json.Unmarshal(data, &golden); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(golden.CLDR, "48.") || len(golden.Locales) != 5 {
		t.Fatalf("the answers are of CLDR %q for %d locales; the package comment speaks of 48, and there are 5",
			golden.CLDR, len(golden.Locales))
	}
	return golden.Locales
}

func mustNew(t testing.TB, tag string) *Locale {
	t.Helper()
	l, ok := New(tag)
	if !ok {
		t.Fatalf("no locale %q", tag)
	}
	return l
}

func must(t *testing.T) func(int64, error) int64 {
	return func(n int64, err error) int64 {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
}

// moment reads yyyy-mm-dd or yyyy-mm-ddThh:mm; "" is the zero moment.
func moment(t testing.TB, text string) civil.Moment {
	t.Helper()
	if text == "" {
		return civil.Moment{}
	}
	day, clock, hasTime := strings.Cut(text, "T")
	date, err := civil.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	if !hasTime {
		return civil.Moment{Date: date}
	}
	at, err := time.Parse("15:04", clock)
	if err != nil {
		t.Fatal(err)
	}
	return civil.Moment{Date: date, Hour: at.Hour(), Minute: at.Minute(), HasTime: true}
}
