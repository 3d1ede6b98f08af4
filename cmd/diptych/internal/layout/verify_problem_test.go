package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the hint lists where no name is near.
const (
	ofLink = "known here: .Address, .At, .Children, .Is, .Label, .Same, .String"
	ofView = "known here: .Any, .Body, .ByLang, .ByNumber, .Children, .City, .Count, .Draft, .Find, .Fixed, .Half, .Join, " +
		".Lang, .Links, .Menu, .Missing, .Named, .None, .Other, .Pairs, .Params, .Ratio, .Seq, .Seq2, .T, .Texts, .Title, " +
		".Two, .Weight, .Year"
)

// wrong are templates with what is told of each. The rule is "template" where nothing else is said. runs names those of
// which html/template makes no error.
var wrong = map[string]struct {
	text string
	want []string
	runs bool
}{
	"field": {
		text: "<p>\n\té {{.Titel}}",
		want: []string{"page.html:2:6 template: there is no `.Titel` in sampleView (did you mean `.Title`?)"},
	},
	"field, nothing near": {
		text: `{{.Year}}{{with .City}}{{.Zzzzzz}}{{end}}`,
		want: []string{"page.html:1:26 template: there is no `.Zzzzzz` in sampleLink (" + ofLink + ")"},
	},
	"field of a value without an address": {
		text: `{{with index .Links "home"}}{{.Zzzzzz}}{{end}}`,
		want: []string{"page.html:1:31 template: there is no `.Zzzzzz` in sampleLink (known here: .Address, .Children, .Is, .Label, .String)"},
	},
	"chain": {
		text: `{{.Other.Lable}}`,
		want: []string{"page.html:1:9 template: there is no `.Lable` in sampleLink (did you mean `.Label`?)"},
	},
	"chain, first": {
		text: `{{upper .Othre.Label.X}}`,
		want: []string{"page.html:1:9 template: there is no `.Othre` in sampleView (did you mean `.Other`?)"},
	},
	"variable's field": {
		text: `{{$é := .Other}}{{$é.Label.Size}}`,
		want: []string{"page.html:1:27 template: there is no `.Size`: string has no fields (use the value itself, without a name after it)"},
	},
	"dollar's field": {
		text: `{{range .Menu}}{{$.Labels}}{{end}}`,
		want: []string{"page.html:1:19 template: there is no `.Labels` in sampleView (" + ofView + ")"},
	},
	"result's field": {
		text: `{{((.Find "a")).Labe}}`,
		want: []string{"page.html:1:16 template: there is no `.Labe` in sampleLink (did you mean `.Label`?)"},
	},
	"unexported field": {
		text: `{{.Title}}{{.hidden}}`,
		want: []string{"page.html:1:13 template: there is no `.hidden` in sampleView (" + ofView + ")"},
	},
	"in else": {
		text: `{{if true}}{{else if .Draft}}{{else}}{{with .Menu}}{{else with .Menu}}{{else}}{{.A}}{{end}}{{end}}`,
		want: []string{"page.html:1:81 template: there is no `.A` in sampleView (did you mean `.T`?)"}, runs: true,
	},
	"in range": {
		text: `{{range $i, $x := .None}}{{$i.X}}{{$x.Y}}{{.Z}}{{break}}{{else}}{{.Label}}{{end}}`,
		want: []string{
			"page.html:1:30 template: there is no `.X`: int has no fields (use the value itself, without a name after it)",
			"page.html:1:38 template: there is no `.Y` in sampleLink (" + ofLink + ")",
			"page.html:1:44 template: there is no `.Z` in sampleLink (" + ofLink + ")",
			"page.html:1:67 template: there is no `.Label` in sampleView (" + ofView + ")",
		},
	},
	"in a template": {
		text: `{{define "a"}}{{.Label}}{{.Title}}{{end}}{{template "a" .Other}}{{template "a" .}}`,
		want: []string{
			"page.html:1:17 template: there is no `.Label` in sampleView (" + ofView + ")",
			"page.html:1:27 template: there is no `.Title` in sampleLink (" + ofLink + ")",
		},
	},
	"template without a value": {
		text: `{{define "a"}}{{.Label}}{{end}}{{template "a"}}`,
		want: []string{"page.html:1:17 template: there is no value here, so `.Label` gives nothing (call the template with a value: {{template \"…\" .}})"},
	},
	"unknown template": {
		text: `{{define "en-tête"}}{{end}}{{template "en-tete" .}}{{template "en-tête"}}`,
		want: []string{"page.html:1:39 template: there is no template \"en-tete\" (did you mean `en-tête`?)"},
	},
	"pointer method on a copy": {
		text: `{{(.Find "a").At 2}}`,
		want: []string{"page.html:1:14 template: `.At` can't be called on this sampleLink (it is a method of the pointer, and this value is a copy: let the program hand over a pointer)"},
	},
	"named map keys": {
		text: `{{.ByLang.fr}}`,
		want: []string{"page.html:1:10 template: there is no `.fr`: map[layout.sampleLang]layout.sampleLink has no fields (use the value itself, without a name after it)"},
	},
	"arguments of a field": {
		text: `{{.Title "a"}}{{.Title | .Texts.accueil}}`,
		want: []string{
			"page.html:1:3 template: `.Title` is a field of sampleView and takes no arguments (leave the arguments out; a function that is kept in a field is called with {{call .Field …}})",
			"page.html:1:32 template: `.accueil` is a field of map[string]string and takes no arguments (leave the arguments out; a function that is kept in a field is called with {{call .Field …}})",
		},
	},
	"number of arguments": {
		text: `{{upper}}{{upper .Title .Title}}{{.T}}{{.Children 1}}{{times "é"}}{{.Title | upper "a"}}{{not}}{{slice .Menu 0 0 0 0}}`,
		want: []string{
			"page.html:1:3 template: `upper` is called with 0 arguments (it takes 1 argument)",
			"page.html:1:12 template: `upper` is called with 2 arguments (it takes 1 argument)",
			"page.html:1:35 template: `.T` is called with 0 arguments (it takes at least 1 argument)",
			"page.html:1:41 template: `.Children` is called with 1 argument (it takes no arguments)",
			"page.html:1:56 template: `times` is called with 1 argument (it takes 2 arguments)",
			"page.html:1:78 template: `upper` is called with 2 arguments (it takes 1 argument)",
			"page.html:1:91 template: `not` is called with 0 arguments (it takes 1 argument)",
			"page.html:1:98 template: `slice` is called with 5 arguments (it takes 1 to 4 arguments)",
		},
	},
	"types of arguments": {
		text: `{{upper 1}}{{upper .Weight}}{{times .Title "2"}}{{times .Title 1.5}}{{.Half -1}}{{yes 1}}{{float "1"}}{{upper nil}}{{named "a"}}{{.Other.Is .Title}}`,
		want: []string{
			"page.html:1:9 template: argument 1 of `upper` is the constant 1 (give it a text)",
			"page.html:1:20 template: argument 1 of `upper` is int (give it a text)",
			"page.html:1:44 template: argument 2 of `times` is the constant \"2\" (give it a whole number)",
			"page.html:1:64 template: argument 2 of `times` is the constant 1.5 (give it a whole number)",
			"page.html:1:77 template: argument 1 of `.Half` is the constant -1 (give it a whole number)",
			"page.html:1:87 template: argument 1 of `yes` is the constant 1 (give it true or false)",
			"page.html:1:98 template: argument 1 of `float` is the constant \"1\" (give it a number)",
			"page.html:1:111 template: argument 1 of `upper` is nothing (give it a text)",
			"page.html:1:124 template: argument 1 of `named` is the constant \"a\" (give it a value of type Stringer)",
			"page.html:1:141 template: argument 1 of `.Is` is string (give it a value of type sampleLink)",
		},
	},
	"types of piped values": {
		text: `{{.Menu | upper}}{{3 | .T}}{{.Title | times "a"}}`,
		want: []string{
			"page.html:1:11 template: argument 1 of `upper` is []layout.sampleLink (give it a text)",
			"page.html:1:24 template: argument 1 of `.T` is int (give it a text)",
			"page.html:1:39 template: argument 2 of `times` is string (give it a whole number)",
		},
	},
	"two results": {
		text: `{{.Two}}`,
		want: []string{"page.html:1:3 template: `.Two` can't be called from a layout (a function for layouts gives one value, or one and an error)"},
	},
	"not a function": {
		text: `{{"a" "b"}}{{$x := 1}}{{$x 2}}{{.Title | $x}}{{. 1}}{{(.Title) 1}}`,
		want: []string{
			"page.html:1:3 template: `\"a\"` is not a function and takes no arguments (leave out what follows it, or put a function such as printf first)",
			"page.html:1:25 template: `$x` is not a function and takes no arguments (leave out what follows it, or put a function such as printf first)",
			"page.html:1:42 template: `$x` is not a function and takes no arguments (leave out what follows it, or put a function such as printf first)",
			"page.html:1:48 template: `.` is not a function and takes no arguments (leave out what follows it, or put a function such as printf first)",
			"page.html:1:56 template: `.Title` is not a function and takes no arguments (leave out what follows it, or put a function such as printf first)",
		},
	},
	"nil": {
		text: `{{nil}}`,
		want: []string{"page.html:1:3 template: nil can't stand alone (leave it out, or compare with it: {{if eq .Field nil}})"},
	},
	"too large": {
		text: `{{print 9223372036854775808}}`,
		want: []string{"page.html:1:9 template: the number 9223372036854775808 is too large (write a smaller one)"},
	},
	"range": {
		text: `{{range .Title}}{{.}}{{end}}{{range $x := .Other}}{{$x}}{{end}}{{range $i, $x := .Weight}}{{$x}}{{end}}{{range 1.5}}{{end}}`,
		want: []string{
			"page.html:1:9 template: range can't go over string (range goes over lists, maps, whole numbers and iterators; take {{with …}} for one value)",
			"page.html:1:37 template: range can't go over sampleLink (range goes over lists, maps, whole numbers and iterators; take {{with …}} for one value)",
			"page.html:1:72 template: a range over int gives one value, and two variables stand here (write one variable)",
			"page.html:1:112 template: range can't go over float64 (range goes over lists, maps, whole numbers and iterators; take {{with …}} for one value)",
		},
	},
	"comparisons": {
		text: `{{eq .Title 1}}{{eq .Weight 1 "a"}}{{eq .Other "a"}}{{eq .Menu .Menu}}{{lt .Draft true}}{{gt .Title .Weight}}{{le .Other 1}}{{eq .Title}}{{ne 1 2 3}}{{lt .Title nil}}`,
		want: []string{
			"page.html:1:13 template: `eq` can't compare string with int (compare values of the same type; a pointer or a struct by one of its fields)",
			"page.html:1:31 template: `eq` can't compare int with string (compare values of the same type; a pointer or a struct by one of its fields)",
			"page.html:1:48 template: `eq` can't compare sampleLink with string (compare values of the same type; a pointer or a struct by one of its fields)",
			"page.html:1:64 template: `eq` can't compare []layout.sampleLink with []layout.sampleLink (compare values of the same type; a pointer or a struct by one of its fields)",
			"page.html:1:76 template: `lt` is given bool, which has no order (compare two numbers of the same kind, or two texts)",
			"page.html:1:101 template: `gt` can't compare string with int (compare two numbers of the same kind, or two texts)",
			"page.html:1:115 template: `le` is given sampleLink, which has no order (compare two numbers of the same kind, or two texts)",
			"page.html:1:127 template: `eq` is called with 1 argument (it takes at least 2 arguments)",
			"page.html:1:140 template: `ne` is called with 3 arguments (it takes 2 arguments)",
			"page.html:1:162 template: `lt` is given nothing, which has no order (compare two numbers of the same kind, or two texts)",
		},
	},
	"len": {
		text: `{{len .Weight}}{{len nil}}`,
		want: []string{
			"page.html:1:7 template: `len` is given int, which has no length (len counts lists, maps and texts)",
			"page.html:1:22 template: `len` is given nothing, which has no length (len counts lists, maps and texts)",
		},
	},
	"index": {
		text: `{{index .Other 1}}{{index .Menu "a"}}{{index .Texts 1}}{{(index .Menu 0).X}}{{index nil 1}}{{index .ByLang .Title}}{{index .Title 0 1}}`,
		want: []string{
			"page.html:1:9 template: `index` can't look into sampleLink (index looks into lists and maps; a field is named with a dot)",
			"page.html:1:33 template: `index` is given string as a position (count from 0 with whole numbers)",
			"page.html:1:53 template: `index` is given int as the key of map[string]string (give a text)",
			"page.html:1:73 template: there is no `.X` in sampleLink (" + ofLink + ")",
			"page.html:1:85 template: `index` is given nothing to look into (index looks into lists and maps)",
			"page.html:1:108 template: `index` is given string as the key of map[layout.sampleLang]layout.sampleLink (give a text)",
			"page.html:1:124 template: `index` can't look into uint8 (index looks into lists and maps; a field is named with a dot)",
		},
	},
	"slice": {
		text: `{{slice .Texts 1}}{{slice .Title 1 2 3}}{{slice .Menu "a"}}{{slice .Fixed 1}}{{slice nil}}`,
		want: []string{
			"page.html:1:9 template: `slice` can't take a part of map[string]string (slice takes a part of a list, or of a text by one or two positions)",
			"page.html:1:27 template: `slice` can't take a part of string (slice takes a part of a list, or of a text by one or two positions)",
			"page.html:1:55 template: `slice` is given string as a position (count from 0 with whole numbers)",
			"page.html:1:68 template: `slice` can't take a part of [2]layout.sampleLink (slice takes a part of a list, or of a text by one or two positions)",
			"page.html:1:86 template: `slice` can't take a part of nothing (slice takes a part of a list, or of a text by one or two positions)",
		},
	},
	"call": {
		text: `{{call .Title}}{{call .Join "a"}}{{call .Join "a" 1}}{{call .Join "a" "b" "c"}}{{call nil}}{{(call .Join "a" "b").X}}`,
		want: []string{
			"page.html:1:8 template: `call` is given string, which is no function (write the method or field without call)",
			"page.html:1:23 template: `call` is given too few arguments (the function is a func(string, string) string)",
			"page.html:1:51 template: `call` can't give int as argument 2 (the function is a func(string, string) string)",
			"page.html:1:75 template: `call` can't give string as argument 3 (the function is a func(string, string) string)",
			"page.html:1:87 template: `call` is given nothing, which is no function (write the method or field without call)",
			"page.html:1:114 template: there is no `.X`: string has no fields (use the value itself, without a name after it)",
		},
	},
	"printf": {
		text: `{{printf 1}}{{.Weight | printf}}{{printf .Lang}}`,
		want: []string{
			"page.html:1:10 template: argument 1 of `printf` is int (give it a text)",
			"page.html:1:25 template: argument 1 of `printf` is int (give it a text)",
			"page.html:1:42 template: argument 1 of `printf` is sampleLang (give it a text)",
		},
	},
	"constants": {
		text: `{{.T "nav.menü"}}{{"nav" | .T}}{{asset "css/site.css"}}{{asset ("css/sit.css")}}{{$.T .Title}}`,
		want: []string{
			"page.html:1:6 template: `T` knows no \"nav.menü\" (did you mean \"nav.menu\"?)",
			"page.html:1:20 template: `T` knows no \"nav\" (did you mean \"nav.menu\"?)",
			"page.html:1:65 template: `asset` knows no \"css/sit.css\" (did you mean \"css/site.css\"?)",
		},
		runs: true,
	},
	"nested in arguments": {
		text: `{{if and .Draft (or (not .Drafts) (eq .Titel "a"))}}{{end}}{{template "page.html" .Othr}}`,
		want: []string{
			"page.html:1:26 template: there is no `.Drafts` in sampleView (did you mean `.Draft`?)",
			"page.html:1:39 template: there is no `.Titel` in sampleView (did you mean `.Title`?)",
			"page.html:1:83 template: there is no `.Othr` in sampleView (did you mean `.Other`?)",
		},
	},
}

func TestProblems(t *testing.T) {
	for name, test := range wrong {
		t.Run(name, func(t *testing.T) {
			root, set := parseSample(t, map[string]string{"page.html": test.text})
			if diff := cmp.Diff(test.want, told(verify(set))); diff != "" {
				t.Errorf("problems of %s (-want +got):\n%s", test.text, diff)
			}
			if err := execute(root); (err == nil) != test.runs {
				t.Errorf("run of %s: %v, want an error: %t", test.text, err, !test.runs)
			}
		})
	}
}
