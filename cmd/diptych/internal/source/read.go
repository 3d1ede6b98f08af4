package source

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/wording"
)

// ConfigFile is the file that makes a folder the root of a site.
const ConfigFile = "config.toml"

// folders are the parts of a site that a Tree holds, beside its ConfigFile.
var folders = [...]string{"content", "i18n", "layouts", "static"}

// maxText is the size in bytes over which a text is refused unread: far above any page that a person writes.
const maxText = 4 << 20

// Read reads the site whose root is dir. What is wrong with single files is told in the tree's Problems; the error is
// for a root that can't be opened or has no ConfigFile.
//
// Texts are held in memory; files below static are only digested, and opened again when they are asked for, so that a
// folder of photographs costs no memory. The tree keeps the root open for as long as the program runs.
func Read(dir string) (*Tree, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	if _, err := root.Stat(ConfigFile); err != nil {
		root.Close()
		return nil, wording.Errorf("no site in %q: there is no %s", dir, ConfigFile)
	}
	r := &reader{root: root, found: []entry{{ConfigFile, ConfigFile}}}
	for _, folder := range folders {
		r.list(folder, folder)
	}
	tree := &Tree{files: r.read(), root: root}
	tree.Problems = Sort(r.problems)
	sortFiles(tree.files)
	return tree, nil
}

// reader gathers a tree: first the names, then, on all cores, the files.
type reader struct {
	root  *os.Root
	found []entry

	mu       sync.Mutex
	problems []Problem
}

// entry is a file that a reader has found: its path in the tree, and the same path in the form that it has on disk.
type entry struct{ path, disk string }

// list adds the files below a folder that belong to a site. A folder that is not there adds none. disk is the folder's
// path as it is on disk.
func (r *reader) list(folder, disk string) {
	entries, err := fs.ReadDir(r.root.FS(), disk)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.report(unreadable(folder, err))
	}
	forms := map[string][]string{}
	for _, found := range entries {
		name := Compose(found.Name())
		path, onDisk := folder+"/"+name, disk+"/"+found.Name()
		switch {
		case !utf8.ValidString(path):
			r.report(Errorf("name", Pos{File: strings.ToValidUTF8(path, "\ufffd")}, "the file's name is not UTF-8").
				WithHint("rename it, best with letters, digits and hyphens"))
		case !belongs(path, name) || !found.IsDir() && isLeftover(name):
		case isASCII(name):
			r.add(entry{path, onDisk}, found.IsDir())
		default:
			if forms[name] = append(forms[name], found.Name()); len(forms[name]) == 1 {
				r.add(entry{path, onDisk}, found.IsDir())
			}
		}
	}
	r.checkForms(folder, forms)
}

// add adds a file, or what is below a folder.
func (r *reader) add(found entry, isFolder bool) {
	if isFolder {
		r.list(found.path, found.disk)
		return
	}
	r.found = append(r.found, found)
}

// read loads every listed file on all cores, and gives those that could be.
func (r *reader) read() []*File {
	files := make([]*File, len(r.found))
	parallel.For(len(files), func(i int) { files[i] = r.load(r.found[i]) })
	return slices.DeleteFunc(files, func(f *File) bool { return f == nil })
}

// load reads one file, or tells why not and gives nil.
func (r *reader) load(found entry) *File {
	opened, size, err := open(r.root, found.disk)
	switch {
	case errors.Is(err, errNotAFile()):
		r.report(notAFile(found.path))
		return nil
	case err != nil:
		r.report(r.unreadableLink(found, err))
		return nil
	}
	defer opened.Close()
	file := &File{Path: found.path, Size: size, disk: found.disk, root: r.root}
	if !isText(found.path) {
		return r.digest(file, opened)
	}
	return r.text(file, opened)
}

// isText tells whether a file is one that the rooms read: Markdown, TOML or a template. Others may be of any kind.
func isText(path string) bool {
	return !strings.HasPrefix(path, "static/") &&
		(strings.HasSuffix(path, ".md") || strings.HasSuffix(path, ".toml") || strings.HasSuffix(path, ".html"))
}

// digest reads a file of any kind once, for its digest alone.
func (r *reader) digest(file *File, from io.Reader) *File {
	hash := sha256.New()
	if _, err := io.Copy(hash, from); err != nil {
		r.report(unreadable(file.Path, err))
		return nil
	}
	file.Digest = [sha256.Size]byte(hash.Sum(nil))
	return file
}

// texts are reused from file to file.
var texts = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// text reads a text whole and brings it into the one form that the later rooms know. It reads what is there rather than
// what the file's size says, since an editor may be writing it.
func (r *reader) text(file *File, from io.Reader) *File {
	buffer := texts.Get().(*bytes.Buffer)
	defer texts.Put(buffer)
	if err := fill(buffer, from, file.Size); err != nil {
		r.report(unreadable(file.Path, err))
		return nil
	}
	if buffer.Len() > maxText {
		r.report(Errorf("too-large", Pos{File: file.Path}, "the file has %d bytes, and a text may have %d", file.Size, maxText).
			WithHint("divide the page, or move the file out of the site"))
		return nil
	}
	text, problems := normalise(file.Path, buffer.Bytes())
	r.report(problems...)
	file.Size, file.Digest = int64(buffer.Len()), sha256.Sum256(buffer.Bytes())
	file.text.Store(&text)
	return file
}

// fill reads a text into a buffer, of which nothing remains, and no more of it than shows that it is too large. Size is what it
// is thought to have, in bytes.
func fill(buffer *bytes.Buffer, from io.Reader, size int64) error {
	buffer.Reset()
	buffer.Grow(int(min(size, maxText)) + bytes.MinRead)
	_, err := buffer.ReadFrom(io.LimitReader(from, maxText+1))
	return err
}

func (r *reader) report(problems ...Problem) {
	if len(problems) == 0 {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.problems = append(r.problems, problems...)
}

func notAFile(path string) Problem {
	problem := Warnf("not-a-file", Pos{File: path}, "%q is not a regular file and is left out", path).
		WithHint("put the file itself here; links to folders, pipes and devices are not followed")
	if path == ConfigFile { // without it there is no site
		problem.Severity = Error
	}
	return problem
}

// unreadableLink tells why a file can't be read, and if it is a link, where that leads.
func (r *reader) unreadableLink(found entry, err error) Problem {
	info, wrong := r.root.Lstat(found.disk)
	if wrong != nil || info.Mode().Type() != fs.ModeSymlink {
		return unreadable(found.path, err)
	}
	switch pos := (Pos{File: found.path}); {
	case errors.Is(err, fs.ErrNotExist):
		return Errorf("unreadable", pos, "%q is a link that leads nowhere", found.path).WithHint("remove it, or put the file itself here")
	case errors.Is(err, syscall.ELOOP):
		return Errorf("unreadable", pos, "%q is a link that leads in a circle", found.path).WithHint("remove it, or put the file itself here")
	case strings.HasSuffix(err.Error(), "path escapes from parent"): // as [os.Root] says it
		return Errorf("unreadable", pos, "%q is a link that leads out of the site's folder", found.path).WithHint("put the file itself here")
	}
	return unreadable(found.path, err)
}

func unreadable(path string, err error) Problem {
	return Errorf("unreadable", Pos{File: path}, "%q can't be read: %s", path, Reason(err)).
		WithHint("give this user the right to read it")
}
