package typography

import (
	"strings"
	"testing"
)

// frenchText is a paragraph as an author types it.
const frenchText = `Le Ghana accueille à Accra, les 5 et 6 décembre 2023, la Conférence ministérielle des Nations ` +
	`Unies sur le maintien de la paix : c'est la dernière d'une série commencée en 2014. S.E. Mme Shirley Ayorkor ` +
	`Botchwey et M. Lacroix l'ont "annoncée" à la presse ; les États Membres y prennent des engagements (plus de ` +
	`1 250 soldats, 12,5 % de femmes). Quatre réunions la préparent - à Dacca, du 25-26 juin, puis ailleurs - et ` +
	`l'on se demande : lesquelles ? La 2e commence à 14h15. `

// body is a body of about 5 KB in some forty runs.
func body() []Run {
	rules := For("fr")
	var runs []Run
	for range 10 {
		text := frenchText
		for _, size := range []int{100, 120, 130} {
			runs = append(runs, Run{Text: text[:size], Rules: &rules})
			text = text[size:]
		}
		runs = append(runs, Run{Text: text, Rules: &rules}, Run{Text: "code", Kind: Opaque})
	}
	return runs
}

func BenchmarkSetBody(b *testing.B) {
	runs, setter := body(), Setter{}
	b.SetBytes(int64(len(joinAll(runs))))
	b.ReportAllocs()
	for b.Loop() {
		setter.Set(runs)
	}
}

func BenchmarkSetParagraph(b *testing.B) {
	rules := For("fr")
	runs := []Run{
		{Text: frenchText[:300], Rules: &rules},
		{Text: "code", Kind: Opaque},
		{Text: frenchText[300:], Rules: &rules},
	}
	var setter Setter
	b.ReportAllocs()
	for b.Loop() {
		setter.Set(runs)
	}
}

func BenchmarkText(b *testing.B) {
	rules := For("fr")
	b.Run("title", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			rules.Text("Annonce de la Conférence ministérielle d'Accra")
		}
	})
	b.Run("plain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			rules.Text("À propos de ce site, et de ses sources")
		}
	})
	b.Run("set", func(b *testing.B) {
		text := rules.Text(strings.Repeat("Il l'a dit : « oui ! » ", 4))
		b.ReportAllocs()
		for b.Loop() {
			rules.Text(text)
		}
	})
}
