package build

import (
	"os"
	"runtime/pprof"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

func TestZZ(t *testing.T) {
	dir := os.Getenv("ZZ")
	tree, err := source.Read(dir)
	if err != nil {
		t.Skip()
	}
	t0 := time.Now()
	s := Assemble(tree, site.Options{Day: today})
	t.Logf("cold %v problems %d", time.Since(t0), len(s.Problems()))
	f, _ := os.Create("/tmp/warm.prof")
	pprof.StartCPUProfile(f)
	for i := range 20 {
		file, _ := tree.File("content/page-00010.fr.md")
		t0 = time.Now()
		tree = tree.With(map[string]string{file.Path: file.Text + "x"})
		t1 := time.Now()
		s = s.Again(tree)
		t.Logf("%d tree %v again %v", i, t1.Sub(t0), time.Since(t1))
	}
	pprof.StopCPUProfile()
}
