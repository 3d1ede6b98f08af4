package cli

import (
	"encoding/json"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// The report of `diptych status --format json`.
type (
	statusReport struct {
		Day   string       `json:"day"`   // from which days are counted
		Pairs []pairStatus `json:"pairs"` // sorted by key, or as they were named
		Locks []lockStatus `json:"locks"` // what is wrong with locks
	}
	pairStatus struct {
		Key      string            `json:"key"`
		Title    map[string]string `json:"title"` // by language; of the halves that are there
		State    string            `json:"state"` // see ledger.State; "one-half"
		Draft    bool              `json:"draft"`
		Blocks   *blockStatus      `json:"blocks,omitempty"`   // not of one half
		Modified string            `json:"modified,omitempty"` // the newest day on which a block was confirmed
		Age      *int              `json:"age,omitempty"`      // in days, from then to the day of the report
	}
	blockStatus struct {
		Confirmed int `json:"confirmed"`
		French    int `json:"french"` // changed in French alone
		English   int `json:"english"`
		Both      int `json:"both"`
		New       int `json:"new"`
		Gone      int `json:"gone"`
	}
	lockStatus struct {
		File    string           `json:"file"`
		Line    int              `json:"line"` // 0 for the file as a whole
		Message wording.Sentence `json:"message"`
		Hint    wording.Sentence `json:"hint"`
	}
)

func (d *desk) statusJSON(all []standing, problems []source.Problem, print *printer) error {
	report := statusReport{Day: d.day.String(), Pairs: make([]pairStatus, len(all)), Locks: make([]lockStatus, len(problems))}
	for i, s := range all {
		report.Pairs[i] = d.pairStatus(s)
	}
	for i, p := range problems {
		report.Locks[i] = lockStatus{p.Pos.File, p.Pos.Line, p.Message, p.Hint}
	}
	encoder := json.NewEncoder(print.world.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(report)
}

func (d *desk) pairStatus(s standing) pairStatus {
	status := pairStatus{Key: s.Key, Title: map[string]string{}, State: "one-half", Draft: s.Facts.Draft}
	for _, lang := range source.Langs() {
		if front := s.Front(lang); front != nil {
			status.Title[string(lang)] = front.Words.Title
		}
	}
	if s.compared == nil {
		return status
	}
	blocks := blockStatus(s.compared.Counts())
	status.State, status.Blocks = s.compared.State().String(), &blocks
	if day := s.compared.Newest(); !day.IsZero() {
		age := daysAgo(day, d.day)
		status.Modified, status.Age = day.String(), &age
	}
	return status
}
