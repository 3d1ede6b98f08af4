package host

import (
	"io"
	"strings"
	"unicode/utf8"
)

// What Cloudflare Pages takes of _redirects. Lines that it does not understand count too.
const (
	mostMoves   = 2000
	longestMove = 1000 // characters of a line
)

// WriteRedirects writes _redirects, and tells whether former addresses are missing in it because Cloudflare would not read them;
// their pages redirect all the same. The error is that of w.
//
// Netlify serves the page that stands at a former address, unless its redirect is forced: 301! (Netlify, “Redirect options”:
// shadowing). Cloudflare redirects before it looks for files, does not know 301!, and passes over such a line. So each former
// address has a line for each of the two, and Netlify's is the first, since it takes the first that fits.
//
// Only Netlify knows the other lines, and Cloudflare passes over them: it finds by itself the nearest 404.html above an address.
// They come last, where they are not counted against former addresses. The language of a reader is asked for at the site's
// root alone: an address in a language is an answer already. Who has neither language gets the page that asks.
func (s Site) WriteRedirects(w io.Writer) (complete bool, err error) {
	lines := []string{"# Where Netlify and Cloudflare Pages lead readers. Made by diptych: your own is static/_redirects."}
	moves, complete := s.moveLines()
	lines = append(lines, moves...)
	if s.wants(Netlify) {
		for _, l := range s.Languages {
			lines = append(lines, s.Base+" "+s.Base+l.Folder+"/ 302! Language="+l.Folder)
		}
		for _, l := range s.Languages {
			lines = append(lines, s.Base+l.Folder+"/* "+s.Base+notFound(l.Folder+"/")+" 404")
		}
		if s.Base != "/" { // at the host's root Netlify finds the page by itself
			lines = append(lines, s.Base+"* "+s.Base+notFound("")+" 404")
		}
	}
	_, err = io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return complete, err
}

// HasAllMoves tells whether WriteRedirects leaves out no former address.
func (s Site) HasAllMoves() bool {
	complete, _ := s.WriteRedirects(io.Discard) // which takes everything
	return complete
}

// moveLines gives the lines of the former addresses that Cloudflare reads, if it is to.
func (s Site) moveLines() (lines []string, complete bool) {
	complete = true
	for _, m := range s.Moves {
		way := strings.ReplaceAll(s.address(m.From), ":", "%3A") + " " + s.address(m.To)
		var more []string
		if s.wants(Netlify) {
			more = append(more, way+" 301!")
		}
		if s.wants(Cloudflare) {
			more = append(more, way+" 301")
		}
		if s.wants(Cloudflare) && (len(lines)+len(more) > mostMoves || utf8.RuneCountInString(way) > longestMove-len(" 301!")) {
			complete = false
			continue
		}
		lines = append(lines, more...)
	}
	return lines, complete
}
