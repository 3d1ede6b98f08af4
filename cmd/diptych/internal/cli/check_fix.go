package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/save"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// mending is a file that is mended: what it is, and what it is to be.
type mending struct {
	path     string
	old, new string // with LF line ends, as source gives them
}

// runFix shows what can be mended safely, and mends it once that is agreed to.
func runFix(root string, tree *source.Tree, model *site.Model, keys []string, yes bool, print *printer) int {
	mendings := mendingsOf(tree, model, keys)
	if len(mendings) == 0 {
		fmt.Fprintln(print.world.Stdout, "Nothing can be mended safely.")
		return exitOK
	}
	for _, m := range mendings {
		fmt.Fprintf(print.world.Stdout, "%s", diff.Diff(m.path, []byte(m.old), m.path+" (mended)", []byte(m.new)))
	}
	if !yes && !print.agrees(fmt.Sprintf("Mend %s?", count(len(mendings), "file"))) {
		fmt.Fprintln(print.world.Stdout, "Nothing was changed; with --yes, files are mended without a question.")
		return exitOK
	}
	if err := mend(root, mendings); err != nil {
		return print.failure(err)
	}
	fmt.Fprintf(print.world.Stdout, "Mended %s.\n", count(len(mendings), "file"))
	return exitOK
}

// mendingsOf gives the files of the pairs of some keys, or of all, that can be mended, in the order of the keys.
func mendingsOf(tree *source.Tree, model *site.Model, keys []string) []mending {
	var mendings []mending
	for _, s := range model.Sources() {
		if len(keys) > 0 && !slices.Contains(keys, s.Key) {
			continue
		}
		for _, lang := range source.Langs() {
			front := s.Front(lang)
			if front == nil {
				continue
			}
			file, _ := tree.File(front.File)
			if mended := check.Mended(model, s, lang, file); mended != file.Text {
				mendings = append(mendings, mending{file.Path, file.Text, mended})
			}
		}
	}
	return mendings
}

// agrees asks a question on a terminal. Where there is none, nobody agrees.
func (p *printer) agrees(question string) bool {
	if file, ok := p.world.Stdin.(*os.File); !ok || !isTerminal(file) {
		return false
	}
	fmt.Fprintf(p.world.Stderr, "%s [y/N] ", question)
	answer, _ := bufio.NewReader(p.world.Stdin).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes" || answer == "o" || answer == "oui"
}

// mend writes the files, with the line ends and the byte order mark that they have.
func mend(root string, mendings []mending) error {
	folder, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer folder.Close()
	for _, m := range mendings {
		raw, err := folder.ReadFile(m.path)
		if err != nil {
			return err
		}
		data, ok := asTyped(raw, m)
		if !ok {
			return fmt.Errorf("%q has changed meanwhile, and is not mended", m.path)
		}
		if err := save.File(folder, m.path, data); err != nil {
			return err
		}
	}
	return nil
}

// asTyped gives a file its mended lines with the ends that its own lines have. It is not ok if these are not those that were
// mended.
func asTyped(raw []byte, m mending) (data []byte, ok bool) {
	body, hasMark := bytes.CutPrefix(raw, []byte("\ufeff"))
	if hasMark {
		data = append(data, "\ufeff"...)
	}
	old, mended := strings.SplitAfter(m.old, "\n"), strings.SplitAfter(m.new, "\n")
	if len(old) != len(mended) {
		return nil, false
	}
	for i, line := range old {
		text := strings.TrimSuffix(line, "\n")
		if body, ok = bytes.CutPrefix(body, []byte(text)); !ok {
			return nil, false
		}
		end := 0
		for end < len(body) && end < 2 && strings.HasSuffix(line, "\n") && (body[end] == '\r' || body[end] == '\n') {
			end++
			if body[end-1] == '\n' {
				break
			}
		}
		data = append(append(data, strings.TrimSuffix(mended[i], "\n")...), body[:end]...)
		body = body[end:]
	}
	return data, len(body) == 0
}
