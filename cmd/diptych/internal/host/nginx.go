package host

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// nginxHead is what an administrator reads first.
const nginxHead = `# How nginx serves this site. Made by diptych: your own is static/_nginx.conf.
#
# Include it in a server block that has no location for the same addresses, and name the folder that holds the site as the root%s:
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
	n.apart(files)
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

// quoted writes a word of nginx's configuration.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
