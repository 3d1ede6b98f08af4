package locale

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestText(t *testing.T) {
	catalogue := mustReadCatalogue(t, "fr", frenchMessages)
	tests := []struct {
		id   string
		args map[string]any
		want string
	}{
		{"accueil", nil, "À l’accueil"},
		{"accueil", map[string]any{"Unused": 1, "Count": "x"}, "À l’accueil"},
		{"nav.skip", nil, "Aller au contenu"},
		{"nav.menu.main.label", nil, "Menu principal"},
		{"date", map[string]any{"Day": "1er janvier"}, "le 1er janvier"},
		{"nav.guillemets", map[string]any{"Title": "L’été", "Author": "A & B <c>"}, "« L’été » : L’été, A & B <c>"},
		{"nav.guillemets", map[string]any{"Title": "{{.Author}}", "Author": ""}, "« {{.Author}} » : {{.Author}}, "},
		{"section.meetings", map[string]any{"Count": 2, "Place": "Accra"}, "2 réunions à Accra"},
		{"section.total", map[string]any{"Count": 12345}, "En tout : 12^345"},
		{"section.total", map[string]any{"Count": 1}, "En tout : 1"},
		{"one.label", nil, "Deux"},
		{"country.KR", nil, "République de Corée"},
	}
	for _, test := range tests {
		got, err := catalogue.Text(test.id, test.args)
		if readable(got) != test.want || err != nil {
			t.Errorf("%s of %v is %q, %v; want %q", test.id, test.args, readable(got), err, test.want)
		}
	}
}

// TestTextKeepsTheArguments holds that the number is written for the reader in a copy.
func TestTextKeepsTheArguments(t *testing.T) {
	args := map[string]any{"Count": 2000, "Place": "Accra"}
	catalogue := mustReadCatalogue(t, "fr", frenchMessages)
	if _, err := catalogue.Text("section.meetings", args); err != nil || args["Count"] != 2000 {
		t.Errorf("got %v, and the arguments %v", err, args)
	}
}

func TestTextWrong(t *testing.T) {
	catalogue := mustReadCatalogue(t, "fr", frenchMessages)
	tests := []struct {
		id   string
		args map[string]any
		want string
	}{
		{"nav", nil, `no message "nav" in i18n/fr.toml`},
		{"nav.Skip", nil, `no message "nav.Skip" in i18n/fr.toml`},
		{"", nil, `no message "" in i18n/fr.toml`},
		{"date", nil, `message "date" in i18n/fr.toml needs an argument Day`},
		{"date", map[string]any{"day": "lundi"}, `message "date" in i18n/fr.toml needs an argument Day`},
		{"nav.guillemets", map[string]any{"Title": "Été"},
			`message "nav.guillemets" in i18n/fr.toml needs an argument Author`},
		{"section.meetings", nil, `message "section.meetings" in i18n/fr.toml needs a whole number as Count`},
		{"section.meetings", map[string]any{"Count": "2", "Place": "Accra"},
			`message "section.meetings" in i18n/fr.toml needs a whole number as Count`},
		{"section.meetings", map[string]any{"Count": 1.5, "Place": "Accra"},
			`message "section.meetings" in i18n/fr.toml needs a whole number as Count`},
		{"section.meetings", map[string]any{"Count": 2},
			`message "section.meetings" in i18n/fr.toml needs an argument Place`},
		{"section.total", nil, `message "section.total" in i18n/fr.toml needs an argument Count`},
		{"section.total", map[string]any{"Count": "douze"},
			`message "section.total" in i18n/fr.toml needs a whole number as Count`},
	}
	for _, test := range tests {
		got, err := catalogue.Text(test.id, test.args)
		if got != "" || err == nil || err.Error() != test.want {
			t.Errorf("%q of %v is %q, %v; want %s", test.id, test.args, got, err, test.want)
		}
	}
}

// TestCheckPlaceholders finds what the text of a message asks for and nobody gives, in each of its plural forms, once.
func TestCheckPlaceholders(t *testing.T) {
	catalogue, _ := readCatalogue(t, "fr", "[event]\nwhere = \"{{.Lieu}} ({{.Country}}), {{.Lieu}}\"\n"+
		"[n]\none = \"{{.Count}} été\"\nother = \"{{.Count}} étés à {{.Place}}\"\n[language]\nname = \"Français\"\n")
	tests := []struct {
		id     string
		filled []string
		want   []string
	}{
		{"event.where", []string{"Place", "Country"},
			[]string{"2:1 catalogue-placeholder: message `event.where` uses {{.Lieu}}, which nothing fills in (known here: {{.Place}}, {{.Country}})"}},
		{"event.where", []string{"Lieu", "Country"}, nil},
		{"event.where", nil, []string{
			"2:1 catalogue-placeholder: message `event.where` uses {{.Country}}, which nothing fills in (it is a plain text, without placeholders)",
			"2:1 catalogue-placeholder: message `event.where` uses {{.Lieu}}, which nothing fills in (it is a plain text, without placeholders)"}},
		{"n", []string{"Count"},
			[]string{"3:2 catalogue-placeholder: message `n` uses {{.Place}}, which nothing fills in (known here: {{.Count}})"}},
		{"language.name", nil, nil},
		{"absent", nil, nil},
	}
	for _, test := range tests {
		problems := catalogue.CheckPlaceholders(test.id, test.filled...)
		got := toldOf(t, problems, "i18n/fr.toml")
		for i := range got {
			got[i] += " (" + problems[i].Hint.English + ")"
		}
		slices.Sort(got)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s, filled with %q (-want +got):\n%s", test.id, test.filled, diff)
		}
	}
}

// TestPlurals follows the CLDR: in French, 0 and 1 take one and whole millions many; in English, 1 alone takes one. A
// message without many has other for millions, and no error.
func TestPlurals(t *testing.T) {
	const forms = "n.one = \"{{.Count}} un\"\nn.other = \"{{.Count}} autres\"\n"
	tests := []struct {
		tag, text string
		count     int
		want      string
	}{
		{"fr", forms, 0, "0 un"},
		{"fr", forms, 1, "1 un"},
		{"fr", forms, -1, "-1 un"},
		{"fr", forms, 2, "2 autres"},
		{"fr", forms, 1_250, "1^250 autres"},
		{"fr", forms, 1_000_000, "1^000^000 autres"},
		{"fr-CA", forms, 1_000_000, "1~000~000 autres"},
		{"fr", forms + "n.many = \"{{.Count}} de\"\n", 1_000_000, "1^000^000 de"},
		{"fr", forms + "n.many = \"{{.Count}} de\"\n", 3_000_000, "3^000^000 de"},
		{"fr", forms + "n.many = \"{{.Count}} de\"\n", 1_000_001, "1^000^001 autres"},
		{"fr", forms + "n.many = \"{{.Count}} de\"\n", 0, "0 un"},
		{"en-GB", forms, 0, "0 autres"},
		{"en-GB", forms, 1, "1 un"},
		{"en-GB", forms, 2, "2 autres"},
		{"en-US", forms, 1_000_000, "1,000,000 autres"},
	}
	for _, test := range tests {
		catalogue := mustReadCatalogue(t, test.tag, test.text)
		got, err := catalogue.Text("n", map[string]any{"Count": test.count})
		if readable(got) != test.want || err != nil {
			t.Errorf("%s: %d is %q, %v; want %q", test.tag, test.count, readable(got), err, test.want)
		}
	}
}
