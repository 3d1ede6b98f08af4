package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// valid tells what the Nu HTML Checker says of the pages of a folder: no error, no warning and no information is best. The
// style sheets are not shown to it, since it takes what is new in CSS, as @container and @property, for mistakes. Nor is it
// asked about the content security policy: to it, files are of no origin, and structured data is a script. What violates the
// policy, the browser says on its console.
func valid(t *testing.T, java, folder string) []string {
	t.Helper()
	// The checker runs once and for a short time, so that the machine's best compiler would cost more than it gains.
	args := []string{"-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", nuFile,
		"--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html",
		"--filterpattern", ".*violates Content Security Policy.*"}
	out, err := exec.CommandContext(t.Context(), java, append(args, htmlFiles(t, folder)...)...).Output()
	var said struct {
		Messages []struct {
			Type, SubType, URL, Message, Extract string
			LastLine                             int
		}
	}
	if err != nil || json.Unmarshal(out, &said) != nil {
		t.Fatalf("the HTML checker fails: %v\n%s", err, out)
	}
	var findings []string
	for _, m := range said.Messages {
		_, file, _ := strings.Cut(m.URL, filepath.ToSlash(folder)+"/")
		findings = append(findings, fmt.Sprintf("%s:%d: %s %s: %s: %q", file, m.LastLine, m.Type, m.SubType, m.Message, m.Extract))
	}
	return findings
}

// htmlFiles gives the pages in a folder.
func htmlFiles(t *testing.T, folder string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(folder, func(name string, _ fs.DirEntry, err error) error {
		if filepath.Ext(name) == ".html" {
			files = append(files, name)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d pages to check, %v", len(files), err)
	}
	return files
}
