package host

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

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

// apart writes the locations of files beside which an archive of the author's own lies, which is not their packed form.
func (n *nginx) apart(files []File) {
	for _, f := range files {
		if !n.site.isPacked(Gzip) || IsText(f.Path) || !slices.ContainsFunc(files, func(other File) bool { return other.Path == f.Path+Gzip.Ending() }) {
			continue
		}
		n.open("location = %s", n.at(f.Path))
		if f.Lasting {
			n.headers(f)
		}
		n.mediaType(f.Path)
		n.line("gzip_static off")
		n.close()
	}
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
		n.text.WriteString(n.indent + "types { }\n") // else the server's own would go before
		n.line("default_type %s", mediaType)
	}
}
