package typography

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRemarks(t *testing.T) {
	tests := []struct {
		text string
		want []string // what is remarked on, and the English of the hint
	}{
		{"la 2ème session et la 1ère", []string{"2ème", "write 2e", "1ère", "write 1re"}},
		{"les 1ères et les 3emes", []string{"1ères", "write 1res", "3emes", "write 3es"}},
		{"au XXIème siècle, la IIème fois", []string{"XXIème", "write XXIe", "IIème", "write IIe"}},
		{"le 1er et la 2e au XXIe siècle, 2nde", nil},
		{"Les Etats Membres", []string{"Etats", "capitals have their accents in French: write États"}},
		{"Etats-Unis, Eglise, Egypte", []string{"Etats", "capitals have their accents in French: write États",
			"Eglise", "capitals have their accents in French: write Église",
			"Egypte", "capitals have their accents in French: write Égypte"}},
		{"En Espagne, Elle est Européenne et Et puis Estate", nil},
		{"A partir de 2023. A cet égard", []string{"A", "capitals have their accents in French: write À",
			"A", "capitals have their accents in French: write À"}},
		{"Le plan A. La vitamine A est là ; A4P+", nil},
		{"A l'issue. A l’issue", []string{"A", "capitals have their accents in French: write À",
			"A", "capitals have their accents in French: write À"}},
		{"Egalement, les Etudiants de l'Epoque", []string{
			"Egalement", "capitals have their accents in French: write Également",
			"Etudiants", "capitals have their accents in French: write Étudiants",
			"Epoque", "capitals have their accents in French: write Époque"}},
		{"le 5 Juin.", []string{"Juin", "write the name of a month with a small letter: juin"}},
		{"le 5\tJuin", []string{"Juin", "write the name of a month with a small letter: juin"}},
		{"le 5\u2003Juin", []string{"Juin", "write the name of a month with a small letter: juin"}},
		{"« A propos »", []string{"A", "capitals have their accents in French: write À"}},
		{"Ca va. Le Ca", []string{"Ca", "capitals have their accents in French: write Ça"}},
		{"le 5 Décembre, en Décembre, le 1er Mai", []string{
			"Décembre", "write the name of a month with a small letter: décembre",
			"Mai", "write the name of a month with a small letter: mai"}},
		{"", nil},
	}
	for _, test := range tests {
		var got []string
		for _, remark := range For("fr-CA").Remarks(test.text) {
			got = append(got, test.text[remark.Offset:remark.Offset+remark.Length], remark.Hint.English)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q: %s", test.text, diff)
		}
	}
	if got := For("en-GB").Remarks("Etat, 2ème"); got != nil {
		t.Errorf("English has remarks: %v", got)
	}
}
