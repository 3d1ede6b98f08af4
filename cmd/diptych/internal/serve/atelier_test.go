package serve

import (
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// pairsOnDisk is a preview of a site on the disk, whose pairs are compared.
type pairsOnDisk struct {
	*preview
	t      *testing.T
	root   string
	diary  diary
	fails  error // what a confirmation fails with
	minors []bool
}

// texts are the files of that site: two pages, of which nothing has been confirmed.
var texts = map[string]string{
	"config.toml": `baseURL = "https://accra.example/"
languages = ["fr", "en"]
[language.fr]
locale = "fr"
title = "Atelier d’Accra"
[language.en]
locale = "en-GB"
title = "Accra workshop"
`,
	"content/index.fr.md": front("Accueil") + "Bienvenue à l’atelier d’Accra.\n",
	"content/index.en.md": front("Home") + "Welcome to the Accra workshop.\n",
	"content/visits/summer.fr.md": front("L’été à Accra") +
		"Nous partons le 12 juin 2023.\n\n## Bagages {#luggage}\n\n- Une valise\n- Oui\n- Oui\n\nVoir [le programme](https://programme.example/ete).\n",
	"content/visits/summer.en.md": front("Summer in Accra") +
		"We leave on 12 June 2023.\n\n## Luggage {#luggage}\n\n- One suitcase\n- Yes\n- Yes\n\nSee [the programme](https://programme.example/ete).\n",
}

func front(title string) string { return "+++\ntitle = \"" + title + "\"\n+++\n\n" }

// pairs starts a preview of the texts, some of them in the place of others; an empty text takes its file away.
func pairs(t *testing.T, changed map[string]string) *pairsOnDisk {
	t.Helper()
	p := &pairsOnDisk{t: t, root: t.TempDir()}
	all := maps.Clone(texts)
	maps.Copy(all, changed)
	for file, text := range all {
		p.write(file, text)
	}
	p.preview = run(t, Options{
		Token: "sésame", Check: check.Options{Day: civil.Date{Year: 2023, Month: time.May, Day: 2}, Drafts: true}, Confirm: p.record,
		Log: p.diary.options().Log,
	}, nil)
	p.publish()
	return p
}

// write writes a file as an editor saves it; it does not publish.
func (p *pairsOnDisk) write(file, text string) {
	p.t.Helper()
	name := filepath.Join(p.root, filepath.FromSlash(file))
	if text == "" {
		_ = os.Remove(name) // it may never have been there
		return
	}
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
		p.t.Fatal(err)
	}
}

// replace writes a file with a piece of it replaced; it does not publish.
func (p *pairsOnDisk) replace(file, old, new string) {
	p.t.Helper()
	text := p.read(file)
	if !strings.Contains(text, old) {
		p.t.Fatalf("%s does not have %q", file, old)
	}
	p.write(file, strings.Replace(text, old, new, 1))
}

func (p *pairsOnDisk) read(file string) string {
	p.t.Helper()
	text, err := os.ReadFile(filepath.Join(p.root, filepath.FromSlash(file)))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}

// publish shows the site as it is on the disk now.
func (p *pairsOnDisk) publish() {
	p.t.Helper()
	tree, err := source.Read(p.root)
	if err != nil {
		p.t.Fatal(err)
	}
	p.Publish(build.Assemble(tree, site.Options{Day: p.options.Check.Day}), tree)
}

// inspectNow does what is done in the background after a time of quiet.
func (p *pairsOnDisk) inspectNow() { p.inspect(p.current.Load()) }

// record is Options.Confirm.
func (p *pairsOnDisk) record(key string, pair *ledger.Comparison, row int, minor bool) (ledger.Lock, error) {
	if p.fails != nil {
		return ledger.Lock{}, p.fails
	}
	p.minors = append(p.minors, minor)
	what := ledger.Confirmation{Day: civil.Date{Year: 2023, Month: time.May, Day: 1 + len(p.minors)}, Minor: minor}
	lock := pair.All(what)
	if row != wholePair {
		lock = pair.One(row, what)
	}
	p.write(ledger.File(key), lock.String())
	return lock, nil
}

// lockOf gives what is recorded of a pair.
func (p *pairsOnDisk) lockOf(key string) ledger.Lock {
	p.t.Helper()
	file, err := os.Open(filepath.Join(p.root, filepath.FromSlash(ledger.File(key))))
	if errors.Is(err, os.ErrNotExist) {
		return ledger.Lock{}
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	if err != nil {
		p.t.Fatal(err)
	}
	lock, problems := ledger.Read(source.NewFile(ledger.File(key), string(text)))
	if len(problems) > 0 {
		p.t.Fatal(problems)
	}
	return lock
}

var buttons = regexp.MustCompile(`data-row="(\d*)" data-seen="([^"]+)"`)

// seen gives what the buttons of a review send along, by their rows; that of the whole page by "".
func (p *pairsOnDisk) seen(key string) map[string]string {
	p.t.Helper()
	found := map[string]string{}
	for _, button := range buttons.FindAllStringSubmatch(p.get(p.t, "/_diptych/review/"+key).body, -1) {
		found[button[1]] = button[2]
	}
	return found
}

// confirm asks for a confirmation as the review does.
func (p *pairsOnDisk) confirm(key, row, seen string, more ...string) got {
	p.t.Helper()
	query := "?key=" + key + "&row=" + row + "&seen=" + seen + "&minor=false&token=s%C3%A9same"
	return p.ask(p.t, "POST", "/_diptych/confirm"+query+strings.Join(more, ""), "Origin", "http://"+p.host, "Sec-Fetch-Site", "same-origin")
}
