package layout

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"text/template/parse"

	"diptych/cmd/diptych/internal/source"
)

// parseTree parses a text alone, with functions that need not exist.
func parseTree(name, text string) (map[string]*parse.Tree, error) {
	trees := map[string]*parse.Tree{}
	tree := parse.New(name)
	tree.Mode = parse.SkipFuncCheck | parse.ParseComments
	_, err := tree.Parse(text, "", "", trees)
	return trees, err
}

// FuzzVerify asks that whatever can be parsed can be verified, and that each problem says something about a place in the file.
func FuzzVerify(f *testing.F) {
	for _, text := range correct {
		f.Add(text)
	}
	for _, test := range wrong {
		f.Add(test.text)
	}
	for _, test := range printing {
		f.Add(test.text)
	}
	_, sample := parseSample(f, map[string]string{"page.html": ""})
	f.Fuzz(func(t *testing.T, text string) {
		trees, err := parseTree("page.html", text)
		if err != nil {
			return
		}
		file, _ := source.NewTree(map[string]string{"page.html": text}).File("page.html")
		set := verifySet{
			Trees: trees, Files: map[string]*source.File{"page.html": file}, Funcs: sample.Funcs, Constants: sampleConstants,
			Entries: map[string]reflect.Type{"page.html": reflect.TypeFor[*sampleView]()},
		}
		lines := strings.Count(text, "\n") + 1
		for _, problem := range verify(set) {
			if problem.Message.English == "" || problem.Pos.File != "page.html" || problem.Pos.Line > lines {
				t.Errorf("a problem without sense: %+v", problem)
			}
			if problem.Pos.Line == 0 && problem.Rule != ruleUnused {
				t.Errorf("a problem without a line: %+v", problem)
			}
		}
	})
}

// FuzzHTML asks that the reading of HTML comes to its end, and to the same end however the text is divided in two, as
// it is around a {{$x := 1}}. What opens or closes a tag, and an entity, must stand in one piece.
func FuzzHTML(f *testing.F) {
	f.Add(` http-equiv = Refresh data-xml:onclick='x' />`, 12)
	f.Add(`java script: " style=a/b>text`, 4)
	f.Fuzz(func(t *testing.T, text string, at int) {
		if at < 0 || at > len(text) || strings.ContainsAny(text, "<&") {
			return
		}
		for _, from := range slices.Sorted(maps.Keys(startSpots())) {
			spot := startSpots()[from]
			if got, want := readHTML(readHTML(spot, text[:at]), text[at:]), readHTML(spot, text); got != want {
				t.Errorf("from %s, %q divided at %d ends at %+v, want %+v", from, text, at, got, want)
			}
		}
	})
}

func startSpots() map[string]htmlSpot {
	return map[string]htmlSpot{
		"text":   {},
		"tag":    {mode: inTag, element: "meta"},
		"script": {mode: inRaw, element: "script"},
		"value":  {mode: inValue, element: "meta", attr: "http-equiv", quote: '"'},
	}
}

func readHTML(spot htmlSpot, text string) htmlSpot {
	for text != "" {
		spot, text = spot.step(text)
	}
	return spot
}
