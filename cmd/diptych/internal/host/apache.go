package host

import (
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
)

// apacheHead is what an administrator reads first.
const apacheHead = `# How Apache serves this site. Made by diptych: your own is static/.htaccess.
#
# The server must let this folder say so: "AllowOverride FileInfo" and "Options FollowSymLinks", and "Options -Indexes -MultiViews"
# is best. It needs the modules alias, headers, mime and rewrite, and Apache 2.4. A module that is missing does not take the site down; what
# is lost without it stands beside it.

`

// apache writes the file.
type apache struct {
	site   Site
	text   strings.Builder
	indent string
}

// WriteApache writes .htaccess, which Apache reads in the published folder. The folder's place below the server's root is the path
// of the site's address. The error is that of w.
func (s Site) WriteApache(w io.Writer) error {
	a := &apache{site: s}
	a.text.WriteString(apacheHead)
	a.types()
	a.notFound()
	a.within("IfModule mod_headers.c", "without it: no policies, no languages, nothing on how long browsers keep files", a.headers)
	a.within("IfModule mod_alias.c", "without it: the pages at former addresses redirect by themselves, and hidden files are shown", a.moves)
	a.within("IfModule mod_rewrite.c", "without it: everybody chooses a language at the site's root, and packed files are not used", a.rewrite)
	_, err := io.WriteString(w, a.text.String())
	return err
}

func (a *apache) line(format string, args ...any) {
	fmt.Fprintf(&a.text, a.indent+format+"\n", args...)
}

// within writes a section, with what its absence would mean above it.
func (a *apache) within(section, lost string, write func()) {
	if lost != "" {
		a.line("\n# %s", lost)
	}
	a.line("<%s>", section)
	a.indent += "    "
	write()
	a.indent = strings.TrimSuffix(a.indent, "    ")
	a.line("</%s>", strings.Fields(section)[0])
}

// at gives the pattern of an address from the server's root, to stand in one of Apache's.
func (a *apache) at(output string) string { return regexp.QuoteMeta(a.site.root() + output) }

// types writes the media types that servers may not know, and the charset of words. Only mod_mime has these.
func (a *apache) types() {
	a.line("AddDefaultCharset utf-8")
	a.within("IfModule mod_mime.c", "without it: files have the types that the server gives them by itself", func() {
		a.line("AddCharset utf-8 %s", strings.Join(textEndings[:], " "))
		for _, t := range types {
			a.line("AddType %s %s", t.name, t.ending)
		}
		for _, p := range a.site.Packed {
			encoding := map[Packing]string{Gzip: "gzip", Brotli: "br"}[p]
			a.within("FilesMatch "+word(packedPattern(p)), "", func() {
				a.line("RemoveType %s", p.Ending()) // else the file would be an archive
				a.line("RemoveLanguage %s", p.Ending())
				a.line("AddEncoding %s %s", encoding, p.Ending())
			})
		}
	})
	a.within("Files "+word(feed), "", func() { a.line("ForceType %s", word(withCharset(feedType))) })
	for _, p := range a.site.Packed {
		a.within("Files "+word(feed+p.Ending()), "", func() { a.line("ForceType %s", word(withCharset(feedType))) })
	}
}

// packedPattern fits the names of files in a packed form.
func packedPattern(form Packing) string { return textPattern() + regexp.QuoteMeta(form.Ending()) + "$" }

// textPattern fits the endings of files that may lie beside themselves in a packed form. An archive beside its contents is none.
func textPattern() string {
	var bare []string
	for _, ending := range packedEndings {
		bare = append(bare, strings.TrimPrefix(ending, "."))
	}
	return `\.(?:` + strings.Join(bare, "|") + `)`
}

// notFound writes the pages for what is not found.
func (a *apache) notFound() {
	a.line("\nErrorDocument 404 %s", word(a.site.address(notFound(""))))
	for _, l := range a.site.Languages {
		a.within(a.matching(a.at(l.Folder+"/")), "", func() {
			a.line("ErrorDocument 404 %s", word(a.site.address(notFound(l.Folder+"/"))))
		})
	}
}

// matching opens a section for the addresses that fit a pattern from their beginning on.
func (a *apache) matching(pattern string) string {
	return fmt.Sprintf(`If "%%{REQUEST_URI} =~ m#^%s#"`, strings.NewReplacer(`#`, `\x23`, `"`, `\x22`).Replace(pattern))
}

// set writes headers. They go with errors too.
func (a *apache) set(headers ...Header) {
	for _, h := range headers {
		a.line("Header always set %s %s", h.Name, word(h.Value))
	}
}

// headers writes what is sent with each file. What comes later takes the place of what came before; sections by address come after
// those by name, wherever they stand.
func (a *apache) headers() {
	a.set(append(a.site.Sent(File{}), Header{cacheHeader, askEach})...)
	packed := `(?:\.(?:gz|br))?$` // the address within the server may be that of a packed form
	a.within("FilesMatch "+word(`\.svg`+packed), "", func() { a.set(Header{policyHeader, drawingPolicy}) })
	for _, l := range a.site.Languages {
		a.within(a.matching(a.at(l.Folder+"/")), "", func() { a.set(Header{languageHeader, l.Tag}) })
	}
	pages := "(?:" + a.at(index) + "|" + a.at(notFound("")) + "|" + a.at("") + ")" + packed
	a.within(a.matching("(?:"+a.at(a.site.Both+"/")+"|"+pages+")"), "", func() { a.set(Header{languageHeader, a.site.tags()}) })
	a.within(a.matching(a.at("")+"(?:"+regexp.QuoteMeta(index)+")?"+packed), "", func() { a.line("Header always merge Vary Accept-Language") })
	if len(a.site.Packed) > 0 {
		a.line("Header merge Vary Accept-Encoding")
	}
	for _, pattern := range a.lasting() {
		a.within(a.matching(pattern+"$"), "", func() { a.set(Header{cacheHeader, forEver}) })
	}
}

// lasting gives the patterns of the addresses that browsers may keep for ever.
func (a *apache) lasting() []string {
	folders, singles := cover(a.site.Files, func(f File) bool { return f.Lasting })
	var patterns []string
	for _, folder := range folders {
		patterns = append(patterns, a.at(folder)+".*")
	}
	for _, ending := range endings(singles) {
		for _, few := range chunks(singles, ending) {
			patterns = append(patterns, a.at("")+"(?:"+strings.Join(few, "|")+")")
		}
	}
	return patterns
}

// moves writes what is hidden, and the former addresses.
func (a *apache) moves() {
	a.line(`RedirectMatch 404 %s`, word(`/\.(?!well-known/)`))
	a.line(`RedirectMatch 404 %s`, word("^"+a.at("")+"(?:_headers|_redirects|_nginx\\.conf|CNAME)$"))
	for _, m := range a.site.Moves {
		from := a.at(strings.TrimSuffix(short(m.From), "/"))
		if path.Base(m.From) == index {
			from += "/?"
		}
		a.line("RedirectMatch 301 %s %s", word("^"+from+"$"), a.target(m.To))
	}
}

// rewrite writes what is chosen by what the browser says: the language at the site's root, and packed forms.
func (a *apache) rewrite() {
	a.line("RewriteEngine On")
	for _, l := range a.site.Languages {
		a.line("RewriteCond %%{HTTP:Accept-Language} %s [NC]", word(`^\s*`+l.Folder+`(?![a-z])`))
		a.line("RewriteRule ^$ %s [R=302,L]", a.target(l.Folder+"/"))
	}
	a.line("RewriteCond %%{REQUEST_FILENAME} -d") // a folder without a page, of which some servers would show the list
	a.line("RewriteCond %%{REQUEST_FILENAME}/index.html !-f")
	a.line("RewriteRule /$ - [R=404,L]")
	for _, p := range slices.Sorted(slices.Values(a.site.Packed)) { // br before gz
		a.packed(p)
	}
}

// packed leads readers to the packed form of a file, where there is one and their browser takes it.
func (a *apache) packed(form Packing) {
	accepts := map[Packing]string{Gzip: `\bgzip\b`, Brotli: `\bbr\b`}[form]
	a.line("RewriteCond %%{HTTP:Accept-Encoding} %s", word(accepts))
	a.line("RewriteCond %%{REQUEST_FILENAME}/index.html%s -f", form.Ending())
	a.line("RewriteRule ^(|.*/)$ $1index.html%s [L,E=no-gzip:1]", form.Ending())
	a.line("RewriteCond %%{HTTP:Accept-Encoding} %s", word(accepts))
	a.line("RewriteCond %%{REQUEST_FILENAME}%s -f", form.Ending())
	a.line("RewriteRule %s $1%s [L,E=no-gzip:1]", word("^(.+"+textPattern()+")$"), form.Ending())
}

// target writes where a redirect leads, in letters, which Apache escapes itself. Signs that stand for parts of patterns do not there.
func (a *apache) target(output string) string {
	return word(strings.NewReplacer(`$`, `\$`, `%`, `\%`).Replace(a.site.root() + short(output)))
}

// word writes a word of Apache's configuration. A backslash stays as it is: some directives take two for one, and others do not.
func word(text string) string { return `"` + strings.ReplaceAll(text, `"`, `\"`) + `"` }
