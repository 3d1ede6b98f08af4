package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/wording"
)

// printing are templates that print values at many places of HTML. Before each that is refused stands a ‸, which is taken
// out; where says into what the value is printed.
var printing = map[string]struct {
	text  string
	where wording.Phrase
}{
	"text":                  {`<p>{{.Title}}</p>`, ""},
	"script":                {`<script>‸{{.Title}}</script>{{.Title}}`, inScript},
	"script, capitals":      {"<SCRIPT\ntype=module>let a = \"é\" < 1 || ‸{{.Title}}</Script\n>{{.Title}}", inScript},
	"script, other type":    {`<script type="application/ld+json">{"name": ‸{{.Title}}}</script>`, inScript},
	"script, two":           {`<script>a</script><script>‸{{.Title}}</script><script>‸{{.Title}}</script>`, inScript},
	"script source":         {`<script src="{{.Title}}" data-x='{{.Title}}' {{if .Draft}}async{{end}}></script>`, ""},
	"script not ended":      {`<script></scriptx>‸{{.Title}}</ script>‸{{.Title}}</script >{{.Title}}`, inScript},
	"script in branches":    {`<script>{{if .Draft}}‸{{.Title}}{{else}}a{{range .Menu}}‸{{.Label}}{{else}}‸{{$.Title}}{{end}}{{end}}</script>{{.Title}}`, inScript},
	"script with a choice":  {`<script>{{if .Draft}}a{{else}}b{{end}}{{$x := .Title}}</script>{{$x}}`, ""},
	"opened in a branch":    {`{{if .Draft}}<script>{{end}}‸{{.Title}}</script>`, inScript},
	"opened in the other":   {`{{if .Draft}}a{{else}}<script>{{end}}‸{{.Title}}</script>`, inScript},
	"called in a script":    {`{{define "a"}}‸{{.}}{{end}}{{template "a" .Title | printf "%s"}}<script>{{template "a" .Title}}</script>`, inScript},
	"text into a script":    {`{{define "a"}}let a{{end}}<script>{{template "a"}}</script>`, ""},
	"called as a beginning": {`{{define "a"}}<script>{{end}}{{define "b"}}</script>{{end}}{{template "a"}}‸{{.Title}}{{template "b"}}{{.Title}}`, inScript},
	"recursion":             {`{{define "a"}}{{with .}}<b>{{.Label}}</b><style>‸{{.Label}}</style>{{template "a" index .Children 0}}{{end}}{{end}}{{template "a" .Other}}`, inStyle},
	"not used":              {`{{define "a"}}<script>‸{{.Title}}</script>{{end}}`, inScript},
	"style":                 {`<style>p { color: ‸{{.Title}} }</style>{{.Title}}`, inStyle},
	"style attribute":       {`<p style="color: ‸{{.Title}}">{{.Title}}</p>`, inStyle},
	"style, no quotes":      {`<p class={{.Title}} style=‸{{.Title}}>{{.Title}}</p>`, inStyle},
	"style, spaces":         {"<p STYLE \n=\n 'a: ‸{{.Title}}' title='{{.Title}}'>{{.Title}}</p>", inStyle},
	"event":                 {`<button onclick="go('‸{{.Title}}')" title="{{.Title}}">{{.Title}}</button>`, inEvent},
	"event after a slash":   {`<img src="{{.Title}}"/onload='‸{{.Title}}'/>{{.Title}}`, inEvent},
	"event, no quotes":      {`<p id=x onclick=a‸{{.Title}}>{{.Title}}</p>`, inEvent},
	"event, name printed":   {`<p on{{.Title}}="‸{{.Title}}">`, inEvent},
	"event behind a value":  {`<p {{.Title}} onclick="‸{{.Title}}">`, inEvent},
	"event as data":         {`<p data-onclick="‸{{.Title}}" data-title="{{.Title}}">`, inEvent},
	"event in a branch":     {`<p {{if .Draft}}onclick{{else}}class{{end}}="‸{{.Title}}">`, inEvent},
	"event without a value": {`<p onclick title="{{.Title}}">`, ""},
	"name printed":          {`<p {{.Title}}="{{.Title}}" {{.Title}}>{{.Title}}`, ""},
	"address":               {`<a href="/fr/{{.Title}}?q={{.Title}}#{{.Title}}">`, ""},
	"address, a script":     {`<a href=" Java&#83;cript:go('‸{{.Title}}')">{{.Title}}</a>`, inAddress},
	"address, begun":        {`<a href="javascript{{.Title}}" title="vb: {{.Title}}">`, ""},
	"meta":                  {`<meta name="description" content="{{.Title}}"><meta property="og:title" content="{{.Title}}">{{.Title}}`, ""},
	"refresh":               {`<meta http-equiv="refresh" content="0; url=‸{{.Title}}">{{.Title}}`, inRefresh},
	"refresh, last":         {`<META content="0; url=‸{{.Title}}" name=x HTTP-EQUIV=Refresh>{{.Title}}<meta content="{{.Title}}">`, inRefresh},
	"refresh, printed":      {`<meta http-equiv="‸{{.Title}}" content="x">`, inRefresh},
	"refresh in a branch":   {`<meta {{if .Draft}}content="‸{{.Title}}"{{else}}content="a"{{end}} http-equiv="refresh">`, inRefresh},
	"refresh, fixed":        {`<meta http-equiv="refresh" content="0"><meta http-equiv="content-language" content="{{.Lang}}">`, ""},
	"title":                 {`<title><script>{{.Title}}</title>{{.Title}}<textarea><p onclick="{{.Title}}"></textarea>`, ""},
	"comment":               {`<!-- <script> {{.Title}} -->{{.Title}}`, ""},
	"no tag":                {`1 < script{{.Title}}> 2 <3 <é onclick="{{.Title}}`, ""},
	"custom element":        {`<script-x>{{.Title}}</script-x><x:style>{{.Title}}</x:style>`, ""},
	"value in a value":      {`<p title='<script>{{.Title}}' alt="<p onclick='{{.Title}}'">{{.Title}}</p>`, ""},
	"end tag":               {`<script></script onclick="a">{{.Title}}</style>{{.Title}}`, ""},
	"array of attributes":   {`<p{{range .Menu}} class="{{.Label}}"{{end}} style="color: red">{{.Title}}`, ""},
}

func TestWhereValuesMayBePrinted(t *testing.T) {
	for name, test := range printing {
		t.Run(name, func(t *testing.T) {
			var want, got []string
			plain := ""
			for i, part := range strings.Split(test.text, "‸") {
				if i > 0 {
					want = append(want, placeAfter(plain+"{{")+" a value is printed into "+string(test.where))
				}
				plain += part
			}
			for _, problem := range verifySample(t, plain) {
				if problem.Rule == ruleContext {
					got = append(got, problem.Pos.String()+" "+problem.Message.English)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("problems of %s (-want +got):\n%s", plain, diff)
			}
		})
	}
}

// placeAfter is the place behind a text, counted without what is tested.
func placeAfter(text string) string {
	lines := strings.Split(text, "\n")
	return fmt.Sprintf("page.html:%d:%d", len(lines), len([]rune(lines[len(lines)-1]))+1)
}
