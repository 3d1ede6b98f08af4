package site

// Alternates gives a page's addresses for `hreflang`: both halves, and for readers of neither language the chooser or,
// below the home page, the half whose language comes first. Each page of the set lists the same (Google, "Tell Google
// about localized versions of your page": sets without return links are ignored).
func (m *Model) Alternates(page *Page) []Alternate {
	if page.Key == index {
		return m.alternatesOfHome()
	}
	if m.Config.BaseURL.IsFolder() {
		return nil
	}
	var set []Alternate
	for _, language := range m.Config.Languages {
		if half := page.Pair.Page(language.Lang); half.Half != nil {
			set = append(set, Alternate{string(language.Lang), m.URL(half.Output)})
		}
	}
	return append(set, Alternate{"x-default", set[0].URL})
}

func (m *Model) alternatesOfHome() []Alternate {
	if m.Config.BaseURL.IsFolder() {
		return nil
	}
	var set []Alternate
	for _, language := range m.Config.Languages {
		if home := m.Home(language.Lang); home != nil && home.Half != nil {
			set = append(set, Alternate{string(language.Lang), m.URL(home.Output)})
		}
	}
	return append(set, Alternate{"x-default", m.URL(indexFile)})
}
