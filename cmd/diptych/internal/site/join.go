package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/source"
)

// joiner makes pairs out of the files below content.
type joiner struct {
	model    *Model
	before   *Model // an earlier model of the site, or nil
	problems []source.Problem
}

// draftPair is a pair on its way: the files of one key, and what they say. It never changes once it is read.
type draftPair struct {
	key   string
	files pairFiles

	halves map[source.Lang]*content.Half
	joined *content.Facts

	problems   []source.Problem
	unfinished []source.Problem // what is told of a draft only where drafts are part of the site
	misread    bool             // whether a file could not be read, so that what it lacks is not told
}

// pairFiles are the files of one key; each may be nil.
type pairFiles struct{ facts, french, english *source.File }

func (f pairFiles) half(lang source.Lang) *source.File {
	if lang == source.French {
		return f.french
	}
	return f.english
}

func (j *joiner) report(problems ...source.Problem) { j.problems = append(j.problems, problems...) }

// join runs the stages: files to keys, keys to pairs, pairs to sections, addresses and orders.
func (j *joiner) join() {
	drafts := j.group()
	parallel.For(len(drafts), func(i int) { drafts[i] = j.known(drafts[i]) })
	var pairs []*draftPair
	for _, d := range drafts {
		j.report(d.problems...)
		j.model.drafts[d.key] = d
		if len(d.halves) > 0 {
			pairs = append(pairs, d)
		}
	}
	j.findNext(pairs)
	j.publish(pairs)
	j.nest()
	j.address()
	j.order()
}

// group collects the files of each key.
func (j *joiner) group() []*draftPair {
	byKey := make(map[string]*draftPair, len(j.model.tree.Below("content"))/2)
	for _, file := range j.model.tree.Below("content") {
		key, lang, kind := splitName(strings.TrimPrefix(file.Path, "content/"))
		if kind == nameStray {
			j.report(stray(file.Path))
			continue
		}
		d := byKey[key]
		if d == nil {
			d = &draftPair{key: key}
			byKey[key] = d
		}
		switch {
		case kind == nameFacts:
			d.files.facts = file
		case lang == source.French:
			d.files.french = file
		default:
			d.files.english = file
		}
	}
	keys := slices.Sorted(maps.Keys(byKey))
	grouped := make([]*draftPair, len(keys))
	for i, key := range keys {
		grouped[i] = byKey[key]
	}
	return grouped
}

// The kinds of file below content.
const (
	nameHalf = iota
	nameFacts
	nameStray
)

// splitName takes a path below content apart: "a/b.fr.md" is the French half of "a/b".
func splitName(path string) (key string, lang source.Lang, kind int) {
	if key, ok := strings.CutSuffix(path, ".toml"); ok {
		return key, "", nameFacts
	}
	for _, lang := range source.Langs() {
		if key, ok := strings.CutSuffix(path, "."+string(lang)+".md"); ok {
			return key, lang, nameHalf
		}
	}
	return path, "", nameStray
}

func stray(path string) source.Problem {
	if name, ok := strings.CutSuffix(path, ".md"); ok {
		if i := strings.LastIndexByte(name, '.'); i > strings.LastIndexByte(name, '/') {
			name = name[:i] // the code of another language
		}
		return source.Errorf("stray-file", source.Pos{File: path}, "the file is in neither of the two languages").
			WithHint("the halves of a page are named %s.fr.md and %s.en.md", name, name)
	}
	return source.Warnf("stray-file", source.Pos{File: path}, "the file is no part of a page and is not published").
		WithHint("pictures and documents live below static/")
}

// known gives what the files of a pair say: from the earlier model if they are the same, else read now.
func (j *joiner) known(d *draftPair) *draftPair {
	if j.before != nil {
		if earlier := j.before.drafts[d.key]; earlier != nil && earlier.files == d.files {
			return earlier
		}
	}
	d.read()
	return d
}

// read reads the files of one pair; many pairs are read at once.
func (d *draftPair) read() {
	var stated []*decode.Table
	if d.files.facts != nil {
		table, problems := content.ReadFactsFile(d.files.facts)
		d.misread = source.HasErrors(problems) && len(table.Entries) == 0
		stated = append(stated, table)
		d.problems = append(d.problems, problems...)
	}
	d.halves = map[source.Lang]*content.Half{}
	for _, lang := range source.Langs() {
		file := d.files.half(lang)
		if file == nil {
			continue
		}
		half, problems := content.ReadHalf(file, lang)
		d.misread = d.misread || half.Words.Title == "" && source.HasErrors(problems)
		d.halves[lang] = half
		stated = append(stated, half.Facts)
		d.problems = append(d.problems, problems...)
	}
	facts, problems := content.JoinFacts(stated)
	d.joined = facts
	d.problems = append(d.problems, problems...)
	d.checkHalves()
	d.checkPlace()
}

// checkHalves sees to it that a page has both halves, or says why not.
func (d *draftPair) checkHalves() {
	switch exempt := d.joined.Exempt; {
	case len(d.halves) == 0:
		d.problems = append(d.problems, source.Errorf("pair-missing", source.Pos{File: d.files.facts.Path},
			"these facts belong to no page").
			WithHint("add content/%s.fr.md and content/%s.en.md, or remove the file", d.key, d.key))
	case len(d.halves) == 2 && exempt != nil:
		d.problems = append(d.problems, source.Errorf("exempt", exempt.Pos, "the page has both halves and needs no exemption").
			WithHint("remove [exempt]"))
	case len(d.halves) == 1 && !d.misread: // what can't be read may say that it is exempt, or a draft
		d.checkMissing(exempt)
	}
}

func (d *draftPair) checkMissing(exempt *content.Exempt) {
	missing := source.French
	if d.halves[missing] != nil {
		missing = source.English
	}
	have := d.halves[missing.Other()]
	switch {
	case exempt == nil && d.joined.Draft: // one half is written before the other; it is told where drafts are shown
		d.unfinished = []source.Problem{source.Warnf("pair-missing", source.Pos{File: have.File},
			"the draft has no %s half yet", missing.Name()).
			WithHint("write content/%s.%s.md before the page is published", d.key, missing)}
	case exempt == nil:
		d.problems = append(d.problems, source.Errorf("pair-missing", source.Pos{File: have.File},
			"the page has no %s half", missing.Name()).
			WithHint("write content/%s.%s.md, or exempt the page under [exempt]", d.key, missing))
	case exempt.Language.Valid() && exempt.Language != missing:
		d.problems = append(d.problems, source.Errorf("exempt", exempt.Pos, "the exemption names %s, and it is the %s half that is missing",
			exempt.Language.Name(), missing.Name()).WithHint("name the missing language: language = %q", missing))
	}
}

// checkPlace finds a place that belongs to no event.
func (d *draftPair) checkPlace() {
	for _, lang := range source.Langs() {
		if half := d.halves[lang]; half != nil && half.Words.Place != "" && d.joined.Event == nil && !d.misread {
			d.problems = append(d.problems, source.Errorf("event", half.Pos("place"), "the page has a `place` and no event").
				WithHint("state the event's dates under [event], or remove the place"))
		}
	}
}

// publish keeps the pairs that are part of the site on its day. What stands in the folder of a hidden index is hidden
// with it.
func (j *joiner) publish(drafts []*draftPair) {
	own := make(map[string]string, len(drafts)) // what facts say of their pair, and not of the folder above
	for _, d := range drafts {
		own[d.key] = j.hides(d.joined)
	}
	for _, d := range drafts {
		if why := cmp.Or(own[d.key], hiddenFolder(d.key, own)); why != "" {
			j.model.hidden[d.key] = why
			continue
		}
		j.checkExpired(d.joined)
		j.report(d.unfinished...)
		pair := &Pair{Key: d.key, Facts: d.joined}
		for _, lang := range source.Langs() {
			pair.pages[place(lang)] = Page{Pair: pair, Lang: lang, Half: d.halves[lang], memory: j.memory(d, lang)}
		}
		j.model.Pairs = append(j.model.Pairs, pair)
		j.model.byKey[d.key] = pair
	}
}

// memory gives what is remembered of a half: that of the earlier model, if neither the half nor what renders it changed.
func (j *joiner) memory(d *draftPair, lang source.Lang) *memory {
	half, language := d.halves[lang], j.model.languages[lang]
	if j.before != nil && half != nil {
		if pair := j.before.byKey[d.key]; pair != nil && pair.Page(lang).memory.isOf(half, language) {
			return pair.Page(lang).memory
		}
	}
	return &memory{half: half, language: language}
}

// hides says why facts keep a pair out of the site, or "".
func (j *joiner) hides(f *content.Facts) string {
	switch day := j.model.Day; {
	case f.Draft && !j.model.options.Drafts:
		return "it is a draft"
	case f.PublishDate.After(day):
		return "it is published on " + f.PublishDate.String()
	case !f.ExpiryDate.IsZero() && !f.ExpiryDate.After(day):
		return "it expired on " + f.ExpiryDate.String()
	default:
		return ""
	}
}

// hiddenFolder says why the folder of a key is not part of the site, or "". hidden says why index pages are not.
func hiddenFolder(key string, hidden map[string]string) string {
	folder := parent(key)
	if isIndex(key) {
		folder = parent(folder)
	}
	for ; folder != ""; folder = parent(folder) {
		if why := hidden[folder+"/"+index]; why != "" {
			return "the page of its folder is not there: " + why
		}
	}
	return ""
}

// checkExpired finds an exemption past its last day.
func (j *joiner) checkExpired(f *content.Facts) {
	if e := f.Exempt; e != nil && !e.Until.IsZero() && e.Until.Before(j.model.Day) {
		j.report(source.Errorf("exempt", e.Pos, "the exemption ended on %s; %s answers for it", e.Until, e.Owner).
			WithHint("write the missing half, or agree on a new day with its owner"))
	}
}

// draftAbove tells whether a folder that a key stands in has a draft for its page.
func draftAbove(key string, drafts map[string]*draftPair) bool {
	for folder := parent(key); folder != ""; folder = parent(folder) {
		if above := drafts[folder+"/"+index]; above != nil && above.joined.Draft {
			return true
		}
	}
	return false
}

// findNext finds the next day on which the site changes by itself.
func (j *joiner) findNext(drafts []*draftPair) {
	var next civil.Date
	for _, d := range drafts {
		if !j.model.options.Drafts && (d.joined.Draft || draftAbove(d.key, j.model.drafts)) {
			continue
		}
		for _, day := range d.joined.Changes(j.model.Day) {
			if next.IsZero() || day.Before(next) {
				next = day
			}
		}
	}
	j.model.Next = next
}
