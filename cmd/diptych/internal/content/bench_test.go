package content

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// BenchmarkReadHalf reads one page's front matter and finds its body, of about 4 KB.
func BenchmarkReadHalf(b *testing.B) {
	text := `+++
title = "Conférence préparatoire sur les femmes dans les opérations de maintien de la paix"
menuTitle = "Dacca"
description = "Le Bangladesh, le Canada et l’Uruguay coorganisent à Dacca la conférence préparatoire."
slug = "dacca"
place = "Dacca"
aliases = ["/fr/ancien-nom/", "/fr/vieux.html"]
date = 2023-06-25
+++

` + strings.Repeat("Les États Membres s’engagent « ensemble » à former l’équipe et à l’envoyer là où naît le besoin.\n\n", 40)
	tree := source.NewTree(map[string]string{"content/dhaka.fr.md": text})
	file, _ := tree.File("content/dhaka.fr.md")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		half, problems := ReadHalf(file, source.French)
		if len(problems) > 0 || half.Words.Slug != "dacca" {
			b.Fatal(problems)
		}
	}
}
