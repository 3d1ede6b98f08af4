package content

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
)

func TestExemptWrong(t *testing.T) {
	const needs = "T:2:1 error exempt: an exemption needs `language`, `reason`, `owner` and `until`"
	const language, reason = "language = \"en\"\n", "reason = \"La traduction est en cours\"\n"
	const owner, until = "owner = \"Mme Koné\"\n", "until = 2024-06-30\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"all there", language + reason + owner + until, nil},
		{"nothing", "", []string{needs}},
		{"no language", reason + owner + until, []string{needs}},
		{"no reason", language + owner + until, []string{needs}},
		{"an empty reason", language + "reason = \"\"\n" + owner + until, []string{needs}},
		{"no owner", language + reason + until, []string{needs}},
		{"no end", language + reason + owner, []string{needs}},
		{"another language", "language = \"de\"\n" + reason + owner + until, []string{needs}},
		{"a language by its name", "language = \"français\"\n" + reason + owner + until, []string{needs}},
		{"an end in prose", language + reason + owner + "until = \"fin juin\"\n", []string{
			"T:6:9 error wrong-type: `until` can't be the text \"fin juin\"", needs}},
		{"a fact of the page", language + reason + owner + until + "draft = true\n",
			[]string{"T:7:1 error unknown-key: `draft` stands in [exempt], and belongs to the page"}},
		{"a key misspelt", language + "raison = \"En cours\"\n" + owner + until, []string{
			"T:4:1 error unknown-key: unknown key `raison` in [exempt]", needs}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := readFactsText(t, "menu = 1\n[exempt]\n"+test.text)
			wantTold(t, problems, test.want...)
		})
	}
}

// TestChanges names the days on which a pair appears, is gone, and has to have both halves.
func TestChanges(t *testing.T) {
	const all = "publishDate = 2023-12-05\nexpiryDate = 2024-03-01\n" +
		"[exempt]\nlanguage = \"fr\"\nreason = \"Not translated yet\"\nowner = \"Ms. Mensah\"\nuntil = 2024-02-29\n"
	appears, gone := day(2023, 12, 5), day(2024, 3, 1)
	tests := []struct {
		name, text string
		day        civil.Date
		want       []civil.Date
	}{
		{"before all of it", all, day(2023, 12, 4), []civil.Date{appears, gone, gone}},
		{"on the day of publication", all, appears, []civil.Date{gone, gone}},
		{"on the last day", all, day(2024, 2, 29), []civil.Date{gone, gone}},
		{"when it is gone", all, gone, nil},
		{"a pair that stays", "date = 2023-12-05\n", day(2023, 1, 1), nil},
		{"a pair that stays, at no day", "", civil.Date{}, nil},
		{"an exemption over the year’s end",
			"[exempt]\nlanguage = \"fr\"\nreason = \"r\"\nowner = \"o\"\nuntil = 2023-12-31\n",
			day(2023, 12, 31), []civil.Date{day(2024, 1, 1)}},
		{"before a meeting", "[event]\nstart = 2023-12-05\nend = 2023-12-06\n", day(2023, 11, 1),
			[]civil.Date{day(2023, 12, 5), day(2023, 12, 7)}},
		{"on the last day of a meeting", "[event]\nstart = 2023-12-05\nend = 2023-12-06\n", day(2023, 12, 6),
			[]civil.Date{day(2023, 12, 7)}},
		{"when a meeting is over", "[event]\nstart = 2023-12-05\nend = 2023-12-06\n", day(2023, 12, 7), nil},
		{"a meeting of one hour on New Year’s Eve", "[event]\nstart = 2023-12-31T23:00\nzone = \"Africa/Accra\"\n",
			day(2023, 12, 31), []civil.Date{day(2024, 1, 1)}},
		{"news of a later date", "date = 2023-12-05\nnews = true\n", day(2023, 11, 1), []civil.Date{day(2023, 12, 5)}},
		{"news of the day", "date = 2023-12-05\nnews = true\n", day(2023, 12, 5), nil},
		{"a meeting that won’t be", "[event]\nstart = 2023-12-05\nstatus = \"cancelled\"\n", day(2023, 11, 1), nil},
		{"a meeting that was put off", "[event]\nstart = 2023-12-05\nstatus = \"postponed\"\n", day(2023, 11, 1), nil},
		{"a meeting that was held", "[event]\nstart = 2023-12-05\nstatus = \"held\"\n", day(2023, 12, 6), nil},
		{"a meeting that is said to be held before it is", "[event]\nstart = 2023-12-05\nstatus = \"held\"\n", day(2023, 11, 1),
			[]civil.Date{day(2023, 12, 5), day(2023, 12, 6)}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			facts, problems := readFactsText(t, test.text)
			wantTold(t, problems)
			got := facts.Changes(test.day)
			if len(got) == 0 {
				got = nil
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("days differ (-want +got):\n%s", diff)
			}
		})
	}
}
