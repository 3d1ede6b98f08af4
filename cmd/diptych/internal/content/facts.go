package content

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/policy"
	"diptych/cmd/diptych/internal/register"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Facts are what is true of a pair in both languages. They are immutable.
type Facts struct {
	Date        civil.Date // the day of the news or document; zero if none is stated
	Modified    civil.Date // the day of the last change that matters to readers
	PublishDate civil.Date // the first day on which the pair is part of the site
	ExpiryDate  civil.Date // the first day on which it no longer is
	Draft       bool       // stated by the facts file or by either half
	News        bool
	Menu        *int // the order in the main menu; nil if the pair is not in it
	Weight      *int // the order within the section; nil if another order serves
	Layout      string
	Image       string // path below static
	Card        bool
	Typography  bool // true unless switched off
	Event       *Event
	Documents   []register.Document
	Exempt      *Exempt
	Check       policy.Policy

	stated *decode.Table
}

// Pos gives the place where a fact is stated, or of the first file of the pair if it is not.
func (f *Facts) Pos(key string) source.Pos {
	if entry, ok := f.stated.Get(key); ok {
		return entry.Pos
	}
	return f.stated.Pos
}

// Exempt says why a pair has only one half, and until when.
type Exempt struct {
	Language source.Lang // of the half that is missing
	Reason   string
	Owner    string     // who answers for it
	Until    civil.Date // the last day on which it holds
	Pos      source.Pos
}

// factKeys are the keys that belong to a pair.
var factKeys = [...]string{
	"date", "modified", "publishDate", "expiryDate", "draft", "news", "menu", "weight", "layout", "image", "card",
	"typography", "event", "document", "exempt", "check",
}

// pageKeys are all keys of a page, its facts and its words.
func pageKeys() []string { return slices.Concat(factKeys[:], wordKeys[:]) }

// ReadFactsFile reads the facts that stand in a pair's .toml file.
func ReadFactsFile(file *source.File) (*decode.Table, []source.Problem) {
	table, problems := decode.Parse(source.Pos{File: file.Path, Line: 1, Column: 1}, file.Text())
	for _, key := range wordKeys {
		if entry, found := table.Get(key); found {
			problems = append(problems, entry.Problem("word-in-facts", "`%s` is a word and differs by language", key).
				WithHint("write it in the front matter of each half"))
		}
	}
	return table.Without(wordKeys[:]...), problems
}

// JoinFacts makes a pair's facts out of what its files state, one file at least. A fact may be stated in several of them
// if they agree; draft is the exception, since either half drafts the pair.
func JoinFacts(stated []*decode.Table) (*Facts, []source.Problem) {
	var problems []source.Problem
	report := func(p source.Problem) { problems = append(problems, p) }
	plain := make([]*decode.Table, len(stated))
	for i, table := range stated {
		plain[i] = known(table, report)
		if !decode.Read(table, report).Bool("draft") {
			plain[i] = plain[i].Without("draft") // what is left of drafts agrees
		}
	}
	merged := decode.Merge(plain, func(first, second decode.Entry) {
		report(second.Problem("facts-disagree", "`%s` differs from what %s says", second.Key, first.KeyPos).
			WithPeer(first.KeyPos).WithHint("a fact belongs to both languages: state it once, or alike"))
	})
	return readFacts(merged, report), problems
}

// known reports the keys that are neither facts nor words, where they stand, and gives the table without them.
func known(table *decode.Table, report func(source.Problem)) *decode.Table {
	r := decode.Read(table, report)
	r.Know(wordKeys[:]...)
	r.Know(factKeys[:]...)
	r.Rest(where(table))
	facts := &decode.Table{Pos: table.Pos}
	for _, entry := range table.Entries {
		if slices.Contains(factKeys[:], entry.Key) {
			facts.Entries = append(facts.Entries, entry)
		}
	}
	return facts
}

// where names a table of facts for the editor: front matter has words in it too.
func where(table *decode.Table) wording.Phrase {
	if strings.HasSuffix(table.Pos.File, ".md") {
		return "the front matter"
	}
	return "the page's facts"
}

func readFacts(table *decode.Table, report func(source.Problem)) *Facts {
	r := decode.Read(table, report)
	f := &Facts{
		Date: r.Date("date"), Modified: r.Date("modified"),
		PublishDate: r.Date("publishDate"), ExpiryDate: r.Date("expiryDate"),
		Draft: r.Bool("draft"), News: r.Bool("news"), Menu: optional(r, "menu"), Weight: optional(r, "weight"),
		Layout: r.Text("layout"), Image: r.Text("image"), Card: r.Bool("card"),
		Typography: r.Bool("typography") || !r.Has("typography"),
		stated:     table,
	}
	f.Event = readEvent(r, report)
	f.Documents = register.Read(r, report, pageKeys()...)
	f.Exempt = readExempt(r, report)
	f.Check = policy.Read(r, true, report, pageKeys()...)
	f.validate(r, report)
	return f
}

func optional(r *decode.Reader, key string) *int {
	value := r.Int(key)
	if !r.Has(key) {
		return nil
	}
	return &value
}

// validate looks at what single values can't show.
func (f *Facts) validate(r *decode.Reader, report func(source.Problem)) {
	if f.News && !r.Has("date") {
		report(source.Errorf("news-date", r.Pos("news"), "news needs a `date`").
			WithHint("write the day of the news: date = 2023-09-22"))
	}
	if !f.PublishDate.IsZero() && !f.ExpiryDate.IsZero() && !f.PublishDate.Before(f.ExpiryDate) {
		report(source.Errorf("bad-date", r.Pos("expiryDate"), "the page expires on %s, and is published on %s",
			f.ExpiryDate, f.PublishDate).WithHint("expiryDate is the first day without the page, and comes after publishDate"))
	}
	if !f.Modified.IsZero() && f.Modified.Before(f.Date) {
		report(source.Errorf("bad-date", r.Pos("modified"), "the page was modified on %s, before its date %s", f.Modified, f.Date).
			WithHint("modified is the day of the last change, on or after date"))
	}
	if strings.ContainsAny(f.Layout, `/\.`) {
		report(source.Errorf("layout-missing", r.Pos("layout"), "%q is not the name of a layout", f.Layout).
			WithHint(`write the file's name in layouts/ without .html: layout = "page"`))
		f.Layout = "" // so that nobody looks for it
	}
}

func readExempt(r *decode.Reader, report func(source.Problem)) *Exempt {
	inner, found := r.Table("exempt")
	if !found {
		return nil
	}
	e := &Exempt{
		Language: source.Lang(inner.Text("language")),
		Reason:   inner.Text("reason"), Owner: inner.Text("owner"), Until: inner.Date("until"),
		Pos: inner.Pos(""),
	}
	inner.Rest("[exempt]", pageKeys()...)
	if !e.Language.Valid() || e.Reason == "" || e.Owner == "" || e.Until.IsZero() {
		report(source.Errorf("exempt", e.Pos, "an exemption needs `language`, `reason`, `owner` and `until`").
			WithHint(`name the missing language, "fr" or "en", why it is missing, who answers for it, and the last day: until = 2024-06-30`))
	}
	return e
}

// Changes gives the days after day on which the pair appears, becomes news, disappears, its exemption ends, or its meeting
// begins or is over.
func (f *Facts) Changes(day civil.Date) []civil.Date {
	if f.PublishDate.IsZero() && f.ExpiryDate.IsZero() && f.Exempt == nil && f.Event == nil && !f.News {
		return nil
	}
	days := []civil.Date{f.PublishDate, f.ExpiryDate}
	if f.Exempt != nil && !f.Exempt.Until.IsZero() {
		days = append(days, f.Exempt.Until.Next())
	}
	if f.News {
		days = append(days, f.Date)
	}
	if f.Event != nil {
		days = append(days, f.Event.changes()...)
	}
	return slices.DeleteFunc(days, func(d civil.Date) bool { return !d.After(day) })
}
