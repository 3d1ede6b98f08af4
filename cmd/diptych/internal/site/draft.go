package site

import (
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/source"
)

// draftPair is a pair on its way: the files of one key, and what they say. It never changes once it is read.
type draftPair struct {
	key   string
	files pairFiles
	*heads
	bodies [2]body // by place
}

// heads are what the files of a pair say but for its bodies. Versions of a pair that differ in these alone share them.
type heads struct {
	halves [2]*content.Front // by place; nil where there is no half
	joined *content.Facts

	confirmed civil.Date // the newest day on which something of the pair was confirmed; zero if nothing was

	problems   []source.Problem
	unfinished []source.Problem // what is told of a draft only where drafts are part of the site
	misread    bool             // whether a file could not be read, so that what it lacks is not told
}

// half gives the front matter of a half, or nil.
func (h *heads) half(lang source.Lang) *content.Front { return h.halves[place(lang)] }

// isEmpty tells whether there are facts and no page that they belong to.
func (h *heads) isEmpty() bool { return h.halves == [2]*content.Front{} }

// isWhole tells whether the page has both halves.
func (h *heads) isWhole() bool { return h.halves[0] != nil && h.halves[1] != nil }

// pairFiles are the files of one key; each may be nil.
type pairFiles struct{ facts, french, english, lock *source.File }

func (f pairFiles) half(lang source.Lang) *source.File {
	if lang == source.French {
		return f.french
	}
	return f.english
}

// put sets one of the files.
func (f *pairFiles) put(kind int, lang source.Lang, file *source.File) {
	switch {
	case kind == nameFacts:
		f.facts = file
	case kind == nameLock:
		f.lock = file
	case lang == source.French:
		f.french = file
	default:
		f.english = file
	}
}

// read reads the files of a pair; many pairs are read at once. earlier is an earlier version of the pair, or nil.
func (d *draftPair) read(earlier *draftPair) {
	if earlier == nil || !d.readBodies(earlier) {
		d.readAll()
	}
}

// letGo lets go of the texts of the halves.
func (d *draftPair) letGo() {
	for _, lang := range source.Langs() {
		if file := d.files.half(lang); file != nil {
			file.LetGo()
		}
	}
}

// readBodies takes the bodies out of files whose front matter is that of an earlier version, and tells whether it is.
func (d *draftPair) readBodies(earlier *draftPair) bool {
	if d.files.facts != earlier.files.facts || d.files.lock != earlier.files.lock {
		return false
	}
	for _, lang := range source.Langs() {
		file, front := d.files.half(lang), earlier.half(lang)
		if file == nil && front == nil {
			continue
		}
		if file == nil || front == nil {
			return false
		}
		half, same := front.Again(file)
		if !same {
			return false
		}
		d.bodies[place(lang)] = bodyOf(file, half.Body)
	}
	d.heads = earlier.heads
	return true
}

// readAll reads all that the files say.
func (d *draftPair) readAll() {
	d.heads = &heads{}
	var stated []*decode.Table
	if d.files.facts != nil {
		table, problems := content.ReadFactsFile(d.files.facts)
		d.misread = source.HasErrors(problems) && len(table.Entries) == 0
		stated = append(stated, table)
		d.problems = append(d.problems, problems...)
	}
	for _, lang := range source.Langs() {
		file := d.files.half(lang)
		if file == nil {
			continue
		}
		half, problems := content.ReadHalf(file, lang)
		d.misread = d.misread || half.Words.Title == "" && source.HasErrors(problems)
		d.halves[place(lang)], d.bodies[place(lang)] = half.Front, bodyOf(file, half.Body)
		stated = append(stated, half.Facts)
		d.problems = append(d.problems, problems...)
	}
	facts, problems := content.JoinFacts(stated)
	d.joined = facts
	d.readLock()
	d.problems = append(d.problems, problems...)
	d.checkHalves()
	d.checkPlace()
}

// checkHalves sees to it that a page has both halves, or says why not.
func (d *draftPair) checkHalves() {
	switch exempt := d.joined.Exempt; {
	case d.isEmpty():
		d.problems = append(d.problems, source.Errorf("pair-missing", source.Pos{File: d.files.facts.Path},
			"these facts belong to no page").
			WithHint("add content/%s.fr.md and content/%s.en.md, or remove the file", d.key, d.key))
	case d.isWhole() && exempt != nil:
		d.problems = append(d.problems, source.Errorf("exempt", exempt.Pos, "the page has both halves and needs no exemption").
			WithHint("remove [exempt]"))
	case !d.isWhole() && !d.misread: // what can't be read may say that it is exempt, or a draft
		d.checkMissing(exempt)
	}
}

// readLock reads when the pair was confirmed. What is wrong with a lock costs nobody a page.
func (d *draftPair) readLock() {
	if d.files.lock == nil {
		return
	}
	lock, problems := ledger.Read(d.files.lock)
	d.confirmed = lock.Newest()
	d.problems = append(d.problems, problems...)
}

func (d *draftPair) checkMissing(exempt *content.Exempt) {
	missing := source.French
	if d.half(missing) != nil {
		missing = source.English
	}
	have := d.half(missing.Other())
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
			exempt.Language.Name(), missing.Name()).WithHint(`name the missing language: language = "%s"`, missing))
	}
}
