package figure

import (
	"testing"

	"diptych/cmd/diptych/internal/source"
)

const (
	frenchBlock = "Le Ghana accueille à Accra, les 5 et 6 décembre 2023, la conférence des membres : plus de 1 250 personnes " +
		"y sont attendues dès 14 h 15, dont 12,5 % de femmes, et deux ministres s’y adresseront aux invités."
	englishBlock = "Ghana is hosting the members’ conference in Accra on 5 and 6 December 2023: more than 1,250 people are " +
		"expected there from 2.15 p.m. on, 12.5% of them women, and two ministers will speak to the guests."
	plainBlock = "Le Ghana accueille à Accra la conférence des membres : bien des personnes y sont attendues, dont des " +
		"femmes, et les ministres s’y adresseront aux invités avant de se rendre à la cérémonie de clôture."
)

func BenchmarkRead(b *testing.B) {
	for name, text := range map[string]string{"figures": frenchBlock, "plain": plainBlock} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(text, source.French)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	french, english := Read(frenchBlock, source.French), Read(englishBlock, source.English)
	other := Read(frenchBlock[:len(frenchBlock)-40]+" et 3 invités", source.French)
	b.Run("same", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if Compare(french, english) != nil {
				b.Fatal("they differ")
			}
		}
	})
	b.Run("differing", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if len(Compare(other, english)) != 1 {
				b.Fatal("they do not differ in one figure")
			}
		}
	})
}
