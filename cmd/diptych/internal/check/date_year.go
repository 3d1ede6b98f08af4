package check

import (
	"diptych/cmd/diptych/internal/figure"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var dateYear = Rule{
	ID: "date-year", Severity: source.Warning,
	Summary: "a day has its year in one half only, or in a list the days of most items have one and some do not",
	Reason:  "A page is read for years, and a day without its year is soon read wrongly.",
	pair:    checkYears,
}

func checkYears(p *pair, f *finder) {
	missing := map[*block]bool{}
	for r := range p.pairs {
		if r.french.Kind == markdown.Code {
			continue
		}
		for _, d := range figure.Compare(r.french.figures, r.english.figures) {
			if d.Kind == figure.OfYear {
				missing[r.in(d.Lacks)] = true
				reportYear(r, d, f)
			}
		}
	}
	for _, h := range p.halves() {
		checkLists(h, missing, p.answers(), f)
	}
}

func reportYear(r row, d figure.Difference, f *finder) {
	lacking, full := r.french.figureAt(d.French), r.english.figureAt(d.English)
	if d.Lacks == source.English {
		lacking, full = full, lacking
	}
	f.find(lacking, full,
		wording.Sprintf("%q has no year, and in %s it has one: %q", lacking.text(), d.Lacks.Other().Name(), full.text()),
		wording.Sprintf("write the year in both halves"))
}

// fewestDated is how many items of a list have to bear a year before one that does not is told of.
const fewestDated = 3

// checkLists finds items whose days have no year in a list where those of most others have one.
func checkLists(h *half, told map[*block]bool, answers map[*block]*block, f *finder) {
	for from := 0; from < len(h.blocks); from++ {
		to := from
		for to < len(h.blocks) && h.blocks[to].Kind == markdown.Item {
			to++
		}
		if to > from {
			checkList(h.blocks[from:to], told, answers, f)
			from = to
		}
	}
}

func checkList(items []*block, told map[*block]bool, answers map[*block]*block, f *finder) {
	with, without := 0, 0
	for _, item := range items {
		switch day, found := firstDay(item); {
		case found && day.Year > 0:
			with++
		case found:
			without++
		}
	}
	if with < fewestDated || without >= with {
		return
	}
	for _, item := range items {
		if day, found := firstDay(item); found && day.Year == 0 && !told[item] && !told[answers[item]] {
			told[item] = true
			f.find(item.part(day.From, day.To), answers[item].whole(),
				wording.Sprintf("%q has no year, and the days of other items have one", day.Text),
				wording.Sprintf("write the year in both halves"))
		}
	}
}

// firstDay gives the day with which an item begins, if it begins with one: a list of days.
func firstDay(item *block) (figure.Day, bool) {
	for _, day := range item.figures.Days {
		return day, day.Day > 0 && day.From < nearBeginning
	}
	return figure.Day{}, false
}

// nearBeginning is how many bytes may stand before the day of an item: « Mercredi ».
const nearBeginning = 16
