package layout

import (
	"text/template/parse"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// walker walks one template with one dot. Its variables are a stack, as they are when the template runs.
type walker struct {
	*verifier
	tree      *parse.Tree
	variables []variable
}

type variable struct {
	name  string
	shape shape
}

// wrong starts a problem at an offset of the template's file.
func (w *walker) wrong(offset parse.Pos, format wording.Phrase, args ...any) source.Problem {
	return source.Errorf(ruleTemplate, w.set.place(w.tree, offset), format, args...)
}

// walk verifies a node and all below it. Text, comments, break and continue can't be wrong.
func (w *walker) walk(dot shape, node parse.Node) {
	switch node := node.(type) {
	case *parse.ListNode:
		w.list(dot, node)
	case *parse.ActionNode:
		w.pipe(dot, node.Pipe)
	case *parse.IfNode:
		w.ifNode(dot, node)
	case *parse.WithNode:
		w.withNode(dot, node)
	case *parse.RangeNode:
		w.rangeNode(dot, node)
	case *parse.TemplateNode:
		w.templateNode(dot, node)
	}
}

func (w *walker) list(dot shape, list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		w.walk(dot, node)
	}
}

// scope runs what declares variables of its own, and forgets them.
func (w *walker) scope(inside func()) {
	depth := len(w.variables)
	inside()
	w.variables = w.variables[:depth]
}

func (w *walker) ifNode(dot shape, node *parse.IfNode) {
	w.scope(func() {
		w.pipe(dot, node.Pipe)
		w.scope(func() { w.list(dot, node.List) })
		w.list(dot, node.ElseList)
	})
}

// withNode walks the inside with the new dot. Without a value it never runs: then nothing is known of that dot.
func (w *walker) withNode(dot shape, node *parse.WithNode) {
	w.scope(func() {
		value := w.pipe(dot, node.Pipe).stored()
		if value.none {
			value = shape{}
		}
		w.scope(func() { w.list(value, node.List) })
		w.list(dot, node.ElseList)
	})
}

func (w *walker) templateNode(dot shape, node *parse.TemplateNode) {
	argument := w.pipe(dot, node.Pipe)
	if _, ok := w.set.Trees[node.Name]; !ok {
		w.report(w.unknownTemplate(w.set.place(w.tree, node.Pos), node.Name))
		return
	}
	w.template(node.Name, argument)
}

// variable finds the innermost variable of a name. The parser refuses one that was not declared.
func (w *walker) variable(name string) *variable {
	for i := len(w.variables) - 1; i >= 0; i-- {
		if w.variables[i].name == name {
			return &w.variables[i]
		}
	}
	return &variable{name: name}
}

func (w *walker) declare(name string, value shape) {
	w.variables = append(w.variables, variable{name, value.stored()})
}

// assign gives a variable another value. Where a branch or a loop stands around it the old one may remain, so of a
// variable that changes its type nothing is known any more.
func (w *walker) assign(name string, value shape) {
	v := w.variable(name)
	v.shape = v.shape.or(value)
}
