package watch

import "testing"

func TestBelongs(t *testing.T) {
	tests := []struct {
		path string
		want bool
	}{
		{"config.toml", true},
		{"config.toml/x", false},
		{"README.md", false},
		{".git", false},
		{"content", true},
		{"content/été.fr.md", true},
		{"content/à/b/ç.fr.md", true},
		{"contents/été.fr.md", false},
		{"public/content/été.fr.md", false},
		{"content/.été.fr.md.swp", false},
		{"content/.git/HEAD", false},
		{"content/été.fr.md~", false},
		{"content/vieux~/été.fr.md", false},
		{"content/#été.fr.md#", false},
		{"content/#1.fr.md", true},
		{"content/c#", true},
		{"content/4913", true},
		{"content/été.fr.md___jb_tmp___", true},
		{"static/.well-known", true},
		{"static/.well-known/security.txt", true},
		{"static/.well-known/.caché", false},
		{"static/css/.well-known", false},
		{"content/.well-known", false},
		{".", false},
	}
	for _, test := range tests {
		if got := siteOptions.belongs(test.path); got != test.want {
			t.Errorf("%q belongs: %v, want %v", test.path, got, test.want)
		}
	}
}
