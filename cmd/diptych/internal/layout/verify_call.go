package layout

import (
	"maps"
	"reflect"
	"slices"
	"text/template/parse"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// callable is a function or a method, without its receiver.
type callable struct {
	name     string // as the author writes it: `asset`, `.Link`
	ident    string // the name alone
	in       []reflect.Type
	variadic bool // the last of in is the type of each further argument
	out      []reflect.Type
}

// callableOf describes a function's type, of which the first skip parameters are not the author's to give.
func callableOf(written, ident string, typ reflect.Type, skip int) callable {
	c := callable{name: written, ident: ident, variadic: typ.IsVariadic()}
	c.in = slices.Collect(typ.Ins())[skip:]
	c.out = slices.Collect(typ.Outs())
	if c.variadic {
		c.in[len(c.in)-1] = c.in[len(c.in)-1].Elem()
	}
	return c
}

// methodOf finds a method that can be called on a value.
func methodOf(base shape, name string) (callable, bool) {
	method, ok := receiverType(base).MethodByName(name)
	if !ok {
		return callable{}, false
	}
	skip := 1
	if isInterface(base.typ) {
		skip = 0
	}
	return callableOf("."+name, name, method.Type, skip), true
}

// param gives the type of the parameter that takes the i-th argument; ok is false if there is none.
func (c callable) param(i int) (typ reflect.Type, ok bool) {
	switch {
	case c.variadic && i >= len(c.in)-1:
		return c.in[len(c.in)-1], true
	case i < len(c.in):
		return c.in[i], true
	}
	return nil, false
}

// function verifies the call of a function of ours, or of a standard one.
func (w *walker) function(node *parse.IdentifierNode, g given) shape {
	if typ := w.set.Funcs[node.Ident]; typ != nil && typ.Kind() == reflect.Func {
		return w.call(node.Pos, callableOf(node.Ident, node.Ident, typ, 0), g)
	}
	if standard, ok := standardOf(node.Ident); ok {
		return w.standard(node, standard, g)
	}
	w.operands(g)
	w.report(w.wrong(node.Pos, "there is no function `%s`", node.Ident).
		WithHint("%s", nearestHint(node.Ident, "", slices.Sorted(maps.Keys(w.set.Funcs)))))
	return shape{}
}

// call verifies what a function or method is given, and gives the shape of its result.
func (w *walker) call(offset parse.Pos, c callable, g given) shape {
	least, most := len(c.in), len(c.in)
	if c.variadic {
		least, most = len(c.in)-1, -1
	}
	w.count(offset, c.name, least, most, g)
	for i, node := range g.operands {
		if param, ok := c.param(i); ok {
			w.argument(c, i, param, node, g.dot)
		} else {
			w.operand(g.dot, node)
		}
	}
	if param, ok := c.param(len(g.operands)); ok && g.piped != nil {
		w.assignable(offset, c, len(g.operands), param, *g.piped)
	}
	w.askConstant(c.ident, g)
	return w.result(offset, c)
}

// count reports a wrong number of arguments. A negative most is no limit.
func (w *walker) count(offset parse.Pos, name string, least, most int, g given) {
	n := g.count()
	if n >= least && (most < 0 || n <= most) {
		return
	}
	w.report(w.wrong(offset, "`%s` is called with %s", name, arguments(n)).WithHint("%s", countHint(least, most)))
}

func countHint(least, most int) wording.Sentence {
	switch {
	case most < 0:
		return wording.Sprintf("it takes at least %s", arguments(least))
	case most == 0:
		return wording.Sprintf("it takes no arguments")
	case least == most:
		return wording.Sprintf("it takes %s", arguments(least))
	}
	return wording.Sprintf("it takes %d to %d arguments", least, most)
}

// arguments counts them. French has the singular also for none.
func arguments(n int) wording.Sentence {
	switch n {
	case 0:
		return wording.Sprintf("0 arguments")
	case 1:
		return wording.Sprintf("1 argument")
	}
	return wording.Sprintf("%d arguments", n)
}

// result is the shape of what a call gives. text/template calls only what gives one value, or one and an error.
func (w *walker) result(offset parse.Pos, c callable) shape {
	if len(c.out) == 1 || (len(c.out) == 2 && c.out[1] == reflect.TypeFor[error]()) {
		return shapeOf(c.out[0], false)
	}
	w.report(w.wrong(offset, "`%s` can't be called from a layout", c.name).
		WithHint("a function for layouts gives one value, or one and an error"))
	return shape{}
}

// askConstant asks whether the string constant that a call is given first is one that exists.
func (w *walker) askConstant(function string, g given) {
	if w.set.Constants == nil || g.count() == 0 {
		return
	}
	first := g.piped
	if len(g.operands) > 0 {
		first = &shape{constant: stringConstant(g.operands[0])}
	}
	if first.constant == nil {
		return
	}
	if rule, problem, hint := w.set.Constants(function, first.constant.Text); !problem.IsZero() {
		pos := w.set.place(w.tree, first.constant.Pos)
		w.report(source.Errorf(rule, pos, "%s", problem).WithHint("%s", hint))
	}
}

// stringConstant finds the string constant that an operand is, also in parentheses.
func stringConstant(node parse.Node) *parse.StringNode {
	switch node := node.(type) {
	case *parse.StringNode:
		return node
	case *parse.PipeNode:
		if len(node.Cmds) == 1 && len(node.Cmds[0].Args) == 1 {
			return stringConstant(node.Cmds[0].Args[0])
		}
	}
	return nil
}
