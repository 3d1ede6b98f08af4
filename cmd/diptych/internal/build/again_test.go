package build

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"weak"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// edits are what authors do to a site: each turns the text of some file into another. Some of them are mistakes, which
// must leave no trace once they are undone.
var edits = []func(text string, n int) string{
	func(text string, n int) string {
		return text + "\nUn ajout d’été, n° " + string(rune('0'+n)) + ".\n"
	},
	func(text string, _ int) string { return strings.Replace(text, "title = \"", "title = \"Été, ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "slug = \"", "slug = \"x-", 1) },
	func(text string, _ int) string { return strings.Replace(text, "title = ", "titel = ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "+++\n", "+++\ndraft = true\n", 1) },
	func(text string, _ int) string { return strings.Replace(text, "+++\n", "+++\nweight = 3\n", 1) },
	func(text string, _ int) string {
		return strings.Replace(text, "+++\n", "+++\nnews = true\ndate = 2023-10-01\n", 1)
	},
	func(text string, _ int) string { return strings.Replace(text, "## ", "## Voici ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "{{.Title}}", "{{.Titel}}", 1) },
	func(text string, _ int) string { return strings.Replace(text, " = \"", " = \"« ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "[", "[[", 1) },
	func(text string, _ int) string { return strings.Replace(text, "+++\n", "+++\n# une remarque\n", 1) },
	func(text string, n int) string {
		return strings.Replace(text, "+++\n", "+++\naliases = [\"/fr/ancien-nom-"+string(rune('0'+n))+"/\"]\n", 1)
	},
	func(text string, _ int) string {
		return strings.Replace(text, "+++\n", "+++\nevent = { start = 2023-11-20, country = \"GH\" }\n", 1)
	},
	func(text string, _ int) string {
		return text + "\n[event]\nstart = 2023-10-31T09:00\nzone = \"Africa/Accra\"\n"
	},
	withoutEvent,
	func(text string, _ int) string { return strings.Replace(text, "[event]\n", "\n[event]\n", 1) },
	func(text string, _ int) string { return strings.Replace(text, "start = ", "start_ = ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "\"held\"", "\"planned\"", 1) },
	func(text string, _ int) string { return strings.Replace(text, "A4P", "A5P", 1) },
	func(text string, _ int) string { return strings.Replace(text, "\n+++\n", "\n+++", 1) },
	func(text string, n int) string { return text[:len(text)*n/10] }, // cut short, perhaps within the front matter
	func(string, int) string { return "" },                           // removed
	func(text string, n int) string { // in config.toml too
		return text + "\n[[document]]\nid = \"note-" + string(rune('0'+n%3)) + "\"\n" +
			"en = { title = \"Concept note\", file = \"documents/note conceptuelle.pdf\" }\n"
	},
	func(text string, n int) string {
		return text + "\nVoir [la note](doc:concept-note) et [](doc:note-" + string(rune('0'+n%3)) + ").\n"
	},
	func(text string, _ int) string { return "documents.fingerprint = true\n" + text },
}

// withoutEvent takes a meeting out of a file of facts.
func withoutEvent(text string, _ int) string {
	before, event, _ := strings.Cut(text, "[event]\n")
	_, after, _ := strings.Cut(event, "\n\n")
	return before + after
}

// TestAgainEqualsAssemble is the oracle of every shortcut: after any series of edits, the site that was assembled again
// and again equals one that is assembled from nothing, in every byte and every problem.
func TestAgainEqualsAssemble(t *testing.T) {
	for seed := range uint64(12) {
		follow(t, rand.New(rand.NewPCG(seed, 1)), 12)
	}
}

// FuzzAgain lets the fuzzer choose the edits.
func FuzzAgain(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) { follow(t, rand.New(rand.NewPCG(a, b)), 6) })
}

// follow makes a series of edits, of which each second one is followed by a page or two being looked at.
func follow(t *testing.T, random *rand.Rand, steps int) {
	t.Helper()
	followFrom(t, sampleTree(t, peace()), random, steps)
}

func followFrom(t *testing.T, original *source.Tree, random *rand.Rand, steps int) {
	t.Helper()
	tree, base := original, ownHost
	options := site.Options{Day: today, BaseURL: &base}
	warm := Assemble(tree, options)
	for step := range steps {
		tree = changed(random, original, tree)
		warm = warm.Again(tree)
		if random.IntN(2) == 0 {
			continue
		}
		compareSites(t, step, Assemble(tree, options), warm)
		if t.Failed() {
			return
		}
	}
}

// changed makes an edit that changes something: not every kind of edit applies to every file.
func changed(random *rand.Rand, original, tree *source.Tree) *source.Tree {
	for range 20 {
		if next := edit(random, original, tree); len(next.Changed(tree)) > 0 {
			return next
		}
	}
	return tree
}

// edit changes one file of a tree, puts it back as it was, or makes a copy of it under another name.
func edit(random *rand.Rand, original, tree *source.Tree) *source.Tree {
	var paths []string
	for _, folder := range []string{"content", "i18n", "layouts", "static"} {
		for _, file := range original.Below(folder) {
			paths = append(paths, file.Path)
		}
	}
	paths = append(paths, source.ConfigFile)
	path := paths[random.IntN(len(paths))]
	first, _ := original.File(path)
	text := first.Text()
	if now, ok := tree.File(path); ok {
		text = now.Text()
	}
	switch random.IntN(6) {
	case 0, 1:
		return tree.With(files{path: first.Text()})
	case 2:
		name, ending, _ := strings.Cut(path, ".")
		return tree.With(files{name + "-bis." + ending: text})
	default:
		return tree.With(files{path: edits[random.IntN(len(edits))](text, random.IntN(10))})
	}
}

// TestAgainWithMeetings has meetings come, change and go, each time beside what the site was before.
func TestAgainWithMeetings(t *testing.T) {
	const facts = "content/meetings/seoul.toml"
	const other = "content/announcement.toml"
	series := []files{
		{facts: "weight = 1\n"},
		{facts: "[event]\nstart = 2023-07-18\n"},
		{facts: "[event]\nstart = 2023-11-18\n"},
		{facts: "\n[event]\nstart = 2023-11-18\nstatus = \"cancelled\"\n"},
		{facts: "[event]\nstart = \"18 novembre\"\n"},
		{facts: "[event]\nstart = 2023-11-18\n", other: "date = 2023-09-22\n[event]\nstart = 2023-11-01\n"},
		{facts: "", other: ""},
		{"content/index.toml": "", "content/meetings/dhaka.toml": "", "content/index.fr.md": half("Accueil", "", "## Là {#state}"),
			"content/index.en.md":          half("Home", "", "## There {#state}"),
			"content/meetings/dhaka.fr.md": half("Dacca", "", ""), "content/meetings/dhaka.en.md": half("Dhaka", "", "")},
		{other: "[event]\nstart = 2023-11-01\n"},
	}
	followSeries(t, sampleTree(t, nil), series)
}

// peace is a page with abbreviations, and the terms that explain them.
func peace() files {
	return files{
		"content/peace.fr.md": half("La paix", "", "L’A4P+ et l’A4P, [A4P]{lang=en}."),
		"content/peace.en.md": half("Peace", "", "A4P+ and A4P, [A4P]{lang=fr}."),
		"i18n/terms.toml": `[[term]]
fr = "Action pour le maintien de la paix"
en = "Action for Peacekeeping"
abbr_fr = "A4P"
abbr_en = "A4P"
`,
	}
}

// TestAgainWithTerms has terms come, change and go.
func TestAgainWithTerms(t *testing.T) {
	const terms = "i18n/terms.toml"
	whole, tree := peace()[terms], sampleTree(t, peace())
	config, _ := tree.File(source.ConfigFile)
	followSeries(t, tree, []files{
		{terms: whole + "avoid_fr = [\"Etats\"]\n"},
		{terms: strings.ReplaceAll(whole, `"A4P"`, `"A4P+"`)},
		{terms: strings.Replace(whole, "abbr_fr", "abr_fr", 1)},
		{terms: whole + whole},
		{terms: ""},
		{terms: whole, "content/about.fr.md": half("À propos", "", "L’A4P.\n\n## L’équipe {#team}")},
		{source.ConfigFile: config.Text() + "[language.fr.typography]\napostrophe = \"keep\"\n"},
	})
}

// followSeries makes changes to a site, and each time compares what became of it with one that is assembled from nothing.
func followSeries(t *testing.T, tree *source.Tree, series []files) {
	t.Helper()
	base := ownHost
	options := site.Options{Day: today, BaseURL: &base}
	warm := Assemble(tree, options)
	for step, changes := range series {
		tree = tree.With(changes)
		warm = warm.Again(tree)
		compareSites(t, step, Assemble(tree, options), warm)
	}
}

// compareSites compares a site that was assembled again with one that was assembled from nothing. Only a damaged picture sets
// them apart: the one knows it at once, the other when the picture is asked for. Neither is published, and both tell the same.
func compareSites(t *testing.T, step int, cold, warm *Site) {
	t.Helper()
	want, wanted := all(t, cold)
	got, problems := all(t, warm)
	damaged := slices.ContainsFunc(wanted, func(p source.Problem) bool { return p.Rule == "picture" && p.Severity == source.Error })
	if diff := cmp.Diff(want, got); diff != "" && !damaged {
		t.Errorf("step %d: warm differs from cold (-cold +warm):\n%s", step, diff)
	}
	if diff := cmp.Diff(told(wanted), told(problems)); diff != "" {
		t.Errorf("step %d: the problems differ (-cold +warm):\n%s", step, diff)
	}
}

// TestAgainKeepsWhatItKnows holds that the shortcuts are ones: what an edit does not concern is not made again.
func TestAgainKeepsWhatItKnows(t *testing.T) {
	const half = "content/about.fr.md"
	tests := map[string]struct {
		path                           string
		change                         func(text string) string
		layouts, frame, places, titles bool // what is kept
	}{
		"body":        {half, appended("\nEncore une phrase.\n"), true, true, true, true},
		"title":       {half, replaced(`title = "`, `title = "Voici `), true, true, true, false},
		"slug":        {half, replaced(`slug = "`, `slug = "voici-`), true, true, false, false},
		"a line more": {half, replaced("+++\n", "+++\n\n"), true, true, false, false},
		"layout":      {"layouts/base.html", appended("\n"), false, true, true, true},
		"message":     {"i18n/fr.toml", appended("nouveau = \"Été\"\n"), false, false, true, true},
		"term":        {"i18n/terms.toml", replaced("A4P", "A4P+"), false, false, true, true},
		"event":       {"content/about.toml", appended("[event]\nstart = 2023-11-20\n"), true, true, false, false},
		"no event":    {"content/meetings/seoul.toml", replaced("[event]", "weight = 1 #"), true, true, false, false},
		"its day":     {"content/meetings/seoul.toml", replaced("07-18", "12-18"), true, true, true, false},
		"its place":   {"content/meetings/seoul.toml", replaced("[event]", "\n[event]"), true, true, false, false},
		"style":       {"static/css/site.css", appended("\n"), false, false, false, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			base := ownHost
			tree := sampleTree(t, peace())
			before := Assemble(tree, site.Options{Day: today, BaseURL: &base})
			file, _ := tree.File(test.path)
			after := before.Again(tree.With(files{file.Path: test.change(file.Text())}))
			for what, kept := range map[string][2]bool{
				"layouts": {before.layouts == after.layouts, test.layouts},
				"frame":   {before.model.Frame == after.model.Frame, test.frame},
				"places":  {before.claims == after.claims, test.places},
				"titles":  {before.model.Plan == after.model.Plan, test.titles},
			} {
				if kept[0] != kept[1] {
					t.Errorf("%s are kept: %t, want %t", what, kept[0], kept[1])
				}
			}
			keepsFronts(t, before, after, test.path)
		})
	}
}

// keepsFronts holds that no front matter but that of the edited file was read again.
func keepsFronts(t *testing.T, before, after *Site, edited string) {
	t.Helper()
	for _, lang := range source.Langs() {
		for i, page := range before.model.Pages(lang) {
			if now := after.model.Pages(lang)[i]; page.Half != now.Half && page.Half.File != edited && !strings.HasPrefix(edited, "content/"+now.Key+".") {
				t.Errorf("%s was read again", page.Half.File)
			}
		}
	}
}

func appended(more string) func(string) string {
	return func(text string) string { return text + more }
}

func replaced(old, new string) func(string) string {
	return func(text string) string { return strings.Replace(text, old, new, 1) }
}

// TestAgainWithRareEdits follows edits that the random series seldom makes: of config.toml, of what is part of no page, of
// layouts by name, and of exemptions.
func TestAgainWithRareEdits(t *testing.T) {
	tree := sampleTree(t, nil)
	config, _ := tree.File(source.ConfigFile)
	exempt := "[exempt]\nlanguage = \"en\"\nreason = \"Traduction à venir\"\nowner = \"Le secrétariat\"\nuntil = 2030-01-01\n"
	followSeries(t, tree, []files{
		{config.Path: "documents.fingerprint = true\n" + config.Text()},
		{config.Path: config.Text() + "\n[language.fr.typography]\nquotes = \"keep\"\n"},
		{config.Path: config.Text()},
		{"content/à-part.pdf": "hors page"},
		{"content/à-part.pdf": "", "content/autre.pdf": "hors page"},
		{"content/autre.pdf": ""},
		{"content/about.toml": "layout = \"nulle-part\"\n"},
		{"content/about.toml": "\n\nlayout = \"nulle-part\"\n"},
		{"content/about.toml": "typography = false\n"},
		{"content/about.en.md": "", "content/about.toml": exempt},
		{"layouts/exempt.html": ""},
		{"content/about.toml": ""},
		{"layouts/exempt.html": "{{define \"main\"}}<p>{{.Title}}</p>{{end}}"},
		{"content/index.fr.md": ""},
		{"content/index.fr.md": "+++\ntitle"},
		{"layouts/base.html": "{{"},
		{"layouts/base.html": ""},
	})
}

// TestAgainLetsGo holds that a site made again and again holds nothing of the first one once all of it has changed.
func TestAgainLetsGo(t *testing.T) {
	base := ownHost
	tree := sampleTree(t, nil)
	warm := Assemble(tree, site.Options{Day: today, BaseURL: &base})
	all(t, warm)
	model, layouts, frame, first := weak.Make(warm.model), weak.Make(warm.layouts), weak.Make(warm.model.Frame), weak.Make(tree)
	for _, path := range []string{"content/about.fr.md", "layouts/base.html", "i18n/fr.toml"} {
		file, _ := tree.File(path)
		tree = tree.With(files{path: file.Text() + "\n"})
		warm = warm.Again(tree)
		all(t, warm)
	}
	runtime.GC()
	if model.Value() != nil || layouts.Value() != nil || frame.Value() != nil || first.Value() != nil {
		t.Errorf("of the first site are held: the model %t, the layouts %t, the frame %t, the tree %t",
			model.Value() != nil, layouts.Value() != nil, frame.Value() != nil, first.Value() != nil)
	}
	runtime.KeepAlive(warm)
}

// TestSharedLayoutsLetGo holds that layouts which serve one generation after the other hold nothing of what they have shown.
func TestSharedLayoutsLetGo(t *testing.T) {
	base := ownHost
	tree := sampleTree(t, nil)
	warm := Assemble(tree, site.Options{Day: today, BaseURL: &base})
	all(t, warm)
	frame := weak.Make(warm.model.Frame)
	messages, _ := tree.File("i18n/fr.toml")
	warm = warm.Again(tree.With(files{messages.Path: messages.Text() + "\n"}))
	runtime.GC()
	if frame.Value() != nil {
		t.Error("the first frame is held")
	}
	runtime.KeepAlive(warm)
}
