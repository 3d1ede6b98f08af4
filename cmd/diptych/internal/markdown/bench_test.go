package markdown

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// frenchPage is a page of some 5 KB, with what pages have.
func frenchPage() string {
	const part = `## Réunion préparatoire n° %

Les **5 et 6 décembre**, les États Membres se sont réunis à Accra, où le Secrétaire général adjoint, M. Lacroix, a
présenté l’initiative [Action for Peacekeeping]{lang=en} et son [plan d’action](doc:plan-%){lang=en}. « Le maintien de la
paix demande des moyens », a-t-il dit ; voir aussi [la page de la réunion](page:dhaka#dates) et <https://un.org/fr>.

> [!NOTE] À retenir
> L’inscription est *obligatoire*[^%].

- [Déclaration du Ghana](declaration-%.pdf) (PDF, 250 ko)
- Annonces de contributions : hélicoptères, hôpitaux et unités de génie
- Contact : secretariat@un.org

| Date | Lieu | Pays hôtes |
| --- | --- | --: |
| 25 juin 2023 | Dacca | 2 |
| 30 août 2023 | Kigali | 3 |

![Les délégués dans la salle](photo-%.jpg "La séance d’ouverture, à Accra")

[^%]: Les délégations écrivent au secrétariat avant le 1er novembre.

`
	var page strings.Builder
	for _, n := range []string{"1", "2", "3", "4", "5", "6"} {
		page.WriteString(strings.ReplaceAll(part, "%", n))
	}
	return page.String()
}

func BenchmarkRender(b *testing.B) {
	r, body := frenchRenderer(), frenchPage()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		r.Render(bodyPos(), body)
	}
}

// BenchmarkTypeset renders the same with the typography of its languages.
func BenchmarkTypeset(b *testing.B) {
	r, body := set(), frenchPage()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		r.Render(bodyPos(), body)
	}
}

// BenchmarkAbbreviations renders the same on a site with abbreviations, of which the page uses some.
func BenchmarkAbbreviations(b *testing.B) {
	_, r := renderers(source.French, true)
	body := strings.ReplaceAll(frenchPage(), "le secrétariat", "l’ONU, dite N.U., par l’A4P+")
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		r.Render(bodyPos(), body)
	}
}

func BenchmarkMeasure(b *testing.B) {
	body := frenchPage()
	p := &page{renderer: frenchRenderer()}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		p.begin(bodyPos(), body)
		p.measure()
	}
}

func BenchmarkSplice(b *testing.B) {
	d := frenchRenderer().Render(bodyPos(), frenchPage())
	b.SetBytes(int64(len(d.HTML)))
	b.ReportAllocs()
	for b.Loop() {
		d.Splice(Filling{Link: func(l Link) Target { return Target{Address: "/fr/reunions/dacca/"} }})
	}
}
