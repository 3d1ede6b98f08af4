package calendar

import (
	"bytes"
	"testing"

	"diptych/cmd/diptych/internal/civil"
)

// day reads a day written yyyy-mm-dd.
func day(t testing.TB, text string) civil.Date {
	t.Helper()
	return moment(t, text).Date
}

// written gives the file of a calendar.
func written(t testing.TB, c Calendar) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, c); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// sample is a calendar in one language: whole days, one day, times in a zone with two of its offsets, what was put off
// and what won't be.
func sample(t testing.TB, tag string) Calendar {
	t.Helper()
	french := tag == "fr"
	word := func(inFrench, inEnglish string) string {
		if french {
			return inFrench
		}
		return inEnglish
	}
	home := "https://example.org/accra/"
	here, there := word("fr/", "en/"), word("en/", "fr/")
	super := Super{
		Title: word("Conférence ministérielle de 2023 sur le maintien de la paix", "2023 Peacekeeping Ministerial"),
		URL:   home + here,
	}
	accra := Event{
		Key: "announcement", Title: super.Title, Start: moment(t, "2023-12-05 09:00"), End: moment(t, "2023-12-06 17:30"),
		Zone: "Africa/Accra", Place: "Accra", Country: "Ghana", CountryCode: "GH", Hosts: []string{"Ghana"},
		Description: word("Ouverture à 9 h ; séances plénières, annonces de contributions,\nréunions bilatérales.",
			"It opens at 9 a.m.; plenary sessions, pledges,\nbilateral meetings."),
		Stamp: day(t, "2023-11-09"), Modified: day(t, "2023-11-21"),
		URL:      home + here + word("annonce/", "announcement/"),
		OtherURL: home + there + word("announcement/", "annonce/"),
	}
	dhaka := Event{
		Key: "preparatory-process/dhaka", Start: moment(t, "2023-06-25"), End: moment(t, "2023-06-26"), Status: Held,
		Title: word("Conférence préparatoire sur les femmes dans les opérations de maintien de la paix",
			"Preparatory conference on women in peacekeeping operations"),
		Description: word("Le Bangladesh, le Canada et l’Uruguay l’accueillent : « l’été à Dacca ».",
			"Bangladesh, Canada and Uruguay host it: “summer in Dhaka”."),
		Place: word("Dacca", "Dhaka"), Country: "Bangladesh", CountryCode: "BD",
		Hosts: []string{"Bangladesh", "Canada", "Uruguay"}, Super: super,
		Stamp: day(t, "2023-05-02"), Modified: day(t, "2023-05-02"),
		URL:      home + here + word("processus/dacca/", "process/dhaka/"),
		OtherURL: home + there + word("process/dhaka/", "processus/dacca/"),
	}
	return Calendar{
		Tag: tag, Name: word("Réunions : Accra 2023", "Meetings: Accra 2023"), Site: "example.org",
		Events: []Event{dhaka, geneva(t, word), paris(t, word), kigali(t, word), accra},
	}
}

// geneva is put off, of one day, with a country and no place.
func geneva(t testing.TB, word func(french, english string) string) Event {
	return Event{
		Key: "preparatory-process/mental-health", Start: moment(t, "2023-07-18"), End: moment(t, "2023-07-18"),
		Status: Postponed, Country: word("Suisse", "Switzerland"), CountryCode: "CH", Stamp: day(t, "2023-05-02"),
		Title: word("Santé mentale du personnel en tenue", "Mental health of uniformed personnel"),
	}
}

// paris lasts over the end of summer time.
func paris(t testing.TB, word func(french, english string) string) Event {
	return Event{
		Key: "preparatory-process/paris", Start: moment(t, "2023-10-28 14:15"), End: moment(t, "2023-10-29 16:00"),
		Zone: "Europe/Paris", Place: "Paris (France)", Country: "France", CountryCode: "FR",
		Title: word("Table ronde : l’œuvre commune", "Round table: the common work"), Stamp: day(t, "2023-09-01"),
	}
}

// kigali has a start alone, and will not be.
func kigali(t testing.TB, word func(french, english string) string) Event {
	return Event{
		Key: "preparatory-process/kigali", Start: moment(t, "2023-10-23 08:30"), End: moment(t, "2023-10-23 08:30"),
		Zone: "Africa/Kigali", Status: Cancelled, Place: "Kigali", Country: "Rwanda", CountryCode: "RW",
		Title:    word("Protection des civils et communication stratégique", "Protection of civilians and strategic communications"),
		Modified: day(t, "2023-10-02"),
	}
}
