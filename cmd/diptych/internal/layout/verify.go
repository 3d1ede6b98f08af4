package layout

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// html/template looks at a field when the branch around it runs, so a misspelling in a branch that seldom runs is found
// by a reader. We look at every branch when the layouts are read: each tree is walked with Go types in the place of
// values, by the rules of text/template's exec.go. What can't be known (the inside of an interface, the values of a
// map[string]any) is let through, so that a correct template is never refused.

// The rules of this room, as they stand in Problem.Rule.
const (
	ruleTemplate = "template"         // a template that fails, or prints nothing, when the branch runs
	ruleUnused   = "template-unused"  // a template that nothing executes
	ruleContext  = "template-context" // a value printed where html/template's escaping has broken before

	ruleMessage = "catalogue-missing" // a message that is not in both catalogues
)

// verifySet is all that the verifier is told. It changes nothing in it.
type verifySet struct {
	// Trees are the parse trees by the template's name, as they are before the first execution: escaping rewrites them.
	Trees map[string]*parse.Tree
	// Files are the files by the name that their template was parsed under ([parse.Tree.ParseName]). The Text must be
	// the text that was parsed, for places are counted in it.
	Files map[string]*source.File
	// Entries are the types of dot by the name of each template that the program executes itself.
	Entries map[string]reflect.Type
	// Keys are the keys that a map of a type has, for the types whose maps are closed.
	Keys map[reflect.Type][]string
	// Funcs are the types of our functions by name. The standard ones are known.
	Funcs map[string]reflect.Type
	// Constants is asked about each string constant that is the first argument of one of our functions, or of a method.
	// A zero problem means that it is fine; else it is told under the rule. It may be nil.
	Constants func(function, argument string) (rule string, problem, hint wording.Sentence)
}

// verify gives what is wrong with the templates of a set, in the order in which problems are told.
func verify(set verifySet) []source.Problem {
	v := &verifier{set: set, seen: map[visit]bool{}, reached: map[string]bool{}}
	for _, name := range slices.Sorted(maps.Keys(set.Entries)) {
		if _, ok := set.Trees[name]; !ok {
			v.report(v.unknownTemplate(source.Pos{}, name))
			continue
		}
		v.template(name, shapeOf(set.Entries[name], false))
	}
	v.unused()
	v.problems = append(v.problems, verifyContexts(set, v.reached)...)
	return source.Sort(v.problems)
}

// verifier gathers the problems of a set.
type verifier struct {
	set      verifySet
	seen     map[visit]bool
	reached  map[string]bool // names of the templates that are executed with some dot
	problems []source.Problem
}

// visit is a template together with what is known of its dot. Each is walked once, so that recursion ends.
type visit struct {
	name string
	dot  shape
}

func (v *verifier) report(problem source.Problem) { v.problems = append(v.problems, problem) }

// template walks the tree of a known template with its dot.
func (v *verifier) template(name string, dot shape) {
	this := visit{name: name, dot: dot.stored()}
	tree := v.set.Trees[name]
	if v.seen[this] {
		return
	}
	v.seen[this], v.reached[name] = true, true
	if tree == nil || tree.Root == nil {
		return
	}
	w := &walker{verifier: v, tree: tree, variables: []variable{{"$", this.dot}}}
	w.walk(this.dot, tree.Root)
}

func (v *verifier) unknownTemplate(pos source.Pos, name string) source.Problem {
	known := slices.Sorted(maps.Keys(v.set.Trees))
	return source.Errorf(ruleTemplate, pos, "there is no template %q", name).WithHint("%s", nearestHint(name, "", known))
}

// unused warns of the templates that were reached from no entry. A file that only defines templates is none itself.
func (v *verifier) unused() {
	for _, name := range slices.Sorted(maps.Keys(v.set.Trees)) {
		tree := v.set.Trees[name]
		if v.reached[name] || tree == nil || tree.Root == nil {
			continue
		}
		if name == tree.ParseName && parse.IsEmptyTree(tree.Root) {
			continue
		}
		v.report(source.Warnf(ruleUnused, v.set.definition(tree), "no page uses the template %q", name).
			WithHint(`call it with {{template "%s" .}}, or delete it`, name))
	}
}

// definition is where a template is defined: its {{define}}, or the whole file.
func (s verifySet) definition(tree *parse.Tree) source.Pos {
	if tree.Name == tree.ParseName {
		return source.Pos{File: s.place(tree, 0).File}
	}
	offset := tree.Root.Position()
	if file := s.Files[tree.ParseName]; file != nil && int(offset) <= len(file.Text()) {
		if at := strings.LastIndex(file.Text()[:offset], strconv.Quote(tree.Name)); at >= 0 {
			offset = parse.Pos(at)
		}
	}
	return s.place(tree, offset)
}
