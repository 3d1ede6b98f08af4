package publish

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// noting is a disk that notes what is changed on it, and what is synced.
type noting struct {
	quick
	below string
	steps []string
}

func (n *noting) note(what string, names ...string) {
	for i, name := range names {
		way, _ := filepath.Rel(n.below, name)
		names[i] = filepath.ToSlash(way)
	}
	n.steps = append(n.steps, what+" "+strings.Join(names, " "))
}

func (n *noting) create(name string) (io.WriteCloser, error) {
	n.note("create", name)
	return n.quick.create(name)
}

func (n *noting) rename(from, to string) error {
	n.note("rename", from, to)
	return n.quick.rename(from, to)
}

func (n *noting) exchange(a, b string) error {
	n.note("exchange", a, b)
	return n.quick.exchange(a, b)
}

func (n *noting) remove(name string) error {
	n.note("remove", name)
	return n.quick.remove(name)
}

func (n *noting) sync(_ string, changed []string) error {
	n.note("sync", slices.Clone(changed)...)
	return nil
}

// TestOrder holds the order that a loss of power asks for: the spare loses its manifest before anything in it changes, what is new
// is on the disk before a manifest names it, and all of it is before the exchange.
func TestOrder(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/a.html": "été", "fr/b.html": "même"})
	mustBuild(t, output, root, map[string]string{"fr/a.html": "hiver", "fr/b.html": "même"})
	disk := &noting{below: root}
	mustCommit(t, mustOpenOn(t, disk, output, root, map[string]string{"fr/a.html": "automne", "fr/b.html": "même"}))
	const work = ".public.diptych/"
	want := []string{
		"create " + work + "new/fr/a.html",
		"remove " + work + "spare/.diptych", "sync " + work + "spare",
		"rename " + work + "new/fr/a.html " + work + "spare/fr/a.html",
		"sync " + work + "spare/fr/a.html " + work + "spare/fr " + work + "spare",
		"create " + work + "manifest", "sync " + work + "manifest",
		"rename " + work + "manifest " + work + "spare/.diptych", "sync " + work + "spare",
		"exchange " + work + "spare public", "sync .",
	}
	steps := slices.DeleteFunc(disk.steps, func(step string) bool { return step == "sync " || step == "remove "+work+"manifest" })
	if diff := cmp.Diff(want, steps); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}

// confinedNoting notes, and can make nothing beside the output.
type confinedNoting struct{ *noting }

func (c confinedNoting) mkdir(name string) error {
	return (&confined{&faulty{at: -1}}).mkdir(name)
}

// TestOrderWithin holds the same where files are replaced one by one: the last manifest comes when what it names is on the disk.
func TestOrderWithin(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	disk := confinedNoting{&noting{below: output}}
	mustCommit(t, mustOpenOn(t, disk, output, root, map[string]string{"fr/a.html": "été"}))
	disk.steps = nil
	mustCommit(t, mustOpenOn(t, disk, output, root, map[string]string{"fr/a.html": "hiver", "été.css": "p{}"}))
	want := []string{
		"create " + inner + "/manifest", "sync " + inner + "/manifest", "rename " + inner + "/manifest " + marker, "sync .",
		"rename " + inner + "/new/été.css été.css", "rename " + inner + "/new/fr/a.html fr/a.html", "sync été.css . fr/a.html fr",
		"create " + inner + "/manifest", "sync " + inner + "/manifest", "rename " + inner + "/manifest " + marker, "sync .",
	}
	steps := slices.DeleteFunc(disk.steps, func(step string) bool {
		return strings.HasPrefix(step, "remove ") || strings.HasPrefix(step, "create "+inner+"/new")
	})
	if diff := cmp.Diff(want, steps); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}
