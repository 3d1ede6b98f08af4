// Package policy reads what config.toml and the facts of a page say of the rules of `diptych check`: how severe each is,
// and which of them a page is excepted from, and why.
package policy

import (
	"strings"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

// Policy is what one file says. It is immutable; the zero Policy says nothing.
type Policy struct {
	Severities []Severity  // in the order of their keys' places
	Exceptions []Exception // in the order of their keys' places
}

// Severity is how severe a rule is to be.
type Severity struct {
	Rule  string // as it is written: whether there is such a rule is for others to know
	Level Level
	Pos   source.Pos
}

// Level is a severity, or Off.
type Level string

// Off is the level of a rule that is not followed at all. The others are those of a problem.
const Off Level = "off"

// Exception is a rule that a page need not follow.
type Exception struct {
	Rule   string
	Reason string // empty where none is given
	Pos    source.Pos
}

// Read reads the table `check` of config.toml or of a page's facts: `[check.severity]` with a level for each rule and, where
// exceptions may be made, `[check.ignore]` with a reason for each. above are the keys of the table around it, which TOML
// takes for part of this one where they stand below its header.
func Read(around *decode.Reader, exceptions bool, report func(source.Problem), above ...string) Policy {
	r, found := around.Table("check")
	if !found {
		return Policy{}
	}
	severities, _ := r.Table("severity")
	p := Policy{Severities: readSeverities(severities, report)}
	if exceptions {
		ignore, _ := r.Table("ignore")
		p.Exceptions = readExceptions(ignore)
	}
	r.Rest("[check]", above...)
	return p
}

func readSeverities(r *decode.Reader, report func(source.Problem)) []Severity {
	var stated []Severity
	for _, rule := range r.Keys() {
		level := r.Text(rule)
		switch level {
		case string(source.Error), string(source.Warning), string(source.Info), string(Off):
			stated = append(stated, Severity{rule, Level(level), r.Pos(rule)})
		case "": // another type is told already
		default:
			report(source.Errorf("check", r.Pos(rule), "%q is not how severe a rule can be", level).
				WithHint(`write "error", "warning", "info" or "off"`))
		}
	}
	return stated
}

func readExceptions(r *decode.Reader) []Exception {
	var stated []Exception
	for _, rule := range r.Keys() {
		stated = append(stated, Exception{rule, strings.TrimSpace(r.Text(rule)), r.Pos(rule)})
	}
	return stated
}

// Level gives the level that the policy states for a rule, if it states one.
func (p Policy) Level(rule string) (Level, bool) {
	for _, s := range p.Severities {
		if s.Rule == rule {
			return s.Level, true
		}
	}
	return "", false
}
