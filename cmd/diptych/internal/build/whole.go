package build

import (
	"encoding/hex"
	"fmt"
	"strings"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// Summary is what is told of a site that is built.
type Summary struct {
	Pages      int // each is one document in two languages
	Files      int
	HasAddress bool       // whether the site is built for an address; without one it opens from a folder
	Next       civil.Date // the next day on which the output changes by itself; zero if it never does
}

// Summary gives what is told of the site.
func (s *Site) Summary() Summary { return Summary{s.Pages(), len(s.paths), s.HasAddress(), s.Next()} }

// Unchanged tells whether a target holds the site that Assemble would make of a tree, with which nothing was wrong: then it need not
// even be assembled.
func Unchanged(target Keeper, tree *source.Tree, options site.Options) (Summary, bool) {
	digest, said, found := strings.Cut(target.Note(everything), " ")
	if !found || options.Maker == "" || len(tree.Problems) > 0 || digest != digestOf(tree, options) {
		return Summary{}, false
	}
	var summary Summary
	var next string
	if _, err := fmt.Sscanf(said, summaryForm, &summary.Pages, &summary.Files, &summary.HasAddress, &next); err != nil {
		return Summary{}, false
	}
	if next != never {
		day, err := civil.ParseDate(next)
		if err != nil {
			return Summary{}, false
		}
		summary.Next = day
	}
	return summary, true
}

// everything is the path that stands for all outputs.
const everything = ""

// summaryForm is how a summary is noted behind the digest of the tree; never stands for no day.
const (
	summaryForm = "%d %d %t %s"
	never       = "-"
)

// noteWhole notes what the whole site was made of, unless something is to be told of it at the next build too.
func (s *Site) noteWhole(target Keeper, problems []source.Problem) {
	if len(problems) > 0 {
		return
	}
	sum, next := s.Summary(), never
	if !sum.Next.IsZero() {
		next = sum.Next.String()
	}
	target.Remember(everything, digestOf(s.model.Tree(), s.model.Options())+" "+fmt.Sprintf(summaryForm, sum.Pages, sum.Files, sum.HasAddress, next))
}

func digestOf(tree *source.Tree, options site.Options) string {
	sum := site.WholeBasis(tree, options)
	return hex.EncodeToString(sum[:noteBytes])
}
