package layout

import (
	"reflect"
	"text/template/parse"

	"diptych/cmd/diptych/internal/wording"
)

// argument verifies one argument against its parameter. A constant takes the parameter's type if it can; whatever else
// there is has its own.
func (w *walker) argument(c callable, i int, param reflect.Type, node parse.Node, dot shape) {
	switch node.(type) {
	case *parse.BoolNode, *parse.NumberNode, *parse.StringNode:
		if !takesConstant(param, node) {
			w.wrongType(start(node), c, i, param, wording.Sprintf("the constant %s", node))
		} else if !shapeOf(param, false).known() {
			w.constant(node)
		}
	default:
		w.assignable(start(node), c, i, param, w.operand(dot, node))
	}
}

// assignable reports a value that can't be given as a parameter. One pointer may be followed or taken on the way.
func (w *walker) assignable(offset parse.Pos, c callable, i int, param reflect.Type, value shape) {
	switch {
	case value.none:
		if !canBeNil(param) {
			w.wrongType(offset, c, i, param, value.Say())
		}
	case !value.known() || param == reflect.TypeFor[reflect.Value](), value.typ.AssignableTo(param):
	case value.typ.Kind() == reflect.Pointer && value.typ.Elem().AssignableTo(param):
	case value.settable && reflect.PointerTo(value.typ).AssignableTo(param):
	default:
		w.wrongType(offset, c, i, param, value.Say())
	}
}

func (w *walker) wrongType(offset parse.Pos, c callable, i int, param reflect.Type, got wording.Sentence) {
	w.report(w.wrong(offset, "argument %d of `%s` is %s", i+1, c.name, got).
		WithHint("give it %s", shape{typ: param}.wanted()))
}

// wanted says in words which value a parameter takes.
func (s shape) wanted() wording.Sentence {
	switch {
	case s.typ.Kind() == reflect.String:
		return wording.Sprintf("a text")
	case s.typ.Kind() == reflect.Bool:
		return wording.Sprintf("true or false")
	case isInteger(s.typ.Kind()):
		return wording.Sprintf("a whole number")
	case s.typ.Kind() == reflect.Float32, s.typ.Kind() == reflect.Float64:
		return wording.Sprintf("a number")
	}
	return wording.Sprintf("a value of type %s", s)
}

// takesConstant tells whether a constant can be written for a parameter of a type.
func takesConstant(param reflect.Type, node parse.Node) bool {
	number, _ := node.(*parse.NumberNode)
	switch kind := param.Kind(); {
	case param == reflect.TypeFor[reflect.Value](), kind == reflect.Interface && param.NumMethod() == 0:
		return true
	case kind == reflect.String:
		return node.Type() == parse.NodeString
	case kind == reflect.Bool:
		return node.Type() == parse.NodeBool
	case number == nil:
		return false
	case reflect.Int <= kind && kind <= reflect.Int64:
		return number.IsInt
	case isInteger(kind):
		return number.IsUint
	case kind == reflect.Float32, kind == reflect.Float64:
		return number.IsFloat
	case kind == reflect.Complex64, kind == reflect.Complex128:
		return number.IsComplex
	}
	return false
}
