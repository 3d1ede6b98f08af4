package host

import (
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
)

// nginxHead is what an administrator reads first.
const nginxHead = `# How nginx serves this site. Made by diptych: your own is static/_nginx.conf.
#
# Include it in a server block, and name the folder that holds the site as the root%s:
#
#     server {
#         listen 80;
#         server_name conference.example.org;
#         root /srv/www/site;
#         include /srv/www/site%s_nginx.conf;
#     }
#
# nginx reads it when it starts: let "nginx -t && systemctl reload nginx" follow each publishing. In nginx, headers of a location
# take the place of those around it; therefore each location that sends one of its own names them all.

`

// nginx writes the fragment.
type nginx struct {
	site   Site
	text   strings.Builder
	indent string
}

// WriteNginx writes _nginx.conf, which a server block includes. The server's root is the folder in which the site's address
// begins: with a path, "/accra/", the published folder is root/accra. The error is that of w.
func (s Site) WriteNginx(w io.Writer) error {
	n := &nginx{site: s}
	below := ""
	if s.Base != "/" {
		below = ", so that the site is " + strings.TrimSuffix(s.root(), "/") + " below it"
	}
	fmt.Fprintf(&n.text, nginxHead, below, s.root())
	n.open("location ^~ %s", quoted(s.root()))
	n.general()
	n.area("", notFound(""))
	n.entry()
	n.page(index)
	n.page(notFound(""))
	for _, l := range s.Languages {
		n.open("location ^~ %s", n.at(l.Folder+"/"))
		n.area(l.Folder+"/", notFound(l.Folder+"/"))
		n.close()
	}
	n.open("location ^~ %s", n.at(s.Both+"/"))
	n.area(s.Both+"/", notFound(""))
	n.close()
	n.close()
	_, err := io.WriteString(w, n.text.String())
	return err
}

func (n *nginx) line(format string, args ...any) {
	fmt.Fprintf(&n.text, n.indent+format+";\n", args...)
}

func (n *nginx) open(format string, args ...any) {
	fmt.Fprintf(&n.text, n.indent+format+" {\n", args...)
	n.indent += "    "
}

func (n *nginx) close() {
	n.indent = strings.TrimSuffix(n.indent, "    ")
	n.text.WriteString(n.indent + "}\n")
}

// at gives an output path as a location of the server.
func (n *nginx) at(output string) string { return quoted(n.site.root() + short(output)) }

// general writes what holds for the whole site.
func (n *nginx) general() {
	n.line("index index.html")
	n.line("absolute_redirect off") // behind a proxy the server knows neither the host nor the port that readers use
	n.line("charset utf-8")
	n.line("charset_types text/css text/csv text/javascript application/javascript text/calendar text/markdown text/plain text/vtt text/xml application/xml %s image/svg+xml", feedType)
	if n.site.isPacked(Gzip) {
		n.line("gzip_static on")
		n.line("gzip_vary on")
	}
	if n.site.isPacked(Brotli) {
		n.text.WriteString(n.indent + "# brotli_static on; # needs the module ngx_brotli, on Debian libnginx-mod-http-brotli-static\n")
	}
}

// headers writes the headers of an output as all that its location sends. Files that are not lasting are kept and asked for
// each time, since nginx by itself says nothing of that and browsers would guess.
func (n *nginx) headers(file File) {
	headers := n.site.Sent(file)
	if !file.Lasting {
		headers = append(headers, Header{cacheHeader, askEach})
	}
	for _, h := range headers {
		n.line("add_header %s %s always", h.Name, quoted(h.Value))
	}
}

// area writes what holds below a folder: its page for what is not found, its headers, what is hidden, former addresses, and
// the files that are not served as all others.
func (n *nginx) area(folder, missing string) {
	n.line("error_page 404 %s", n.at(missing))
	n.line("error_page 403 =404 %s", n.at(missing)) // a folder without a page
	n.headers(File{Path: folder + "x"})
	n.hide(folder)
	for _, m := range n.site.Moves {
		if n.isOf(folder, m.From) {
			n.open("location = %s", n.at(m.From))
			n.line("return 301 %s", quoted(strings.ReplaceAll(n.site.address(m.To), "$", "%24"))) // a dollar sign would begin a variable
			n.close()
		}
	}
	var files []File
	for _, f := range n.site.Files {
		if n.isOf(folder, f.Path) && !IsHostFile(f.Path) {
			files = append(files, f)
		}
	}
	n.lasting(files)
	n.kinds(slices.DeleteFunc(files, func(f File) bool { return f.Lasting }), false)
}

// isOf tells whether an output belongs to an area: that of its language, of both, or of the rest.
func (n *nginx) isOf(folder, output string) bool {
	first, _, below := strings.Cut(output, "/")
	own := ""
	if below && (first == n.site.Both || slices.ContainsFunc(n.site.Languages, func(l Language) bool { return l.Folder == first })) {
		own = first + "/"
	}
	return own == folder
}

// hide keeps from readers what is not for them: hidden files save those of .well-known (RFC 8615), and what hosts read.
func (n *nginx) hide(folder string) {
	n.open(`location ~ %s`, quoted(`/\.(?!well-known/)`))
	n.line("return 404")
	n.close()
	if folder == "" {
		for _, name := range []string{HeadersFile, RedirectsFile, NginxFile, DomainFile} {
			n.open("location = %s", n.at(name))
			n.line("return 404")
			n.close()
		}
	}
}

// entry writes the site's root: who prefers one of the two languages is led to it, and who prefers neither chooses. The
// preference is the first that the browser names; they name them by preference.
func (n *nginx) entry() {
	n.open("location = %s", n.at(""))
	n.headers(File{Path: index})
	n.line("add_header Vary Accept-Language always")
	for _, l := range n.site.Languages {
		n.open("if ($http_accept_language ~* %s)", quoted(`^\s*`+l.Folder+`(?![a-z])`))
		n.line("return 302 %s", quoted(n.site.address(l.Folder+"/"+index)))
		n.close()
	}
	n.close()
}

// page writes one of the pages in both languages that belong to no folder.
func (n *nginx) page(output string) {
	n.open("location = %s", quoted(n.site.root()+output))
	n.headers(File{Path: output})
	if output == index { // it is what is shown at the root
		n.line("add_header Vary Accept-Language always")
	}
	n.close()
}

// lasting writes the locations of files that browsers may keep for ever.
func (n *nginx) lasting(files []File) {
	folders, singles := cover(files, func(f File) bool { return f.Lasting })
	for _, folder := range folders {
		n.open("location ^~ %s", n.at(folder))
		n.headers(File{Path: folder + "x", Lasting: true})
		n.kinds(slices.DeleteFunc(slices.Clone(files), func(f File) bool { return !strings.HasPrefix(f.Path, folder) }), true)
		n.close()
	}
	for _, ending := range endings(singles) {
		for _, few := range chunks(singles, ending) {
			n.open("location ~ %s", quoted("^"+regexp.QuoteMeta(n.site.root())+"(?:"+strings.Join(few, "|")+")$"))
			n.headers(File{Path: folderOf(singles) + "x" + ending, Lasting: true})
			n.mediaType("x" + ending)
			n.close()
		}
	}
}

// kinds writes the locations of what differs by its ending from the other files of a folder: a policy, or a type.
func (n *nginx) kinds(files []File, lasting bool) {
	var names []string
	for _, f := range files {
		if path.Base(f.Path) == feed {
			n.open("location = %s", n.at(f.Path))
			n.mediaType(f.Path)
			n.close()
		} else {
			names = append(names, f.Path)
		}
	}
	for _, ending := range endings(names) {
		if !isDrawing(ending) && typeOf(ending) == "" {
			continue
		}
		n.open("location ~ %s", quoted(regexp.QuoteMeta(ending)+"$"))
		if isDrawing(ending) {
			n.headers(File{Path: folderOf(names) + "x" + ending, Lasting: lasting})
		}
		n.mediaType("x" + ending)
		n.close()
	}
}

// mediaType writes the type of an output where servers may not know it.
func (n *nginx) mediaType(output string) {
	if mediaType := typeOf(output); mediaType != "" {
		n.open("types")
		n.close()
		n.line("default_type %s", mediaType)
	}
}

// quoted writes a word of nginx's configuration.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
