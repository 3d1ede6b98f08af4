package serve

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// memory is a site of the texts, some of them in the place of others, in memory.
func memory(changed map[string]string) (*build.Site, *source.Tree) {
	tree := source.NewTree(texts).With(changed)
	return build.Assemble(tree, site.Options{}), tree
}

// mistaken is another date in one half.
var mistaken = map[string]string{
	"content/visits/summer.en.md": strings.Replace(texts["content/visits/summer.en.md"], "12 June", "13 June", 1),
}

// modelled is a fake site with pairs.
type modelled struct {
	*fake
	model *site.Model
}

func (m modelled) Model() *site.Model { return m.model }

// TestInspect compares pairs after a time of quiet, and tells open pages when more is known.
func TestInspect(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New((&diary{}).options())
		c := join(t, s.hub).greeted(t, 0)
		for i, step := range []struct {
			changed map[string]string
			news    bool
			errors  int
		}{{nil, true, 0}, {mistaken, true, 1}, {mistaken, false, 1}, {nil, true, 0}} {
			finished, tree := memory(step.changed)
			s.Publish(modelled{atelier(), finished.Model()}, tree)
			c.expect(t, generationText(i+1))
			time.Sleep(quietTime)
			synctest.Wait()
			if step.news {
				c.expect(t, strings.ReplaceAll("event: problems\ndata: %\n\n", "%", string(rune('1'+i))))
			}
			if got := s.lastInspection().tallies["content/visits/summer.fr.md"].Errors; got != step.errors {
				t.Errorf("step %d: %d errors are known, want %d", i, got, step.errors)
			}
		}
		s.Close()
	})
}

// TestInspectStepsAside has a request run when pairs are to be compared, and the preview end meanwhile.
func TestInspectStepsAside(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New((&diary{}).options())
		finished, tree := memory(mistaken)
		s.Publish(finished, tree)
		s.gate.enter()
		ended := make(chan bool)
		go func() { s.inspect(s.current.Load()); ended <- true }()
		time.Sleep(time.Minute)
		if synctest.Wait(); s.lastInspection().pairs != nil {
			t.Error("pairs were compared beside a request")
		}
		s.Close()
		<-ended
		if s.lastInspection().pairs != nil {
			t.Error("what is not whole was taken for what is")
		}
		s.gate.leave()
	})
}

// TestFindingsOfPage asks for the findings of both halves of a pair: each is told at the block of that half.
func TestFindingsOfPage(t *testing.T) {
	p := run(t, Options{Check: check.Options{Drafts: true}}, nil)
	finished, tree := memory(map[string]string{
		"content/visits/summer.en.md": strings.NewReplacer("12 June", "13 June", "- Yes\n- Yes\n", "- Yes\n- Yes [here](https://a.example/en)\n").
			Replace(texts["content/visits/summer.en.md"]),
	})
	p.Publish(modelled{atelier(), finished.Model()}, tree)
	for path, want := range map[string]string{
		summerFr: "date-mismatch «Nous partons le 12 juin 2023.» 0, link-count «Oui» 1",
		summerEn: "date-mismatch «We leave on 13 June 2023.» 0, link-count «Yes here» 0",
	} {
		got := p.problemsOf(t, path)
		var told []string
		for _, f := range got.Findings.First {
			if f.Rule == "date-mismatch" || f.Rule == "link-count" {
				told = append(told, f.Rule+" «"+f.Block.Text+"» "+string(rune('0'+f.Block.Nth)))
			}
		}
		if strings.Join(told, ", ") != want {
			t.Errorf("%s: %s, want %s", path, strings.Join(told, ", "), want)
		}
		if got.Review != "/_diptych/review/visits/summer" || got.Others.Count+got.Errors.Count+got.Warnings.Count > 0 {
			t.Errorf("%s: %+v", path, got)
		}
	}
	if got := p.problemsOf(t, "fr/index.html"); got.Findings.Count != 0 || got.Review != "/_diptych/review/index" {
		t.Errorf("the home page has %+v", got)
	}
	if got := p.problemsOf(t, "404.html"); got.Findings.Count != 0 || got.Review != "" {
		t.Errorf("a page of no pair has %+v", got)
	}
}
