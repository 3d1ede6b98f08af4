package serve

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

const summerKey = "visits/summer"

// TestConfirm confirms two blocks, one right after the other, and then the page.
func TestConfirm(t *testing.T) {
	p := pairs(t, nil)
	seen := p.seen(summerKey)
	if len(seen) != 8 { // title, paragraph, heading, three items, paragraph; and the page
		t.Fatalf("the buttons are %v", seen)
	}
	for i, row := range []string{"3", "1"} {
		got := p.confirm(summerKey, row, seen[row]) // no generation comes between the two
		if got.status != 200 || !strings.Contains(got.body, `"state":"confirmed"`) {
			t.Fatalf("%d: %s", got.status, got.body)
		}
		if n := len(p.lockOf(summerKey).Entries); n != i+1 {
			t.Fatalf("%d entries are recorded after %d confirmations", n, i+1)
		}
	}
	p.publish()
	if left := p.seen(summerKey); len(left) != 6 || left["3"] != "" || left["1"] != "" {
		t.Errorf("to be confirmed are %v", left)
	}
	got := p.confirm(summerKey, "", p.seen(summerKey)[""])
	if got.status != 200 || !strings.Contains(got.body, `"message":{"en":"confirmed","fr":"confirmé"}`) {
		t.Errorf("%d: %s", got.status, got.body)
	}
	p.publish()
	if left := p.seen(summerKey); len(left) != 0 {
		t.Errorf("to be confirmed are %v", left)
	}
	if !strings.Contains(p.get(t, "/_diptych/review/visits/summer?lang=en").body, "Nothing has changed since it was confirmed") {
		t.Error("it is not said that nothing is to be done")
	}
}

// TestConfirmMinor holds that a minor change is passed on as one.
func TestConfirmMinor(t *testing.T) {
	p := pairs(t, nil)
	query := "?key=index&row=&seen=" + p.seen("index")[""] + "&token=s%C3%A9same&minor="
	for _, minor := range []string{"true", "false"} {
		p.ask(t, "POST", "/_diptych/confirm"+query+minor, "Origin", "http://"+p.host)
	}
	if got := fmt.Sprint(p.minors); got != "[true false]" {
		t.Errorf("minor are %s", got)
	}
}

// TestConfirmRefuses asks in ways in which nothing may be recorded.
func TestConfirmRefuses(t *testing.T) {
	p := pairs(t, nil)
	seen := p.seen(summerKey)
	ours := []string{"Origin", "http://" + p.host, "Sec-Fetch-Site", "same-origin"}
	query := "?key=visits/summer&row=1&seen=" + seen["1"] + "&minor=false&token=s%C3%A9same"
	with := func(old, new string) string { return strings.Replace(query, old, new, 1) }
	tests := []struct {
		name, method, query string
		headers             []string
		want                int
	}{
		{"by a link", "GET", query, ours, 405},
		{"by another method", "PUT", query, ours, 405},
		{"without the token", "POST", with("s%C3%A9same", ""), ours, 403},
		{"with another token", "POST", with("s%C3%A9same", "s%C3%A9zame"), ours, 403},
		{"without an origin", "POST", query, nil, 403},
		{"from another origin", "POST", query, []string{"Origin", "http://evil.example"}, 403},
		{"from no origin", "POST", query, []string{"Origin", "null"}, 403},
		{"from another port", "POST", query, []string{"Origin", "http://127.0.0.1:1"}, 403},
		{"by a form elsewhere", "POST", query, []string{
			"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document",
		}, 403},
		{"by another name of the host", "POST", query, append([]string{"Host", "evil.example"}, ours...), 403},
		{"a page that is not there", "POST", with("visits/summer", "visits/winter"), ours, 404},
		{"a page by its folder", "POST", with("visits/summer", "visits"), ours, 404},
		{"a page out of the site", "POST", with("visits/summer", "../summer"), ours, 404},
		{"a row that is not there", "POST", with("row=1", "row=99"), ours, 409},
		{"no row at all", "POST", with("row=1", "row=-1"), ours, 409},
		{"another row than what was seen", "POST", with("row=1", "row=2"), ours, 409},
		{"the page, of which a row was seen", "POST", with("row=1", "row="), ours, 409},
		{"nothing seen", "POST", with(seen["1"], ""), ours, 409},
	}
	for _, test := range tests {
		if got := p.ask(t, test.method, "/_diptych/confirm"+test.query, test.headers...); got.status != test.want {
			t.Errorf("%s it is answered with %d, want %d: %s", test.name, got.status, test.want, got.body)
		}
	}
	if len(p.minors) > 0 {
		t.Errorf("%d confirmations are recorded", len(p.minors))
	}
	if got := run(t, Options{Token: "sésame"}, atelier()).ask(t, "POST", "/_diptych/confirm"+query); got.status != 405 {
		t.Errorf("where nothing can be confirmed it is answered with %d", got.status)
	}
}

// TestConfirmStale changes the page under the eyes of whoever confirms it: before there is another generation, and after.
func TestConfirmStale(t *testing.T) {
	for _, publish := range []bool{false, true} {
		p := pairs(t, nil)
		seen := p.seen(summerKey)
		p.replace("content/visits/summer.en.md", "We leave", "We return")
		if publish {
			p.publish()
		}
		for _, row := range []string{"1", ""} {
			got := p.confirm(summerKey, row, seen[row])
			if got.status != 409 || !strings.Contains(got.body, "the page has changed since you saw it") {
				t.Errorf("%q is answered with %d, %s", row, got.status, got.body)
			}
		}
		if len(p.minors) > 0 {
			t.Error("it is recorded")
		}
	}
}

// TestConfirmFaulty has errors in a page: one that a comparison finds, and one that keeps the page from being made.
func TestConfirmFaulty(t *testing.T) {
	tests := []struct{ name, file, old, new, want string }{
		{"a date", "content/visits/summer.en.md", "12 June", "13 June", `"en":"the page has errors, the first of which is: `},
		{"front matter", "content/visits/summer.en.md", "title =", "title", `"en":"the two halves can’t be compared"`},
		{"no half", "content/visits/summer.en.md", "", "", `"en":"the two halves can’t be compared"`},
	}
	for _, test := range tests {
		p := pairs(t, nil)
		seen := p.seen(summerKey)
		if test.old == "" {
			p.write(test.file, "")
		} else {
			p.replace(test.file, test.old, test.new)
		}
		p.publish()
		if left := p.seen(summerKey); len(left) > 0 {
			t.Errorf("%s: there are buttons: %v", test.name, left)
		}
		got := p.confirm(summerKey, "", seen[""])
		if got.status != 409 || !strings.Contains(got.body, test.want) {
			t.Errorf("%s: it is answered with %d, %s", test.name, got.status, got.body)
		}
		if len(p.minors) > 0 {
			t.Errorf("%s: it is recorded", test.name)
		}
	}
}

// TestConfirmFails has the disk refuse.
func TestConfirmFails(t *testing.T) {
	p := pairs(t, nil)
	p.fails = errors.New("no space left on device")
	got := p.confirm("index", "", p.seen("index")[""])
	if got.status != 500 || !strings.Contains(got.body, "the terminal says why") || strings.Contains(got.body, "space") {
		t.Errorf("it is answered with %d, %s", got.status, got.body)
	}
	if logs := p.diary.logs; len(logs) != 1 || logs[0] != "i18n/lock/index.toml: no space left on device" {
		t.Errorf("the log is %q", logs)
	}
}
