package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// followPicture replaces a picture: the page shows the new one. A damaged one lies over the page, and the last good one stays.
func followPicture(t *testing.T, browser context.Context) {
	p := startPreview(t, browser)
	w := p.open("fr/")
	const picture = `document.querySelector('main img')`
	const isThere = picture + `.complete && ` + picture + `.naturalWidth > 0`
	w.until("the picture is there", isThere)
	w.mark()
	before := value[string](w, picture+".currentSrc")

	p.put("content/accra.png", "content/preparatory-process/map.fr.png")
	w.until("another picture is there", isThere+" && "+picture+".currentSrc !== "+quote(before)+" && "+picture+".height * 2 === "+picture+".width")
	after := value[string](w, picture+".currentSrc")

	damaged := edit{"content/accra.png", "IDAT", "IDXX"}
	p.save(damaged)
	w.until("it says so", panelText+".includes('content/accra.png') && "+panelText+".includes('l’image est endommagée')")
	if now := value[string](w, picture+".currentSrc"); now != after || !value[bool](w, isThere) {
		t.Errorf("the page shows %s, before it was %s", now, after)
	}
	p.save(damaged.undo())
	w.until("the panel goes", panelText+" === '' && "+isThere)
	w.stays()
}

// put saves a file of the site under another name.
func (p *preview) put(to, from string) {
	p.t.Helper()
	data, err := os.ReadFile(filepath.Join(p.root, filepath.FromSlash(from)))
	if err != nil {
		p.t.Fatal(err)
	}
	saved := p.root + ".saved"
	if err := os.WriteFile(saved, data, 0o644); err != nil {
		p.t.Fatal(err)
	}
	if err := os.Rename(saved, filepath.Join(p.root, filepath.FromSlash(to))); err != nil {
		p.t.Fatal(err)
	}
}
