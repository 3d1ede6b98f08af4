package layout

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// given is what a function or method is called with: the operands after its name, which are evaluated with dot, and the
// value that comes through the pipe, if there is one.
type given struct {
	dot      shape
	operands []parse.Node
	piped    *shape
}

func (g given) count() int {
	if g.piped != nil {
		return len(g.operands) + 1
	}
	return len(g.operands)
}

// pipe gives the shape of a pipeline's value, and declares its variables. Without a pipeline there is no value.
func (w *walker) pipe(dot shape, pipe *parse.PipeNode) shape {
	if pipe == nil {
		return nothing()
	}
	var piped *shape
	for _, command := range pipe.Cmds {
		value := w.command(command, given{dot: dot, operands: command.Args[1:], piped: piped})
		piped = &value
	}
	value := shape{}
	if piped != nil {
		value = *piped
	}
	for _, decl := range pipe.Decl {
		if pipe.IsAssign {
			w.assign(decl.Ident[0], value)
		} else {
			w.declare(decl.Ident[0], value)
		}
	}
	return value
}

// command evaluates the first word of a command with what it is given.
func (w *walker) command(command *parse.CommandNode, g given) shape {
	switch first := command.Args[0].(type) {
	case *parse.FieldNode:
		return w.fields(g.dot, chain(start(first), first.Ident), g)
	case *parse.VariableNode:
		if len(first.Ident) > 1 {
			return w.fields(w.variable(first.Ident[0]).shape, chain(first.Pos, first.Ident[1:]), g)
		}
	case *parse.ChainNode:
		return w.fields(w.operand(g.dot, first.Node), chain(first.Pos, first.Field), g)
	case *parse.IdentifierNode:
		return w.function(first, g)
	case *parse.NilNode:
		w.report(w.wrong(first.Pos, "nil can't stand alone").
			WithHint("leave it out, or compare with it: {{if eq .Field nil}}"))
		return nothing()
	}
	w.notCallable(command.Args[0], g)
	return w.operand(g.dot, command.Args[0])
}

// notCallable reports what is given to a word that takes nothing, such as a constant or a variable.
func (w *walker) notCallable(first parse.Node, g given) {
	if g.count() == 0 {
		return
	}
	w.operands(g)
	w.report(w.wrong(start(first), "`%s` is not a function and takes no arguments", first).
		WithHint("leave out what follows it, or put a function such as printf first"))
}

// operand gives the shape of an operand that stands alone, as an argument does.
func (w *walker) operand(dot shape, node parse.Node) shape {
	switch node := node.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return w.fields(dot, chain(start(node), node.Ident), given{dot: dot})
	case *parse.VariableNode:
		return w.fields(w.variable(node.Ident[0]).shape, chain(node.Pos, node.Ident[1:]), given{dot: dot})
	case *parse.ChainNode:
		return w.fields(w.operand(dot, node.Node), chain(node.Pos, node.Field), given{dot: dot})
	case *parse.PipeNode:
		return w.pipe(dot, node)
	case *parse.IdentifierNode:
		return w.function(node, given{dot: dot})
	case *parse.NilNode:
		return nothing()
	}
	return w.constant(node)
}

// operands evaluates all that a call is given, in order, the piped value last.
func (w *walker) operands(g given) []shape {
	shapes := make([]shape, 0, g.count())
	for _, node := range g.operands {
		shapes = append(shapes, w.operand(g.dot, node))
	}
	if g.piped != nil {
		shapes = append(shapes, *g.piped)
	}
	return shapes
}

// constant gives the type that a constant has where no parameter asks for another.
func (w *walker) constant(node parse.Node) shape {
	switch node := node.(type) {
	case *parse.StringNode:
		return shape{typ: reflect.TypeFor[string](), constant: node}
	case *parse.BoolNode:
		return shapeFor[bool]()
	case *parse.NumberNode:
		return w.number(node)
	}
	return shape{}
}

// number follows Go's rule for untyped constants: it is how a number is written that gives its type.
func (w *walker) number(node *parse.NumberNode) shape {
	hexadecimal := strings.HasPrefix(strings.ToLower(node.Text), "0x") && !strings.ContainsAny(node.Text, "pP")
	character := strings.HasPrefix(node.Text, "'")
	switch {
	case node.IsComplex:
		return shapeFor[complex128]()
	case node.IsFloat && !hexadecimal && !character && strings.ContainsAny(node.Text, ".eEpP"):
		return shapeFor[float64]()
	case !node.IsInt:
		w.report(w.wrong(node.Pos, "the number %s is too large", node.Text).
			WithHint("write a smaller one"))
	}
	return shapeFor[int]()
}
