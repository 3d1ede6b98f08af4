package site

import (
	"bytes"
	"image"
	"image/png"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/source"
)

// blank gives a PNG of a size.
func blank(t testing.TB, width, height int) string {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// digests are what tells the addresses of one picture from those of another.
var digests = regexp.MustCompile(`\.[0-9a-f]{16}\.`)

// shownIn gives the body of a page whose halves have the same text, without the digests of its pictures.
func shownIn(t *testing.T, changes files, body string, lang source.Lang) (html string, told []string) {
	t.Helper()
	m := model(t, merge(files{
		"content/meetings/dhaka.fr.md": half("Réunion de Dacca", "slug = \"dacca\"\nplace = \"Dacca\"", body),
		"content/meetings/dhaka.en.md": half("Dhaka meeting", "place = \"Dhaka\"", body),
	}, changes))
	v := m.View(page(t, m, "meetings/dhaka", lang), func(p source.Problem) {
		told = append(told, p.Pos.String()+" "+p.Message.English+" ("+p.Hint.English+")")
	})
	return digests.ReplaceAllString(string(v.Body()), "."), told
}

func TestPictures(t *testing.T) {
	changes := files{
		"content/meetings/salle.png": blank(t, 900, 600), "content/meetings/petite.png": blank(t, 40, 30),
		"content/accueil.png": blank(t, 50, 30), "static/img/vue 1.png": blank(t, 500, 100),
		"content/meetings/carte.fr.png": blank(t, 60, 20), "content/meetings/carte.en.png": blank(t, 70, 20),
		"content/meetings/filet.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"/>`,
	}
	const body = "![La salle](salle.png)\n![Une petite](petite.png#x)\n![L’accueil](../accueil.png)\n![La vue](</img/vue%201.png>)\n" +
		"![La carte](carte.png?x)\n![](filet.svg){decorative}"
	html, told := shownIn(t, changes, body, source.French)
	want := `<p><img width="900" height="600" sizes="100vw" srcset="/pictures/salle-400.png 400w, /pictures/salle-900.png 900w" src="/pictures/salle-900.png" alt="La salle">
<img loading="lazy" width="40" height="30" src="/pictures/petite-40.png" alt="Une petite">
<img loading="lazy" width="50" height="30" src="/pictures/accueil-50.png" alt="L’accueil">
<img loading="lazy" width="500" height="100" sizes="auto, 100vw" srcset="/pictures/vue-1-400.png 400w, /pictures/vue-1-500.png 500w" src="/pictures/vue-1-500.png" alt="La vue">
<img loading="lazy" width="60" height="20" src="/pictures/carte-fr-60.png" alt="La carte">
<img loading="lazy" width="30" height="10" src="/pictures/filet-30.svg" alt=""></p>
`
	if diff := cmp.Diff(want, html); diff != "" || len(told) > 0 {
		t.Errorf("problems %q, (-want +got):\n%s", told, diff)
	}
	english, _ := shownIn(t, changes, "![La carte](carte.png)", source.English)
	if want := `<img width="70" height="20" src="/pictures/carte-en-70.png" alt="La carte">`; !strings.Contains(english, want) {
		t.Errorf("the English half shows %s", english)
	}
}

// TestOtherEdition holds that an editor who names the other language's picture is told.
func TestOtherEdition(t *testing.T) {
	changes := files{"content/meetings/carte.fr.png": blank(t, 60, 20), "content/meetings/carte.en.png": blank(t, 70, 20), "content/meetings/plan.en.png": blank(t, 9, 9)}
	html, told := shownIn(t, changes, "![La carte](carte.en.png#x) ![Le plan](plan.en.png)", source.French)
	want := []string{`content/meetings/dhaka.fr.md:7:1 "carte.en.png" is the picture for the other language, English ` +
		"(write carte.png: each half then shows its own)"}
	if diff := cmp.Diff(want, told); diff != "" || !strings.Contains(html, "carte-en-70.png") {
		t.Errorf("%s (-want +got):\n%s", html, diff)
	}
}

// TestBrokenDrawing holds that a page does not show what is only warned of where no page shows it; a view of a drawing is kept.
func TestBrokenDrawing(t *testing.T) {
	changes := files{"content/meetings/dhaka.fr.md": half("Réunion de Dacca", "slug = \"dacca\"\nplace = \"Dacca\"", "![a](/img/bad.svg) ![b](/img/fond.svg#view)"),
		"static/img/bad.svg": "<svg"}
	m, found := Assemble(sample(t, changes), Options{Day: today})
	v := m.View(page(t, m, "meetings/dhaka", source.French), func(p source.Problem) { found = append(found, p) })
	html := string(v.Body())
	if len(found) != 2 || found[0].Severity != source.Warning || found[1].Severity != source.Error || found[1].Pos.Line != 7 ||
		!strings.Contains(html, `src="/img/fond.svg#view"`) {
		t.Errorf("%v, %s", told(found), html)
	}
}

// TestPicturesOfOtherSites holds that an editor is told of a picture which the page's policy does not let in.
func TestPicturesOfOtherSites(t *testing.T) {
	_, told := shownIn(t, nil, "« ![La salle](https://example.com/a.jpg) »", source.French)
	want := []string{"content/meetings/dhaka.fr.md:7:3 the picture is on another site, and pages load nothing from elsewhere " +
		"(put it beside the page, and write its name)"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNamesInCodes holds that a picture whose name can't be found without parsing is told of, and never leads to what is not
// published.
func TestNamesInCodes(t *testing.T) {
	html, told := shownIn(t, files{"content/meetings/a.png": blank(t, 9, 9)}, "![a](a%2Epng) [b](a%2Epng)", source.French)
	if len(told) != 2 || !strings.Contains(told[0], "written in codes (write it as it is: a.png)") || strings.Contains(html, "/pictures/") {
		t.Errorf("%q, %s", told, html)
	}
}

// TestSizeOfAPictureDocument holds that the size that is said of a document is that of what is published.
func TestSizeOfAPictureDocument(t *testing.T) {
	whole := blank(t, 9, 9)
	end := len(whole) - len("\x00\x00\x00\x00IEND\xaeB`\x82")
	said := whole[:end] + "\x00\x00\x00\x0atEXtAuthor\x00AmaLW\xb0\xbd" + whole[end:]
	size := func(data string) string {
		m := model(t, files{"static/a.png": data, "content/about.toml": "[[document]]\nid = \"a\"\nfr = { title = \"Vue\", file = \"a.png\" }\n"})
		return view(t, m, "about", source.French).Documents()[0].Size
	}
	if got, want := size(said), size(whole); got != want {
		t.Errorf("%s are said of a file of %s", got, want)
	}
}

// TestLargePictures holds that a browser which knows no versions gets none that is too large for it.
func TestLargePictures(t *testing.T) {
	html, _ := shownIn(t, files{"content/meetings/a.png": blank(t, 2600, 10)}, "![La côte](a.png)", source.French)
	if !strings.Contains(html, `/pictures/a-2400.png 2400w" src="/pictures/a-1200.png"`) {
		t.Errorf("the page shows %s", html)
	}
}

func TestPicturesThatAreMissing(t *testing.T) {
	changes := files{"content/meetings/carte.en.png": blank(t, 9, 9), "content/meetings/salle.png": blank(t, 9, 9), "static/plan.pdf": "%PDF-",
		"static/photo.png": blank(t, 9, 9)}
	for destination, want := range map[string]string{
		"carte.png":                      `there is no picture "content/meetings/carte.png" (its edition in English is there: add that in French, "content/meetings/carte.fr.png")`,
		"sale.png":                       `there is no picture "content/meetings/sale.png" (did you mean salle.png?)`,
		"/../content/meetings/salle.png": `there is no picture "static/content/meetings/salle.png" (did you mean salle.png?)`,
		"/plan.pdf":                      `there is no picture "static/plan.pdf" (the file is there, and is of another format than JPEG, PNG, SVG or WebP)`,
		"photo.png":                      `there is no picture "content/meetings/photo.png" (pictures below static/ are named from there: /photo.png)`,
		"/photo.jpg":                     `there is no picture "static/photo.jpg" (did you mean /photo.png?)`,
	} {
		html, told := shownIn(t, changes, "![L’été]("+destination+")", source.French)
		if diff := cmp.Diff([]string{"content/meetings/dhaka.fr.md:7:1 " + want}, told); diff != "" || !strings.Contains(html, `src="#"`) {
			t.Errorf("%s: %s(-want +got):\n%s", destination, html, diff)
		}
	}
}

// TestPictureThatIsNone holds that a picture which can't be shown is told of alike wherever it is used, so that it is told once.
func TestPictureThatIsNone(t *testing.T) {
	changes := files{"content/meetings/a.png": "", "content/meetings/dhaka.fr.md": half("Réunion de Dacca", "slug = \"dacca\"\nplace = \"Dacca\"", "![a](a.png) ![b](a.png)")}
	changes["content/meetings/a.png"] = "\x89PNG\r\n\x1a\n"
	m, found := Assemble(sample(t, changes), Options{Day: today})
	v := m.View(page(t, m, "meetings/dhaka", source.French), func(p source.Problem) { found = append(found, p) })
	html := string(v.Body())
	if found = source.Sort(found); len(found) != 1 || found[0].Pos.File != "content/meetings/a.png" || strings.Count(html, `src="#"`) != 2 {
		t.Errorf("%v, %s", found, html)
	}
}

// TestMentions holds that no picture is missed that a body may show, however its name is written.
func TestMentions(t *testing.T) {
	for body, want := range map[string]string{
		"![a](hall.jpg)":                       "hall.jpg",
		"![a](<a b/my hall.JPG> \"x\")":        "my hall.JPG",
		"![a](/img/hall%201.png?x#y)":          "hall 1.png",
		"![a][h]\n\n[h]: ../hall\\_1.webp 'x'": "hall_1.webp",
		"![a](f&ecirc;te.svg)":                 "fête.svg",
		"![a](fe\u0302te.svg)":                 "fête.svg",
		"[large](hall.jpg)":                    "hall.jpg",
		"![a](<Photo (1) d'hiver.jpeg>)":       "Photo (1) d'hiver.jpeg",
		"![a](b.gif.png)":                      "b.gif.png",
		"Rien. Un point.png":                   "point.png",
		"Un fichier.jpgx, un.doc. Fin.":        "",
		"":                                     "",
	} {
		names := mentions(body)
		if (want == "") != (len(names) == 0) || want != "" && !slices.Contains(names, nameSum(want)) {
			t.Errorf("%q does not mention %q, but %d others", body, want, len(names))
		}
	}
}

// TestPicturesOfHiddenPages holds that a picture is published with the pages that show it, and not before.
func TestPicturesOfHiddenPages(t *testing.T) {
	changes := merge(pair("secret", "Secret", "Secret", "draft = true\n"), files{
		"content/secret.fr.md": half("Secret", "", "![Secret](secret.png) ![La salle](salle.png)"),
		"content/about.fr.md":  half("À propos de l’équipe", "slug = \"a-propos\"", "![La salle](salle.png) [la carte](carte.png)\n\n## L’équipe {#team}"),
		"content/about.toml":   "image = \"partage.png\"\n",
		"content/secret.png":   blank(t, 9, 9), "content/salle.png": blank(t, 9, 9), "content/carte.fr.png": blank(t, 9, 9),
		"content/partage.png": blank(t, 9, 9), "content/rien.png": blank(t, 9, 9),
	})
	m, _ := Assemble(sample(t, changes), Options{Day: today})
	for name, want := range map[string]bool{"secret": false, "salle": true, "carte.fr": true, "partage": true, "rien": false} {
		p, _ := m.Pictures.Get("content/" + name + ".png")
		if m.Shows(p) != want {
			t.Errorf("%s.png is published: %t", name, !want)
		}
	}
	m, _ = Assemble(sample(t, changes), Options{Day: today, Drafts: true})
	if p, _ := m.Pictures.Get("content/secret.png"); !m.Shows(p) {
		t.Error("with drafts their pictures are not published")
	}
}

// TestWholePictures leads to pictures that stand beside the page.
func TestWholePictures(t *testing.T) {
	html, told := shownIn(t, files{"content/meetings/a.png": blank(t, 900, 9), "content/meetings/b.fr.png": blank(t, 9, 9)},
		"[la grande](a.png) et [la petite](b.png)", source.French)
	want := `<p><a href="/pictures/a-900.png">la grande</a> et <a href="/pictures/b-fr-9.png">la petite</a></p>` + "\n"
	if diff := cmp.Diff(want, html); diff != "" || len(told) > 0 {
		t.Errorf("%q (-want +got):\n%s", told, diff)
	}
}

// FuzzMentions holds that a picture which a body shows is among those that it mentions, as long as its name is not in codes.
func FuzzMentions(f *testing.F) {
	for _, body := range []string{
		"![a](b.png)", "![a][b]\n\n[b]: <c d.jpg>", "![a](x/y\\_z.webp 'c.png')", "[![a](b.svg)](c.png)", "![a]( <e\u0302 (1).JPG> )",
		"| ![a](b.png) |\n|---|", "[^a]: ![a](b.gif)\n\n[^a]", "![![a](b.png)](c.png)", "![a](b.png\n'c')", "![a](b'c.png) ![a](d(e).png)",
	} {
		f.Add(body)
	}
	m := model(f, nil)
	f.Fuzz(func(t *testing.T, body string) {
		if strings.ContainsAny(body, "%&\r\x00") || !utf8.ValidString(body) {
			t.Skip("names in codes are told of, and no text of a site has the others")
		}
		names := mentions(body)
		for _, link := range m.languages[source.French].renderer.Render(source.Pos{}, body).Links {
			target, _, _ := strings.Cut(link.Destination, "#")
			target, _, _ = strings.Cut(target, "?")
			if name := source.Compose(path.Base(target)); gallery.IsPicture(name) && !slices.Contains(names, nameSum(name)) {
				t.Errorf("%q shows %q, and does not mention it", body, name)
			}
		}
	})
}
