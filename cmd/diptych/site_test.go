package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/cache"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// conference builds the site of this repository, as on a day before the Ministerial.
func conference(t *testing.T) *build.Site {
	t.Helper()
	tree, err := source.Read("../..")
	if err != nil {
		t.Fatal(err)
	}
	finished := build.Assemble(tree, site.Options{Day: civil.Date{Year: 2023, Month: 11, Day: 1}, Cache: cache.Open(mustCache(t), time.Unix(0, 0))})
	for _, problem := range finished.Problems() {
		t.Errorf("%s: %s", problem.Pos, problem.Message)
	}
	return finished
}

// TestConferenceBuilds holds that the site of this repository has no problem at all, warnings included.
func TestConferenceBuilds(t *testing.T) {
	finished := conference(t)
	for _, path := range finished.Paths() {
		var out bytes.Buffer
		problems, err := finished.Output(path, &out)
		if err != nil || out.Len() == 0 {
			t.Errorf("%s: %d bytes, %v", path, out.Len(), err)
		}
		for _, problem := range problems {
			t.Errorf("%s: %s", problem.Pos, problem.Message)
		}
	}
}

// fact is something that the source of the site states, with the page that must say it in each language.
type fact struct {
	what               string
	frenchPage, french string
	englishPage, text  string
}

// facts are all that the source page of the Ministerial states: dates, places, hosts, persons, offices, documents and
// themes.
var facts = []fact{
	{"the days", "", "5–6 décembre 2023", "", "5–6 December 2023"},
	{"the place", "", "Accra (Ghana)", "", "Accra, Ghana"},
	{"the series", "", "depuis 2014", "", "since 2014"},
	{"who meets", "", "chefs d’État, des chefs de gouvernement ou des ministres", "", "heads of State, heads of Government or ministers"},
	{"the last one", "", "Séoul, en 2021", "", "Seoul, in 2021"},

	{"the days announced", "annonce", "les 5 et 6 décembre 2023", "announcement", "on 5 and 6 December 2023"},
	{"how it was announced", "annonce", "conférence de presse hybride", "announcement", "hybrid press conference"},
	{"the minister", "annonce", "S.E. Mme Shirley Ayorkor Botchwey", "announcement", "H.E. Ms. Shirley Ayorkor Botchwey"},
	{"her office", "annonce", "Ministre des affaires étrangères et de l’intégration régionale du Ghana", "announcement", "Minister for Foreign Affairs and Regional Integration of Ghana"},
	{"peace operations", "annonce", "Jean-Pierre Lacroix Secrétaire général adjoint aux opérations de paix", "announcement", "Jean-Pierre Lacroix Under-Secretary-General for Peace Operations"},
	{"operational support", "annonce", "Atul Khare Secrétaire général adjoint à l’appui opérationnel", "announcement", "Atul Khare Under-Secretary-General for Operational Support"},
	{"management strategy", "annonce", "Catherine Pollard Secrétaire générale adjointe chargée des stratégies et politiques de gestion et de la conformité", "announcement", "Catherine Pollard Under-Secretary-General for Management Strategy, Policy and Compliance"},

	{"the reform", "objectifs-et-resultats", "Action pour le maintien de la paix", "objectives-and-outcomes", "Action for Peacekeeping"},
	{"its next stage", "objectifs-et-resultats", "A4P+", "objectives-and-outcomes", "A4P+"},
	{"the strategy", "objectifs-et-resultats", "Stratégie de transformation numérique", "objectives-and-outcomes", "Digital Transformation Strategy"},
	{"theme 1", "objectifs-et-resultats", "Protection des civils", "objectives-and-outcomes", "Protection of civilians"},
	{"theme 2", "objectifs-et-resultats", "Communication stratégique", "objectives-and-outcomes", "Strategic communications"},
	{"theme 2, what against", "objectifs-et-resultats", "mésinformation, à la désinformation et aux discours de haine", "objectives-and-outcomes", "misinformation, disinformation and hate speech"},
	{"theme 3", "objectifs-et-resultats", "Sûreté et sécurité", "objectives-and-outcomes", "Safety and security"},
	{"theme 4", "objectifs-et-resultats", "Santé mentale des soldats de la paix", "objectives-and-outcomes", "Mental health of peacekeepers"},
	{"theme 5", "objectifs-et-resultats", "Femmes dans le maintien de la paix", "objectives-and-outcomes", "Women in peacekeeping"},
	{"capabilities", "objectifs-et-resultats", "capacités spécialisées et très performantes", "objectives-and-outcomes", "specialized and high-performing capabilities"},
	{"partnerships", "objectifs-et-resultats", "renforcement des capacités durable, la formation et l’équipement", "objectives-and-outcomes", "sustainable capacity-building, training and equipment"},
	{"partnerships, on what", "objectifs-et-resultats", "conduite, de discipline et de durabilité environnementale", "objectives-and-outcomes", "conduct, discipline and environmental sustainability"},
	{"who is invited", "objectifs-et-resultats", "Comité spécial des opérations de maintien de la paix", "objectives-and-outcomes", "Special Committee on Peacekeeping Operations"},
	{"the note", "objectifs-et-resultats", "Concept note: 2023 United Nations Peacekeeping Ministerial", "objectives-and-outcomes", "Concept note: 2023 United Nations Peacekeeping Ministerial"},
	{"the requirements", "objectifs-et-resultats", "Uniformed capability requirements", "objectives-and-outcomes", "Uniformed capability requirements"},

	{"Dhaka, when", "processus-preparatoire", "25–26 juin 2023", "preparatory-process", "25–26 June 2023"},
	{"Dhaka, where", "processus-preparatoire", "Dacca (Bangladesh)", "preparatory-process", "Dhaka, Bangladesh"},
	{"Dhaka, who", "processus-preparatoire", "Bangladesh, Canada et Uruguay", "preparatory-process", "Bangladesh, Canada and Uruguay"},
	{"Dhaka, on what", "processus-preparatoire", "femmes dans les opérations de maintien de la paix", "preparatory-process", "women in peacekeeping operations"},
	{"18 July, when", "processus-preparatoire", "18 juillet 2023", "preparatory-process", "18 July 2023"},
	{"18 July, who", "processus-preparatoire", "Ghana, Nations Unies et République de Corée", "preparatory-process", "Ghana, Republic of Korea and United Nations"},
	{"18 July, on what", "processus-preparatoire", "santé mentale du personnel en uniforme", "preparatory-process", "mental health support for uniformed personnel"},
	{"Islamabad, when", "processus-preparatoire", "30–31 août 2023", "preparatory-process", "30–31 August 2023"},
	{"Islamabad, where", "processus-preparatoire", "Islamabad (Pakistan)", "preparatory-process", "Islamabad, Pakistan"},
	{"Islamabad, who", "processus-preparatoire", "Japon et Pakistan", "preparatory-process", "Japan and Pakistan"},
	{"Islamabad, on what", "processus-preparatoire", "sûreté et sécurité", "preparatory-process", "safety and security"},
	{"Kigali, when", "processus-preparatoire", "23–24 octobre 2023", "preparatory-process", "23–24 October 2023"},
	{"Kigali, where", "processus-preparatoire", "Kigali (Rwanda)", "preparatory-process", "Kigali, Rwanda"},
	{"Kigali, who", "processus-preparatoire", "Indonésie, Pays-Bas, Royaume-Uni et Rwanda", "preparatory-process", "Indonesia, Netherlands, Rwanda and United Kingdom"},
	{"Kigali, on what", "processus-preparatoire", "protection des civils", "preparatory-process", "protection of civilians"},

	{"Dhaka, note", "processus-preparatoire/dacca", "Concept note: preparatory conference on women in peacekeeping operations", "preparatory-process/dhaka", "Concept note: preparatory conference on women in peacekeeping operations"},
	{"Dhaka, summary", "processus-preparatoire/dacca", "Summary: preparatory conference on women", "preparatory-process/dhaka", "Summary: preparatory conference on women"},
	{"18 July, documents", "processus-preparatoire/sante-mentale", "Summary:", "preparatory-process/mental-health", "Summary:"},
	{"18 July, note", "processus-preparatoire/sante-mentale", "Concept note:", "preparatory-process/mental-health", "Concept note:"},
	{"Islamabad, programme", "processus-preparatoire/islamabad", "Background and programme:", "preparatory-process/islamabad", "Background and programme:"},
	{"Islamabad, summary", "processus-preparatoire/islamabad", "Summary:", "preparatory-process/islamabad", "Summary:"},
	{"Kigali, note", "processus-preparatoire/kigali", "Concept note:", "preparatory-process/kigali", "Concept note:"},
	{"Kigali, summary", "processus-preparatoire/kigali", "Summary:", "preparatory-process/kigali", "Summary:"},
	{"the language of the documents", "processus-preparatoire/kigali", "(en anglais seulement, sur demande)", "preparatory-process/kigali", "(on request)"},
	{"the source", "a-propos", "page des Nations Unies sur la Conférence", "about", "United Nations page on the Ministerial"},
}

// TestConferenceFacts looks for each fact of the source in the text that readers see, in both languages.
func TestConferenceFacts(t *testing.T) {
	finished := conference(t)
	texts := map[string]string{}
	for _, path := range finished.Paths() {
		if strings.HasSuffix(path, ".html") {
			texts[path] = readerText(t, finished, path)
		}
	}
	for _, f := range facts {
		for page, text := range map[string]string{"fr/" + f.frenchPage: f.french, "en/" + f.englishPage: f.text} {
			path := strings.TrimSuffix(page, "/") + "/index.html"
			if !strings.Contains(texts[path], plainSpaces(text)) {
				t.Errorf("%s: %s does not say %q", f.what, path, text)
			}
		}
	}
}

// TestConferenceAbbreviations holds that each page says what an abbreviation stands for where it first uses it, and only
// there. It looks at the HTML, for which A4P+ is not A4P.
func TestConferenceAbbreviations(t *testing.T) {
	finished := conference(t)
	const short = "A4P+"
	for path, long := range map[string]string{
		"fr/objectifs-et-resultats/index.html":  "Action pour le maintien de la paix Plus",
		"en/objectives-and-outcomes/index.html": "Action for Peacekeeping Plus",
	} {
		var out bytes.Buffer
		if _, err := finished.Output(path, &out); err != nil {
			t.Fatal(err)
		}
		_, main, _ := strings.Cut(out.String(), "<main")
		element := `<abbr title="` + long + `">` + short + "</abbr>"
		if at := strings.Index(main, element); at < 0 || strings.Contains(main[:at], short) {
			t.Errorf("%s does not say what its first %s stands for", path, short)
		}
		if count := strings.Count(main, "<abbr"); count != 1 {
			t.Errorf("%s has %d abbreviations, want 1", path, count)
		}
	}
}

// readerText gives the text of a page's main part, with runs of white space as one space.
func readerText(t *testing.T, finished *build.Site, path string) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := finished.Output(path, &out); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for node := range root.Descendants() {
		if node.Type != html.ElementNode || node.Data != "main" {
			continue
		}
		for inner := range node.Descendants() {
			if inner.Type == html.TextNode {
				text.WriteString(inner.Data)
			}
		}
	}
	return plainSpaces(text.String())
}

// plainSpaces turns every kind of white space, also the kinds that do not break, into single spaces.
func plainSpaces(text string) string { return strings.Join(strings.Fields(text), " ") }
