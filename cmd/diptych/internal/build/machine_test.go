package build

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
)

// TestUUID has the example of RFC 9562, A.4, which is in the name space of domain names, and two of our own name space
// that another implementation made.
func TestUUID(t *testing.T) {
	domains := urlNamespace
	domains[3]-- // 6ba7b810-… (RFC 9562, 6.6)
	got := []string{named(domains, "www.example.com"), uuid("http://www.example.com/"), uuid("http://python.org/")}
	want := []string{
		"2ed6657d-e927-568b-95e1-2665a8aea6a2",
		"urn:uuid:fcde3c85-2270-590f-9e7c-ee003d65e0e2",
		"urn:uuid:4c565f0d-3f5a-5890-b41b-20cf47701c5e",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// feed is what a reader of Atom makes of our bytes.
type feed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Sub     string      `xml:"subtitle"`
	Updated time.Time   `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []feedLink  `xml:"link"`
	Entries []feedEntry `xml:"entry"`
}

type feedEntry struct {
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Links     []feedLink `xml:"link"`
	Published time.Time  `xml:"published"`
	Updated   time.Time  `xml:"updated"`
	Summary   string     `xml:"summary"`
}

type feedLink struct {
	Rel      string `xml:"rel,attr"`
	Type     string `xml:"type,attr"`
	Hreflang string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

func readFeed(t *testing.T, s *Site, path string) feed {
	t.Helper()
	var f feed
	text := read(t, s, path)
	if err := xml.Unmarshal([]byte(text), &f); err != nil {
		t.Fatalf("%s is not XML: %v\n%s", path, err, text)
	}
	return f
}

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func TestFeed(t *testing.T) {
	got := readFeed(t, sample(t, subPath, nil), "fr/feed.xml")
	base := subPath + "fr/"
	want := feed{
		XMLName: xml.Name{Space: "http://www.w3.org/2005/Atom", Local: "feed"}, Lang: "fr", ID: uuid(base + "feed.xml"),
		Title: "Conférence d’Accra", Sub: "La conférence ministérielle, à Accra.", Author: "Conférence d’Accra",
		Updated: day(2023, 10, 2),
		Links: []feedLink{
			{"self", "application/atom+xml", "fr", base + "feed.xml"}, {"alternate", "text/html", "fr", base},
		},
		Entries: []feedEntry{
			{ID: uuid(base + "#programme"), Title: "Le programme est là", Published: day(2023, 10, 1), Updated: day(2023, 10, 1),
				Links: []feedLink{{"alternate", "text/html", "fr", base + "programme/"}}},
			{ID: uuid(base + "#announcement"), Title: "L’annonce", Published: day(2023, 9, 22), Updated: day(2023, 10, 2),
				Summary: "Qui l’a dite, et où.", Links: []feedLink{{"alternate", "text/html", "fr", base + "annonce/"}}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("feed (-want +got):\n%s", diff)
	}
}

func TestFeedIDsFollowThePageAndItsLanguage(t *testing.T) {
	moved := sample(t, ownHost, files{"content/announcement.fr.md": half("Autre titre", `slug = "ailleurs"`, "Texte.")})
	before, after := readFeed(t, sample(t, ownHost, nil), "fr/feed.xml"), readFeed(t, moved, "fr/feed.xml")
	if before.ID != after.ID || before.Entries[1].ID != after.Entries[1].ID {
		t.Error("the ids change with the slug")
	}
	if after.Entries[1].Links[0].Href != "https://example.org/fr/ailleurs/" {
		t.Errorf("the entry leads to %s", after.Entries[1].Links[0].Href)
	}
	seen := map[string]string{}
	for _, path := range []string{"fr/feed.xml", "en/feed.xml"} {
		f := readFeed(t, moved, path)
		for _, id := range []string{f.ID, f.Entries[0].ID, f.Entries[1].ID} {
			if first, twice := seen[id]; twice {
				t.Errorf("the id %s is in %s and in %s", id, first, path)
			}
			seen[id] = path
		}
	}
}

func TestFeedHasTheNewestTwenty(t *testing.T) {
	changes := files{}
	for i := range 25 {
		key := fmt.Sprintf("content/news-%02d", i)
		changes[key+".toml"] = fmt.Sprintf("news = true\ndate = 2022-01-%02d\n", i+1)
		changes[key+".fr.md"], changes[key+".en.md"] = half("Nouvelle", "", ""), half("News", "", "")
	}
	f := readFeed(t, sample(t, ownHost, changes), "en/feed.xml")
	if len(f.Entries) != site.FeedLength {
		t.Fatalf("%d entries, want %d", len(f.Entries), site.FeedLength)
	}
	for i, entry := range f.Entries[1:] {
		if entry.Published.After(f.Entries[i].Published) {
			t.Errorf("%s of %s comes after an older one", entry.Title, entry.Published)
		}
	}
	if oldest := f.Entries[19].Published; !oldest.Equal(day(2022, 1, 8)) {
		t.Errorf("the last entry is of %s", oldest)
	}
}

func TestSiteWithoutNewsHasNoFeed(t *testing.T) {
	s := sample(t, ownHost, files{"content/announcement.toml": "", "content/programme.toml": ""})
	for _, path := range s.Paths() {
		if strings.HasSuffix(path, "feed.xml") || strings.Contains(read(t, s, path), "atom+xml") {
			t.Errorf("%s is a feed, or leads to one", path)
		}
	}
}

// sitemap is what a reader of sitemaps makes of our bytes.
type sitemap struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []struct {
		Location   string `xml:"loc"`
		Modified   string `xml:"lastmod"`
		Alternates []struct {
			Rel      string `xml:"rel,attr"`
			Hreflang string `xml:"hreflang,attr"`
			Href     string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:"url"`
}

func TestSitemap(t *testing.T) {
	var got sitemap
	text := read(t, sample(t, subPath, nil), "sitemap.xml")
	if err := xml.Unmarshal([]byte(text), &got); err != nil {
		t.Fatalf("not XML: %v\n%s", err, text)
	}
	sets, modified := map[string]string{}, map[string]string{}
	for _, u := range got.URLs {
		if _, twice := sets[u.Location]; twice {
			t.Errorf("%s is in the sitemap twice", u.Location)
		}
		var set []string
		for _, a := range u.Alternates {
			set = append(set, a.Rel+" "+a.Hreflang+" "+a.Href)
		}
		sets[u.Location], modified[u.Location] = strings.Join(set, "\n"), u.Modified
	}
	for _, u := range got.URLs {
		for _, a := range u.Alternates {
			if sets[a.Href] != sets[u.Location] {
				t.Errorf("%s names %s, which has another set:\n%s", u.Location, a.Href, sets[a.Href])
			}
		}
	}
	want := map[string]string{
		subPath: "", subPath + "fr/": "", subPath + "en/": "", subPath + "fr/a-propos/": "", subPath + "en/about/": "",
		subPath + "fr/annonce/": "2023-10-02", subPath + "en/announcement/": "2023-10-02",
		subPath + "fr/programme/": "2023-10-01", subPath + "en/programme/": "2023-10-01",
		subPath + "en/report/":   "", // and no fr/report/: a notice is not for search engines
		subPath + "fr/reunions/": "", subPath + "en/meetings/": "",
		subPath + "fr/reunions/dacca/": "", subPath + "en/meetings/dhaka/": "",
		subPath + "fr/reunions/seoul/": "", subPath + "en/meetings/seoul/": "",
		subPath + "fr/reunions/groupes/": "", subPath + "en/meetings/groups/": "",
		subPath + "fr/reunions/groupes/chefs-de-file/": "", subPath + "en/meetings/groups/leaders/": "",
	}
	if diff := cmp.Diff(want, modified); diff != "" {
		t.Errorf("addresses and their last days (-want +got):\n%s", diff)
	}
	if !strings.Contains(sets[subPath+"en/report/"], "x-default "+subPath+"en/report/") {
		t.Errorf("a page without its other half has the set %s", sets[subPath+"en/report/"])
	}
}

func TestRobots(t *testing.T) {
	tests := []struct {
		base    string
		changes files
		want    string
	}{
		{ownHost, nil, "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"},
		{subPath, nil, "User-agent: *\nAllow: /\n\nSitemap: https://example.org/accra/sitemap.xml\n"},
		{folder, nil, "User-agent: *\nAllow: /\n"},
		{ownHost, files{"static/robots.txt": "User-agent: *\nDisallow: /\n"}, "User-agent: *\nDisallow: /\n"},
	}
	for _, test := range tests {
		if got := read(t, sample(t, test.base, test.changes), "robots.txt"); got != test.want {
			t.Errorf("base %q: robots.txt is\n%s\nwant\n%s", test.base, got, test.want)
		}
	}
}

func TestTimestamp(t *testing.T) {
	if got := timestamp(civil.Date{Year: 2023, Month: 9, Day: 2}); got != "2023-09-02T00:00:00Z" {
		t.Errorf("got %s", got)
	}
}
