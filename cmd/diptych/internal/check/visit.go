package check

import (
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/source"
)

// visit is a pair at which a rule that judges by all pairs has to look once more.
type visit struct {
	study *study
	by    string // all that decides what is found there, beside the pair itself
}

// verdict is what was found on a visit.
type verdict struct {
	by    string
	found []source.Problem
}

// revisit makes the pairs of visits anew, many at once, and has a rule report what it finds in each. One that was visited by the same
// before is not made again. If its ctx is done not all are.
func (f *finder) revisit(visits []visit, report func(p *pair, f *finder)) {
	verdicts := make([]verdict, len(visits))
	parallel.For(len(visits), func(i int) {
		v := visits[i]
		if earlier, known := f.before[v.study]; known && earlier.by == v.by {
			verdicts[i] = earlier
			return
		}
		if f.ctx.Err() != nil {
			return
		}
		one := &finder{rule: f.rule, context: f.context}
		report(newPair(f.context, v.study.source), one)
		verdicts[i] = verdict{v.by, one.found}
	})
	f.verdicts = make(map[*study]verdict, len(visits))
	for i, v := range visits {
		f.verdicts[v.study] = verdicts[i]
		f.found = append(f.found, verdicts[i].found...)
	}
}
