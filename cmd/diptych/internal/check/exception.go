package check

import (
	"slices"
	"strings"
	"unicode"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// exceptionRule is the id under which exceptions themselves are told of.
const exceptionRule = "check-ignore"

// exception covers the findings of a rule in some lines.
type exception struct {
	rule   string
	reason string
	holds  bool // whether it has a reason, and the rule is one that exceptions can be made from
	fact   bool // whether it is among the facts of the page, and no comment
	pos    source.Pos
	lines  []lines
}

// lines are lines of a file, from the first to the last; last is 0 for the whole file.
type lines struct {
	file        string
	first, last int
}

func (l lines) has(pos source.Pos) bool {
	return pos.File == l.file && (l.last == 0 || l.first <= pos.Line && pos.Line <= l.last)
}

// covers tells whether a finding falls under the exception.
func (e exception) covers(p source.Problem) bool {
	return e.holds && e.rule == p.Rule &&
		slices.ContainsFunc(e.lines, func(l lines) bool { return l.has(p.Pos) || IsOfLack(p) && l.has(p.Peer) })
}

// held gives exceptions with what is known of their rules.
func held(exceptions []exception) []exception {
	for i := range exceptions {
		rule, known := Find(exceptions[i].rule)
		exceptions[i].holds = known && rule.bends() && exceptions[i].reason != ""
	}
	return exceptions
}

// IsOfLack tells whether a finding is of what one half lacks: in that half there is no block that an exception could stand at
// but the one before.
func IsOfLack(p source.Problem) bool { return p.Rule == blockCount.ID || p.Rule == headingShape.ID }

// exceptionsOf gives the exceptions of a pair: those among its facts, and those in comments.
func exceptionsOf(p *pair) []exception {
	var all []exception
	for _, stated := range p.source.Facts.Check.Exceptions {
		e := exception{rule: stated.Rule, reason: stated.Reason, fact: true, pos: stated.Pos, lines: []lines{{file: stated.Pos.File}}}
		for _, h := range p.halves() {
			e.lines = append(e.lines, lines{file: h.front.File})
		}
		all = append(all, e)
	}
	answers := p.answers()
	for _, h := range p.halves() {
		for _, note := range h.outline.Notes {
			if e, ok := readNote(note); ok {
				e.lines = h.covered(note, answers)
				all = append(all, e)
			}
		}
	}
	return all
}

// readNote reads `check-ignore: rule reason`. It is not ok if the comment is of another kind.
func readNote(note markdown.Note) (exception, bool) {
	text, ok := strings.CutPrefix(note.Text, exceptionRule)
	rest := strings.TrimLeft(text, ": \u00a0\u202f\n\t")
	if !ok || text != "" && rest == text {
		return exception{}, false
	}
	end := strings.IndexFunc(rest, unicode.IsSpace)
	if end < 0 {
		end = len(rest)
	}
	return exception{rule: rest[:end], reason: strings.TrimSpace(rest[end:]), pos: note.Pos}, true
}

// covered gives the lines of the block that a comment stands in or above, and those of its answer. The rows of a table are one
// block here.
func (h *half) covered(note markdown.Note, answers map[*block]*block) []lines {
	if note.Block >= len(h.blocks) {
		return nil
	}
	var covered []lines
	for i := note.Block; i == note.Block || i < len(h.blocks) && h.blocks[i-1].Kind == markdown.Row && h.blocks[i].Kind == markdown.Row; i++ {
		b := h.blocks[i]
		covered = append(covered, lines{b.Pos.File, b.Pos.Line, b.Last})
		if answer := answers[b]; answer != nil {
			covered = append(covered, lines{answer.Pos.File, answer.Pos.Line, answer.Last})
		}
	}
	return covered
}

// judgeExceptions tells of the exceptions that have no reason, name no rule, or cover nothing of what was found.
func judgeExceptions(exceptions []exception, used []bool, looked func(*Rule) bool) []source.Problem {
	var told []source.Problem
	for i, e := range exceptions {
		switch rule, known := Find(e.rule); {
		case !known:
			told = append(told, unknownRule(exceptionRule, e.rule, e.pos))
		case !rule.bends():
			told = append(told, source.Warnf(exceptionRule, e.pos, "no exception can be made from `%s`", e.rule).
				WithHint("mend what it tells of, and take this out"))
		case e.reason == "":
			told = append(told, e.unreasoned())
		case !used[i] && looked(rule):
			p := source.Problem{Rule: exceptionRule, Severity: source.Info, Pos: e.pos,
				Message: wording.Sprintf("nothing falls under the exception from `%s`", e.rule)}
			told = append(told, p.WithHint("take it out"))
		}
	}
	return told
}

// unreasoned tells of an exception without a reason.
func (e exception) unreasoned() source.Problem {
	problem := source.Warnf(exceptionRule, e.pos, "the exception from `%s` has no reason", e.rule)
	if e.fact {
		return problem.WithHint("say why the page is right as it is: `%s = \"…\"`", e.rule)
	}
	return problem.WithHint("say why the page is right as it is: `<!-- check-ignore: %s … -->`", e.rule)
}

// unknownRule tells of a rule that there is none of.
func unknownRule(id, name string, pos source.Pos) source.Problem {
	problem := source.Warnf(id, pos, "there is no rule %q", name)
	if near := source.Nearest(name, ids()); near != "" {
		return problem.WithHint("did you mean %s?", near)
	}
	return problem.WithHint("`diptych check --explain` lists the rules")
}
