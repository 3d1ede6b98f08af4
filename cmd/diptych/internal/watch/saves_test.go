package watch

import (
	"os"
	"os/exec"
	"path"
	"testing"
)

// save puts a text in the place of a file's text, as one editor or tool does.
type save func(m *mirror, file, text string)

// saves are the ways of saving, by the system calls that were seen of each program.
func saves() map[string]save {
	return map[string]save{
		"plain write":                    func(m *mirror, file, text string) { m.write(file, text) },
		"truncate, then write (VS Code)": truncateAndWrite,
		"append":                         appendTo,
		"vim, backup by renaming":        vimRename,
		"vim, backup by copying":         vimCopy,
		"Emacs":                          emacs,
		"JetBrains, safe write":          jetbrains,
		"new file moved over (gedit)":    func(m *mirror, file, text string) { m.over(file, ".goutputstream-É1X", text) },
		"sed -i":                         func(m *mirror, file, text string) { m.over(file, "sedÀ1b2C3", text) },
		"mv over from outside":           moveFromOutside,
		"cp over":                        copyOver,
		"remove, then write":             removeAndWrite,
		"hard link put in place":         linkInPlace,
	}
}

// beside gives the path of another name in the folder of a file.
func beside(file, name string) string { return path.Dir(file) + "/" + name }

func (m *mirror) over(file, temporary, text string) {
	m.write(beside(file, temporary), text)
	m.rename(beside(file, temporary), file)
}

func truncateAndWrite(m *mirror, file, text string) {
	m.must(os.Truncate(m.name(file), 0))
	m.write(file, text)
}

func appendTo(m *mirror, file, text string) {
	opened, err := os.OpenFile(m.name(file), os.O_APPEND|os.O_WRONLY, 0o644)
	m.must(err)
	_, err = opened.WriteString(text)
	m.must(err)
	m.must(opened.Close())
}

func vimRename(m *mirror, file, text string) {
	m.write(beside(file, "."+path.Base(file)+".swp"), "b0VIM")
	m.write(beside(file, "4913"), "")
	m.remove(beside(file, "4913"))
	m.rename(file, file+"~")
	m.write(file, text)
	m.remove(file + "~")
	m.remove(beside(file, "."+path.Base(file)+".swp"))
}

func vimCopy(m *mirror, file, text string) {
	before, err := os.ReadFile(m.name(file))
	m.must(err)
	m.write(file+"~", string(before))
	truncateAndWrite(m, file, text)
	m.remove(file + "~")
}

func emacs(m *mirror, file, text string) {
	m.write(beside(file, "#"+path.Base(file)+"#"), text)
	m.rename(file, file+"~")
	m.write(file, text)
	m.remove(beside(file, "#"+path.Base(file)+"#"))
}

func jetbrains(m *mirror, file, text string) {
	m.write(file+"___jb_tmp___", text)
	m.rename(file, file+"___jb_old___")
	m.rename(file+"___jb_tmp___", file)
	m.remove(file + "___jb_old___")
}

func moveFromOutside(m *mirror, file, text string) {
	m.write("brouillon.md", text)
	m.rename("brouillon.md", file)
}

func copyOver(m *mirror, file, text string) {
	opened, err := os.OpenFile(m.name(file), os.O_WRONLY|os.O_TRUNC, 0)
	m.must(err)
	for _, part := range []byte(text) { // many small writes, as from a slow medium
		_, err = opened.Write([]byte{part})
		m.must(err)
	}
	m.must(opened.Close())
}

func removeAndWrite(m *mirror, file, text string) {
	m.remove(file)
	m.write(file, text)
}

func linkInPlace(m *mirror, file, text string) {
	m.write(".brouillon", text)
	m.remove(file)
	m.must(os.Link(m.name(".brouillon"), m.name(file)))
	m.remove(".brouillon")
}

// TestSaves saves three times, since a watch may well live to see only the first.
func TestSaves(t *testing.T) {
	for name, save := range saves() {
		t.Run(name, func(t *testing.T) {
			m := newMirror(t)
			for _, text := range []string{"L’été à Dacca, « un »", "Deux", "À la fin, trois"} {
				save(m, "content/événements/été.fr.md", text)
				m.await()
				save(m, "content/index.fr.md", text)
				m.await()
			}
			m.heardPaths()
		})
	}
}

// TestRealSaves lets the programs themselves save, where they are installed.
func TestRealSaves(t *testing.T) {
	tests := []struct {
		name, program string
		arguments     []string
	}{
		{"vim", "vim", []string{"-N", "-u", "NONE", "-i", "NONE", "-es", "-c", "%s/$/ à/", "-c", "x"}},
		{"vim, backup kept", "vim", []string{"-N", "-u", "NONE", "-i", "NONE", "-es",
			"-c", "set backup backupcopy=no backupdir=.", "-c", "%s/$/ à/", "-c", "x"}},
		{"vim, backup by copying", "vim", []string{"-N", "-u", "NONE", "-i", "NONE", "-es",
			"-c", "set writebackup backupcopy=yes backupdir=.", "-c", "%s/$/ à/", "-c", "x"}},
		{"sed -i", "sed", []string{"-i", "s/$/ à/"}},
		{"sed -i with a backup", "sed", []string{"-i.bak", "s/$/ à/"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := exec.LookPath(test.program); err != nil {
				t.Skipf("%s is not installed", test.program)
			}
			m := newMirror(t)
			for want := "L’été à Dacca à"; len(want) < 30; want += " à" {
				command := exec.Command(test.program, append(test.arguments, "été.fr.md")...)
				command.Dir = m.name("content/événements")
				if out, err := command.CombinedOutput(); err != nil {
					t.Fatalf("%v: %s", err, out)
				}
				m.await()
				if got := m.texts["content/événements/été.fr.md"]; got != want && got != want+"\n" {
					t.Fatalf("%s left %q, want %q", test.program, got, want)
				}
			}
			m.heardPaths()
		})
	}
}
