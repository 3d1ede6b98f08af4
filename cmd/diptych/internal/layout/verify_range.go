package layout

import (
	"reflect"
	"text/template/parse"
)

// loop is what one turn of a range gives: its key or index, and its element.
type loop struct {
	key, element shape
	single       bool // there is no key: a second variable is an error
}

// rangeNode walks the inside with the element as dot. Where there was no turn, in the {{else}} and afterwards, the
// variables have the value of the pipeline.
func (w *walker) rangeNode(dot shape, node *parse.RangeNode) {
	w.scope(func() {
		value := w.pipe(dot, node.Pipe).stored()
		turn := w.loop(node.Pipe, value)
		w.setLoop(node.Pipe, turn)
		w.scope(func() { w.list(turn.element, node.List) })
		for _, decl := range node.Pipe.Decl {
			w.endLoop(decl.Ident[0], value, node.Pipe.IsAssign)
		}
		w.list(dot, node.ElseList)
	})
}

// setLoop gives the variables of a range their values: one is the element, two are the key and the element.
func (w *walker) setLoop(pipe *parse.PipeNode, turn loop) {
	values := []shape{turn.key, turn.element}
	if len(pipe.Decl) == 1 {
		values = values[1:]
	}
	for i, decl := range pipe.Decl {
		w.variable(decl.Ident[0]).shape = values[i]
	}
}

// endLoop gives a variable of a range the value that it has where there was no turn. One from outside the range may also
// have kept its last element.
func (w *walker) endLoop(name string, value shape, outside bool) {
	if outside {
		w.assign(name, value)
	} else {
		w.variable(name).shape = value
	}
}

// loop finds what a range over a value gives, and reports what can't be ranged over.
func (w *walker) loop(pipe *parse.PipeNode, value shape) loop {
	over := value.indirect()
	if !over.known() {
		return loop{}
	}
	turn, ok := loopOver(over, len(pipe.Decl))
	switch {
	case !ok:
		w.report(w.wrong(pipe.Pos, "range can't go over %s", over).
			WithHint("range goes over lists, maps, whole numbers and iterators; take {{with …}} for one value"))
	case turn.single && len(pipe.Decl) > 1:
		w.report(w.wrong(pipe.Pos, "a range over %s gives one value, and two variables stand here", over).
			WithHint("write one variable"))
	}
	return turn
}

// loopOver follows the cases of text/template's walkRange.
func loopOver(over shape, variables int) (loop, bool) {
	typ, index := over.typ, shapeFor[int]()
	switch kind := typ.Kind(); {
	case isInteger(kind):
		return loop{element: shapeOf(typ, false), single: true}, true
	case kind == reflect.Slice:
		return loop{key: index, element: shapeOf(typ.Elem(), true)}, true
	case kind == reflect.Array:
		return loop{key: index, element: shapeOf(typ.Elem(), over.settable)}, true
	case kind == reflect.Map:
		return loop{key: shapeOf(typ.Key(), false), element: shapeOf(typ.Elem(), false)}, true
	case kind == reflect.Chan && typ.ChanDir() != reflect.SendDir:
		return loop{key: index, element: shapeOf(typ.Elem(), false)}, true
	case kind == reflect.Func && typ.CanSeq():
		return loop{element: shapeOf(typ.In(0).In(0), false), single: true}, true
	case kind == reflect.Func && typ.CanSeq2() && variables > 1:
		return loop{key: shapeOf(typ.In(0).In(0), false), element: shapeOf(typ.In(0).In(1), false)}, true
	case kind == reflect.Func && typ.CanSeq2(): // with one variable or none, dot is the first of the two
		return loop{element: shapeOf(typ.In(0).In(0), false)}, true
	}
	return loop{}, false
}
