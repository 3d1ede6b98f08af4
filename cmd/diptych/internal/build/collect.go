package build

import (
	"maps"
	"path"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/layout"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// collector gathers a site's outputs. Nothing is rendered here: the paths follow from the tree and config alone.
type collector struct {
	model   *site.Model
	layouts *layout.Set
	taken   map[string]string // output path, folded → as it is
	refused map[string]bool   // paths of files and folders whose names have been refused, folded
	claims
}

func (c *collector) report(problem source.Problem) { c.told = append(c.told, problem) }

// claim gathers the outputs of a model.
func claim(model *site.Model, layouts *layout.Set) *claims {
	most := 2*len(model.Pairs) + len(model.Assets.Names()) + 8 // save for aliases
	c := &collector{
		model: model, layouts: layouts,
		taken: make(map[string]string, most), refused: map[string]bool{},
		claims: claims{outputs: make(map[string]output, most)},
	}
	c.collect()
	made := c.claims // a value of its own, which does not hold the model that it was made for
	return &made
}

func (c *collector) collect() {
	c.addAssets()
	c.addPictures()
	c.addPages()
	c.checkDocuments()
	c.addStandalone()
	c.addAliases()
	c.addGenerated()
	c.addHosting()
	c.paths = slices.Sorted(maps.Keys(c.outputs))
	c.batches = c.batch()
	c.checkFolders()
}

// add claims an output path. A path that is claimed twice is a problem that names both sources; capital and small
// letters count as the same, as they do on many systems. So is a name that some system can't have. It tells whether the
// path is fit and was free.
func (c *collector) add(path string, from source.Pos, write writeFunc) bool {
	if !c.isPortable(path, from) {
		return false
	}
	folded := fold(path)
	if claimed, ok := c.taken[folded]; ok {
		problem := taken(path, claimed, from, c.outputs[claimed].from)
		if _, both := c.model.BilingualAt(path); both && strings.HasPrefix(problem.Peer.File, "content/") {
			problem = problem.WithHint("it is made of the page's key: rename the files of one of the two")
		}
		c.report(problem)
		return false
	}
	c.taken[folded] = path
	c.outputs[path] = output{from: from, write: write}
	return true
}

// addOf claims an output path for a page that shows bodies of a pair. It tells whether the path was free.
func (c *collector) addOf(pair *site.Pair, path string, from source.Pos, write writeFunc) bool {
	if !c.add(path, from, write) {
		return false
	}
	c.mark(path, func(out *output) { out.pair = pair.Key })
	return true
}

// mark says more of an output that is claimed.
func (c *collector) mark(path string, say func(*output)) {
	out := c.outputs[path]
	say(&out)
	c.outputs[path] = out
}

// batch puts the outputs together that have much work in common. Last come those that show something of all pages, for which
// it is remembered then what is in these.
func (c *collector) batch() [][]string {
	var batches, last [][]string
	of := map[string]int{}
	for _, path := range c.paths {
		if c.outputs[path].ofAll {
			last = append(last, []string{path})
			continue
		}
		key := c.outputs[path].work()
		at, known := of[key]
		if known && key != "" {
			batches[at] = append(batches[at], path)
			continue
		}
		of[key] = len(batches)
		batches = append(batches, []string{path})
	}
	return append(batches, last...)
}

// taken tells of an output path that is claimed twice.
func taken(path, claimed string, from, first source.Pos) source.Problem {
	if from.File == source.ConfigFile {
		return source.Errorf("duplicate-address", first, "the address %s is that of a file which the tool writes itself",
			address(path)).WithHint("rename or remove this file, slug or alias")
	}
	problem := source.Errorf("duplicate-address", from, "the address %s is taken: %s has it", address(path), first).WithPeer(first)
	switch {
	case path == claimed:
	case source.Compose(path) == source.Compose(claimed):
		return problem.WithHint("give one of the two another slug, alias or name; the two ways to write an accent count as the same")
	default:
		return problem.WithHint("give one of the two another slug, alias or name; capital and small letters count as the same")
	}
	return problem.WithHint("give one of the two another slug, alias or name")
}

// address writes an output path as readers see it.
func address(output string) string {
	if path.Base(output) == "index.html" {
		output = strings.TrimSuffix(output, "index.html")
	}
	return "/" + output
}

// addAssets claims a path for every file below static. Pictures are published without what they say of their makers.
func (c *collector) addAssets() {
	for _, name := range c.model.Assets.Names() {
		a, _ := c.model.Assets.Get(name)
		write := copyAsset(a)
		if p, isPicture := c.model.Pictures.Get(a.File().Path); isPicture && (p.IsShown() || p.Problem().Severity == source.Error) {
			write = cleanPicture(p)
		}
		if c.add(a.Path, source.Pos{File: a.File().Path}, write) {
			c.mark(a.Path, func(out *output) { out.lasting, out.small = a.Path != a.Name, a.Size < host.WorthPacking })
		}
	}
}

// addPages claims a path for each half of each pair.
func (c *collector) addPages() {
	missing := map[string]bool{}
	bilingual := c.layouts.Has(site.BilingualLayout) || c.layouts.IsBroken(site.BilingualLayout)
	for _, pair := range c.model.Pairs {
		for _, language := range c.model.Config.Languages {
			page := pair.Page(language.Lang)
			if page.Half == nil && pair.Facts.Exempt == nil && !c.layouts.Has(page.Layout()) {
				continue // the missing half has been told
			}
			c.checkLayout(page.Layout(), pair.Facts.Pos("layout"), missing)
			if !page.HasFitSlug() { // which has been told
				c.refused[fold(path.Dir(page.Output))] = true
			}
			if c.addOf(pair, page.Output, pageFile(page), writePage(pair.Key, page.Lang)) && page.Layout() == site.SearchLayout {
				c.mark(page.Output, ofAll)
			}
			c.addMeeting(page)
			c.addCard(page)
		}
		if bilingual && pair.IsPrinted() {
			c.addOf(pair, c.model.BilingualPath(pair), pageFile(pair.Page(c.model.Config.Languages[0].Lang)), writeBilingual(pair.Key))
		}
	}
}

// pageFile is the file that a page comes from: its half, or the other where its own is missing.
func pageFile(page *site.Page) source.Pos {
	if page.Half == nil {
		page = page.Other()
	}
	if page.Half.Words.Slug != "" {
		return page.Half.Pos("slug")
	}
	return source.Pos{File: page.Half.File}
}

// checkLayout tells once of each layout that pages need and that is not there. A site without any layout has been told.
func (c *collector) checkLayout(name string, pos source.Pos, told map[string]bool) {
	if c.layouts.Has(name) || c.layouts.IsBroken(name) || told[name] {
		return
	}
	told[name] = true
	problem := source.Errorf("layout-missing", pos, "there is no layout %q", name)
	if near := source.Nearest(name, c.layouts.Names()); near != "" {
		c.report(problem.WithHint("did you mean %q? Otherwise write layouts/%s.html", near, name))
		return
	}
	c.report(problem.WithHint("write layouts/%s.html", name))
}

// addStandalone claims the paths of the pages that come from no pair: the chooser, and what is shown where nothing is.
func (c *collector) addStandalone() {
	told := map[string]bool{}
	first := c.model.Config.Languages[0].Lang
	c.checkLayout("chooser", source.Pos{File: "layouts"}, told)
	c.add("index.html", layoutFile("chooser"), standalone{first, "index.html", "chooser", ""}.write)
	c.checkLayout("404", source.Pos{File: "layouts"}, told)
	c.add("404.html", layoutFile("404"), standalone{first, "404.html", "404", ""}.write)
	for _, lang := range source.Langs() {
		path, other := string(lang)+"/404.html", string(lang.Other())+"/404.html"
		c.add(path, layoutFile("404"), standalone{lang, path, "404", other}.write)
	}
}

func layoutFile(name string) source.Pos { return source.Pos{File: "layouts/" + name + ".html"} }
