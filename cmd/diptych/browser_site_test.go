package main

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The tools that judge pages are npm packages at the versions of testdata/browser/package-lock.json; `make test-browser`
// installs them.
const (
	axeFile = "testdata/browser/node_modules/axe-core/axe.min.js"
	nuFile  = "testdata/browser/node_modules/vnu-jar/build/dist/vnu.jar"
)

// judges look at a page one after the other, and tell what is wrong with it. The first of them see it as it was loaded.
var judges = []struct {
	name string
	look func(v *visit) []string
}{
	{"console and network", quiet},
	{"layout shift", stable},
	{"layout shift by late fonts", stableLate},
	{"weight", light},
	{"axe", accessible},
	{"reflow", reflowing},
	{"reduced motion", motionless},
	{"keyboard", focusable},
	{"print", printable},
	{"console and network, later", quiet},
}

// TestBrowserSite judges every page of the conference site, as it is published, in a real browser.
func TestBrowserSite(t *testing.T) {
	program, java, axe := findBrowser(t), findJava(t), readAxe(t)
	folder := filepath.Join(t.TempDir(), "public")
	server := httptest.NewServer(hosted(os.DirFS(folder)))
	t.Cleanup(server.Close)
	publishSite(t, folder, server.URL+"/")
	pages := readOutput(t, os.DirFS(folder), server.URL+"/")
	windows := openWindows(t, startBrowser(t, program), axe)
	var weights weightTable
	t.Run("judges", func(t *testing.T) {
		t.Run("HTML checker", func(t *testing.T) { seesInvalid(t, java) })
		seesFlaws(t, windows)
	})
	t.Run("pages", func(t *testing.T) {
		t.Run("HTML checker", func(t *testing.T) {
			t.Parallel()
			for _, finding := range valid(t, java, folder) {
				t.Error(finding)
			}
		})
		for _, name := range pages.names() {
			if pages.isRedirect(name) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				v := windows.open(t, server.URL+"/", name)
				for _, judge := range judges {
					for _, finding := range judge.look(v) {
						t.Errorf("%s: %s", judge.name, finding)
					}
				}
				weights.add(v)
			})
		}
	})
	t.Log(weights.String())
}

// findJava gives the path of the Java that the HTML checker needs, or ends the test where one of them is missing.
func findJava(t *testing.T) string {
	t.Helper()
	java, err := exec.LookPath("java")
	if err != nil {
		withoutBrowser(t, "there is no Java; install it, on Debian by `apt-get install default-jre-headless`")
	}
	if _, err := os.Stat(nuFile); err != nil {
		withoutBrowser(t, "the HTML checker is not installed; `make test-browser` installs it")
	}
	return java
}

// readAxe gives the script of axe, or ends the test where it is missing.
func readAxe(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile(axeFile)
	if err != nil {
		withoutBrowser(t, "axe is not installed; `make test-browser` installs it")
	}
	return string(script)
}
