package layout

import (
	"html/template"
	"path"
	"regexp"
	"strings"
	"sync"
	"text/template/parse"

	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/source"
)

// shelf holds the layouts as their files have them, parsed and escaped. It knows nothing of what surrounds them, and so
// serves one generation of the site after the other.
type shelf struct {
	below    []*source.File // all files of the layouts folder
	files    sources
	ids      map[string]bool  // of the elements that they write, as far as they are written out
	layouts  []*layout        // those that could be parsed, by name
	problems []source.Problem // of those that could not
}

// sources are the templates by name: "page", "partials/header".
type sources map[string]*source.File

// layout is one page layout with all that it shares.
type layout struct {
	name      string
	entry     string             // the template to execute
	templates *template.Template // never executed, so that it can be cloned
	faults    []source.Problem   // what escaping does not allow
	pool
}

// base is the template through which a layout that only defines blocks is shown.
const base = "base"

// writtenID finds an id that a layout writes out.
var writtenID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\sid=["']?([^"'{\s>]+)`) })

// readShelf tells the layouts apart from what they share, and parses both.
func readShelf(below []*source.File) *shelf {
	s := &shelf{below: below, files: sources{}, ids: map[string]bool{}}
	var own, shared []string
	for _, file := range below {
		name, isTemplate := strings.CutSuffix(strings.TrimPrefix(file.Path, "layouts/"), ".html")
		if !isTemplate {
			continue
		}
		s.files[name] = file
		for _, id := range writtenID().FindAllStringSubmatch(file.Text(), -1) {
			s.ids[id[1]] = true
		}
		if name == base || path.Dir(name) != "." {
			shared = append(shared, name)
		} else {
			own = append(own, name)
		}
	}
	if len(own) == 0 {
		s.problems = []source.Problem{source.Errorf("layout-missing", source.Pos{File: "layouts"}, "the site has no layouts").
			WithHint("the tool carries none of its own: write layouts/page.html, home.html, section.html, 404.html and chooser.html")}
		return s
	}
	s.parse(own, shared)
	return s
}

// parse reads each layout together with what is shared.
func (s *shelf) parse(own, shared []string) {
	common := empty()
	for _, name := range shared {
		if _, err := common.New(name).Parse(s.files[name].Text()); err != nil {
			s.problems = append(s.problems, s.files.problem(err, name))
		}
	}
	if len(s.problems) > 0 {
		return // each layout would only say that what it shares is not there
	}
	layouts, problems := make([]*layout, len(own)), make([][]source.Problem, len(own))
	parallel.For(len(own), func(i int) { layouts[i], problems[i] = s.files.parse(own[i], common) })
	for i, l := range layouts {
		s.problems = append(s.problems, problems[i]...)
		if l != nil {
			s.layouts = append(s.layouts, l)
		}
	}
}

// parse reads one layout; it is nil if it can't be parsed.
func (f sources) parse(name string, common *template.Template) (*layout, []source.Problem) {
	templates := beside(common)
	if _, err := templates.New(name).Parse(f[name].Text()); err != nil {
		return nil, []source.Problem{f.problem(err, name)}
	}
	l := &layout{name: name, entry: entryOf(name, templates), templates: templates}
	l.faults = f.escape(l)
	return l, nil
}

// empty is a set of templates without any.
func empty() *template.Template {
	return template.New("").Option("missingkey=error").Funcs((&voice{}).functions())
}

// beside gives a set with the templates of another, whose trees both have: nobody changes these, since neither set ever runs.
func beside(common *template.Template) *template.Template {
	templates := empty()
	for _, shared := range common.Templates() {
		if shared.Tree != nil {
			template.Must(templates.AddParseTree(shared.Name(), shared.Tree)) // it fails for sets that have run only
		}
	}
	return templates
}

// entryOf gives the template that shows a layout: its own, or base if it has nothing but blocks for it.
func entryOf(name string, templates *template.Template) string {
	if templates.Lookup(base) != nil && parse.IsEmptyTree(templates.Lookup(name).Tree.Root) {
		return base
	}
	return name
}
