package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/save"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// runFix shows what can be mended safely, and mends it once that is agreed to.
func runFix(root string, tree *source.Tree, model *site.Model, options check.Options, yes bool, print *printer) int {
	mendings := check.Mendings(print.world.Context, model, options)
	if len(mendings) == 0 {
		fmt.Fprintln(print.world.Stdout, "Nothing can be mended safely.")
		return exitOK
	}
	for _, m := range mendings {
		fmt.Fprintf(print.world.Stdout, "%s", m.Diff())
	}
	if !yes && !print.agrees(fmt.Sprintf("Mend %s?", count(len(mendings), "file"))) {
		fmt.Fprintln(print.world.Stdout, "Nothing was changed; with --yes, files are mended without a question.")
		return exitOK
	}
	if err := mend(root, tree, mendings); err != nil {
		return print.failure(err)
	}
	fmt.Fprintf(print.world.Stdout, "Mended %s.\n", count(len(mendings), "file"))
	return exitOK
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
func mend(root string, tree *source.Tree, mendings []check.Mending) error {
	folder, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer folder.Close()
	for _, m := range mendings {
		name := tree.OnDisk(m.Path)
		raw, err := folder.ReadFile(name)
		if err != nil {
			return err
		}
		data, ok := asTyped(raw, m)
		if !ok {
			return fmt.Errorf("%q has changed meanwhile, and is not mended", m.Path)
		}
		if err := save.File(folder, name, data); err != nil {
			return err
		}
	}
	return nil
}

// asTyped gives a file its mended lines with the ends that its own lines have. It is not ok if these are not those that were
// mended.
func asTyped(raw []byte, m check.Mending) (data []byte, ok bool) {
	body, hasMark := bytes.CutPrefix(raw, []byte("\ufeff"))
	if hasMark {
		data = append(data, "\ufeff"...)
	}
	old, mended := strings.SplitAfter(m.Old, "\n"), strings.SplitAfter(m.New, "\n")
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
