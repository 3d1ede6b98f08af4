package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/source"
)

// common is what holds of hosts where config.toml says nothing of them.
var common = Hosting{For: []host.Host{host.Netlify, host.Cloudflare, host.GitHub}, Pos: source.Pos{File: source.ConfigFile}}

func TestHosting(t *testing.T) {
	year, never := 31536000, 0
	tests := []struct {
		name, text string
		want       Hosting
	}{
		{"an empty table", "", Hosting{For: host.Common()}},
		{"everything", `for = ["apache", "github", "nginx", "netlify", "cloudflare"]
domain = "Conference.example.org"
hsts = 31536000
compress = ["br", "gz"]`, Hosting{
			For:    []host.Host{host.Apache, host.GitHub, host.Nginx, host.Netlify, host.Cloudflare},
			Domain: "conference.example.org", HSTS: &year, Compress: []host.Packing{host.Brotli, host.Gzip},
		}},
		{"no host", "for = []", Hosting{}},
		{"a host twice", `for = ["nginx", "nginx"]`, Hosting{For: []host.Host{host.Nginx}}},
		{"HSTS that ends", "hsts = 0", Hosting{For: host.Common(), HSTS: &never}},
		{"a domain in Punycode", `domain = "xn--confrence-f1a.xn--p1ai"`, Hosting{For: host.Common(), Domain: "xn--confrence-f1a.xn--p1ai"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.want.Pos = source.Pos{File: source.ConfigFile, Line: 4, Column: 1}
			got, problems := load(t, small+"[hosting]\n"+test.text+"\n", Options{})
			if diff := cmp.Diff(test.want, got.Hosting); diff != "" || len(problems) > 0 {
				t.Errorf("problems %q, (-want +got):\n%s", problems, diff)
			}
		})
	}
}

func TestHostingWrong(t *testing.T) {
	const domain = `is not the name of a domain; write the host alone, without https:// and without a path: domain = "conference.example.org"`
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a host that is near", `for = ["github", "netlifly"]`, []string{`5:18 hosting: "netlifly" is not a host that is known here; did you mean "netlify"?`}},
		{"a host that is far", `for = ["hébergeur"]`, []string{
			`5:8 hosting: "hébergeur" is not a host that is known here; write one of netlify, cloudflare, github, nginx, apache`}},
		{"one host", `for = "nginx"`, []string{"5:7 wrong-type: `for` can't be the text \"nginx\"; write a list of texts: for = [\"…\", \"…\"]"}},
		{"a form that is near", `compress = ["gzip"]`, []string{`5:13 hosting: "gzip" is not a form in which files are compressed; write one of br, gz`}},
		{"a key that is near", `domains = "example.org"`, []string{"5:1 unknown-key: unknown key `domains` in [hosting]; did you mean `domain`?"}},
		{"an address", `domain = "https://example.org/"`, []string{`5:10 hosting: "https://example.org/" ` + domain}},
		{"one label", `domain = "localhost"`, []string{`5:10 hosting: "localhost" ` + domain}},
		{"an accent", `domain = "conférence.org"`, []string{`5:10 hosting: "conférence.org" ` + domain}},
		{"a port", `domain = "example.org:80"`, []string{`5:10 hosting: "example.org:80" ` + domain}},
		{"numbers", `domain = "192.168.0.1"`, []string{`5:10 hosting: "192.168.0.1" ` + domain}},
		{"two lines", `domain = "example.org\nexample.com"`, []string{`5:10 hosting: "example.org\nexample.com" ` + domain}},
		{"a hyphen at the end", `domain = "accra-.example.org"`, []string{`5:10 hosting: "accra-.example.org" ` + domain}},
		{"a domain without GitHub", "for = [\"nginx\"]\ndomain = \"example.org\"", []string{
			"6:10 hosting: `domain` is for GitHub, which is not among the hosts; add \"github\" to for, or take domain out"}},
		{"seconds below 0", "hsts = -1", []string{"5:8 hosting: `hsts` can't be less than 0; write seconds: hsts = 31536000 is a year"}},
		{"seconds as a text", `hsts = "un an"`, []string{"5:8 wrong-type: `hsts` can't be the text \"un an\"; write a whole number, without quotes: hsts = 10"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			config, problems := load(t, small+"[hosting]\n"+test.text+"\n", Options{})
			if diff := cmp.Diff(test.want, problems); diff != "" {
				t.Errorf("problems differ (-want +got):\n%s", diff)
			}
			if config.Hosting.Domain != "" || config.Hosting.HSTS != nil || len(config.Hosting.Compress) > 0 {
				t.Errorf("what is wrong stands: %+v", config.Hosting)
			}
		})
	}
	if _, problems := load(t, small+"[hosting]\ndomain = \""+strings.Repeat("a234567.", 40)+"org\"\n", Options{}); len(problems) != 1 {
		t.Errorf("a domain of more than 253 letters: %q", problems)
	}
}
