package main

import (
	"context"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	protocol "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// placeButton is that of the first problem's place.
const placeButton = panel + `?.querySelector('.place')`

// deadLink is a mistake in a page, and deadLinkPlace where it is.
var deadLink = edit{"content/about.fr.md", "Ce site présente", "Ce [site](page:nulle-part) présente"}

const deadLinkPlace = "content/about.fr.md:8:4"

func copyPlace(t *testing.T, browser context.Context) {
	w := startPreview(t, browser, deadLink).open("fr/a-propos/")
	w.allow("clipboard-write")
	w.allow("clipboard-read")
	w.pressPlace("Copier l’emplacement", "Copié")
	w.run("navigator.clipboard.readText().then((text) => { window.pasted = text; })")
	w.until("the place is in the clipboard", "window.pasted === "+quote(deadLinkPlace))
	w.until("it says so for a while only", "told.length === 4 && told[2] === '' && told[3] === ''")
}

// copyPlaceByHand copies as a page must that was not opened by a name of this machine: it may not write to the clipboard,
// only copy what is selected in it.
func copyPlaceByHand(t *testing.T, browser context.Context) {
	w := startPreview(t, browser, deadLink).open("fr/a-propos/")
	w.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
	w.run("document.addEventListener('copy', () => { window.byHand = true; })")
	w.pressPlace("Copier l’emplacement", "Copié")
	if !value[bool](w, "window.byHand === true") {
		t.Error("it was not copied by hand")
	}
	w.until("the focus is where it was", layer+".activeElement === "+placeButton)
}

func openPlace(t *testing.T, browser context.Context) {
	editor, err := exec.LookPath("note-place")
	if err != nil {
		t.Fatal(err)
	}
	noted := filepath.Join(t.TempDir(), "lieu")
	flags := []string{"--editor", editor + " " + noted + " --line {line} --column={column} {file}"}
	p := startPreviewWith(t, browser, flags, deadLink)
	w := p.open("fr/a-propos/")
	w.pressPlace("Ouvrir dans l’éditeur", "Ouvert")
	want := strings.Join([]string{"--line", "8", "--column=4", filepath.Join(p.root, "content/about.fr.md"), ""}, "\n")
	if got, ok := comes(noted, regexp.MustCompile(".")); !ok || got != want {
		t.Errorf("the editor is given %q, want %q", got, want)
	}
}

// allow gives a permission to the preview's pages.
func (w *window) allow(name string) {
	w.t.Helper()
	_, err := chromedp.CallBrowser(w.ctx, protocol.SetPermission, protocol.SetPermissionParams{
		Permission: &protocol.PermissionDescriptor{Name: name}, Setting: protocol.PermissionSettingGranted,
		Origin: strings.TrimSuffix(w.origin, "/"),
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// pressPlace presses the place of the first problem, which offers something and then says that it is done, to the eye and
// to the ear. What is said is taken down, since it does not stand there for long.
func (w *window) pressPlace(offer, done string) {
	w.t.Helper()
	w.until("a panel comes", placeButton+"?.offsetHeight > 0")
	if got := value[string](w, placeButton+".textContent + ' ' + "+placeButton+".title"); got != deadLinkPlace+" "+offer {
		w.t.Errorf("the place is %q", got)
	}
	w.run(`window.told = [];
		for (const part of [` + placeButton + `, ` + layer + `.querySelector('[role=status]')]) {
			new MutationObserver(() => { told.push(part.dataset.said ?? (part.role === 'status' ? part.textContent : '')); })
				.observe(part, { attributes: true, childList: true });
		}`)
	w.press(placeButton)
	w.until("it says so", "told[0] === "+quote(done)+" && told[1] === "+quote(done))
}
