package site

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// generated makes a site of random shape from a seed: sections in sections, halves that are missing, drafts, any slug.
func generated(t *testing.T, seed uint64) *Model {
	random := rand.New(rand.NewPCG(seed, 2023))
	changes := files{}
	folders := []string{""}
	for i := range 12 {
		folder := fmt.Sprintf("%ss%d/", folders[random.IntN(len(folders))], i)
		folders = append(folders, folder)
		maps.Copy(changes, pair(folder+"index", fmt.Sprintf("Été %d", random.IntN(5)), "Summer", ""))
	}
	for i := range 40 {
		key := fmt.Sprintf("%sp%d", folders[random.IntN(len(folders))], i)
		maps.Copy(changes, randomPage(random, key, i))
	}
	return model(t, changes)
}

func randomPage(random *rand.Rand, key string, number int) files {
	page := pair(key, fmt.Sprintf("Œuvre %d", random.IntN(9)), "Work", "")
	switch random.IntN(6) {
	case 0:
		page["content/"+key+".toml"], page["content/"+key+".fr.md"] = exemption("fr", "2024-01-31"), ""
	case 1:
		page["content/"+key+".toml"], page["content/"+key+".en.md"] = exemption("en", "2024-01-31"), ""
	case 2:
		page["content/"+key+".toml"] = "draft = true\n"
	case 3:
		page["content/"+key+".fr.md"] = half("Œuvre", fmt.Sprintf("slug = \"oeuvre-%d\"", number), "")
	}
	return page
}

func TestAlternatesAreMutual(t *testing.T) {
	for seed := range uint64(8) {
		m := generated(t, seed)
		sets := map[string][]Alternate{} // by address
		for _, page := range append(m.Pages(source.French), m.Pages(source.English)...) {
			if page.Half != nil {
				sets[m.URL(page.Output)] = m.Alternates(page)
			}
		}
		sets["https://example.org/"] = m.alternatesOfHome()
		for address, set := range sets {
			if !slices.ContainsFunc(set, func(a Alternate) bool { return a.URL == address }) {
				t.Errorf("seed %d: %s is not in its own set %v", seed, address, set)
			}
			for _, a := range set {
				if !slices.Equal(sets[a.URL], set) {
					t.Errorf("seed %d: %s names %s, which has another set: %v", seed, address, a.URL, sets[a.URL])
				}
			}
		}
	}
}

func TestHalvesLeadToEachOther(t *testing.T) {
	for seed := range uint64(8) {
		m := generated(t, seed)
		byHref := map[string]*Page{}
		for output := range m.places.slots {
			byHref[m.Href(indexFile, output)], _ = m.PageAt(output)
		}
		for output := range m.places.slots {
			page, _ := m.PageAt(output)
			v := m.View(page, func(p source.Problem) { t.Errorf("seed %d: %v", seed, p) })
			if found := byHref[v.Other.Href]; found != page.Other() {
				t.Errorf("seed %d: from %s the other half is %s, want %s", seed, page.Output, v.Other.Href, page.Other().Output)
			}
		}
	}
}

// TestSectionsHoldTheirPagesOnce walks a site from the home page down, and backwards by its neighbours.
func TestSectionsHoldTheirPagesOnce(t *testing.T) {
	for seed := range uint64(8) {
		m := generated(t, seed)
		for _, lang := range source.Langs() {
			seen := map[*Page]int{}
			walk(m, m.Home(lang), seen)
			for _, page := range m.Pages(lang) {
				if seen[page] != 1 {
					t.Errorf("seed %d: %s comes %d times in the walk", seed, page.Output, seen[page])
				}
				if next := m.neighbour(page, 1); next != nil && (m.neighbour(next, -1) != page || next.Section != page.Section) {
					t.Errorf("seed %d: after %s comes %s, and before that another page", seed, page.Output, next.Output)
				}
			}
		}
	}
}

func walk(m *Model, page *Page, seen map[*Page]int) {
	seen[page]++
	for _, child := range m.Children(page) {
		walk(m, child, seen)
	}
}
