package layout

import (
	"reflect"
	"text/template/parse"
)

// standard is a function that every template has (text/template, "Functions"). They take any value and look at its type
// themselves, so each has a rule of its own here.
type standard struct {
	least, most int // how many arguments; a negative most is no limit
	rule        func(w *walker, name string, args []argument) shape
}

// argument is a value that a standard function is given, and where it stands.
type argument struct {
	shape
	offset parse.Pos
}

// standardOf finds a standard function. text/template has no list of them that a program could read.
func standardOf(name string) (standard, bool) {
	switch name {
	case "and", "or":
		return standard{1, -1, (*walker).oneOf}, true
	case "not":
		return standard{1, 1, gives[bool]}, true
	case "eq":
		return standard{2, -1, (*walker).equal}, true
	case "ne":
		return standard{2, 2, (*walker).equal}, true
	case "lt", "le", "gt", "ge":
		return standard{2, 2, (*walker).ordered}, true
	case "len":
		return standard{1, 1, (*walker).length}, true
	case "index":
		return standard{1, -1, (*walker).index}, true
	case "slice":
		return standard{1, 4, (*walker).slice}, true
	case "call":
		return standard{1, -1, (*walker).callValue}, true
	case "printf":
		return standard{1, -1, (*walker).format}, true
	case "print", "println", "html", "js", "urlquery":
		return standard{0, -1, gives[string]}, true
	}
	return standard{}, false
}

// standard verifies the call of a standard function.
func (w *walker) standard(node *parse.IdentifierNode, function standard, g given) shape {
	args := make([]argument, g.count())
	for i, value := range w.operands(g) {
		args[i] = argument{shape: value, offset: node.Pos}
		if i < len(g.operands) {
			args[i].offset = start(g.operands[i])
		}
	}
	w.count(node.Pos, node.Ident, function.least, function.most, g)
	if len(args) < function.least {
		return shape{}
	}
	return function.rule(w, node.Ident, args)
}

// gives is the rule of a function that takes whatever there is.
func gives[T any](*walker, string, []argument) shape { return shapeFor[T]() }

// oneOf is the rule of and, or: the result is one of the arguments.
func (w *walker) oneOf(_ string, args []argument) shape {
	result := args[0].stored()
	for _, arg := range args[1:] {
		result = result.or(arg.shape)
	}
	return result
}

// format is the rule of printf, whose first argument is a string by its type.
func (w *walker) format(name string, args []argument) shape {
	printf := callable{name: name, in: []reflect.Type{reflect.TypeFor[string]()}}
	w.assignable(args[0].offset, printf, 0, printf.in[0], args[0].shape)
	return shapeFor[string]()
}

// length is the rule of len.
func (w *walker) length(_ string, args []argument) shape {
	of := args[0].indirect()
	if of.none || (of.known() && !hasLength(of.typ.Kind())) {
		w.report(w.wrong(args[0].offset, "`len` is given %s, which has no length", of).
			WithHint("len counts lists, maps and texts"))
	}
	return shapeFor[int]()
}

func hasLength(kind reflect.Kind) bool {
	switch kind {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return true
	}
	return false
}

// index is the rule of index: each argument leads one step further into the first.
func (w *walker) index(_ string, args []argument) shape {
	item := args[0].shape
	if item.none {
		w.report(w.wrong(args[0].offset, "`index` is given nothing to look into").
			WithHint("index looks into lists and maps"))
		return shape{}
	}
	for _, arg := range args[1:] {
		if item = item.indirect(); !item.known() {
			return shape{}
		}
		item = w.element(args[0].offset, item, arg)
	}
	return item.stored()
}

// element is one step of index.
func (w *walker) element(offset parse.Pos, item shape, by argument) shape {
	switch item.typ.Kind() {
	case reflect.Slice:
		w.wholeNumber("index", by)
		return shapeOf(item.typ.Elem(), true)
	case reflect.Array:
		w.wholeNumber("index", by)
		return shapeOf(item.typ.Elem(), item.settable)
	case reflect.String:
		w.wholeNumber("index", by)
		return shapeFor[uint8]()
	case reflect.Map:
		if !convertible(by.shape, item.typ.Key()) {
			w.report(w.wrong(by.offset, "`index` is given %s as the key of %s", by, item).
				WithHint("give %s", shape{typ: item.typ.Key()}.wanted()))
		}
		return shapeOf(item.typ.Elem(), false)
	}
	w.report(w.wrong(offset, "`index` can't look into %s", item).
		WithHint("index looks into lists and maps; a field is named with a dot"))
	return shape{}
}

// wholeNumber reports an argument that is no whole number, for which index and slice ask.
func (w *walker) wholeNumber(name string, arg argument) {
	if arg.none || (arg.known() && !isInteger(arg.typ.Kind())) {
		w.report(w.wrong(arg.offset, "`%s` is given %s as a position", name, arg).
			WithHint("count from 0 with whole numbers"))
	}
}

// slice is the rule of slice: a part of a list or text.
func (w *walker) slice(name string, args []argument) shape {
	for _, arg := range args[1:] {
		w.wholeNumber(name, arg)
	}
	item := args[0].indirect()
	if !item.known() && !item.none {
		return shape{}
	}
	switch {
	case item.none:
	case item.typ.Kind() == reflect.Slice, item.typ.Kind() == reflect.String && len(args) < 4:
		return shapeOf(item.typ, false)
	case item.typ.Kind() == reflect.Array && item.settable:
		return shapeOf(reflect.SliceOf(item.typ.Elem()), false)
	}
	w.report(w.wrong(args[0].offset, "`slice` can't take a part of %s", item).
		WithHint("slice takes a part of a list, or of a text by one or two positions"))
	return shape{}
}

// callValue is the rule of call: the first argument is a function, the others are what it takes.
func (w *walker) callValue(name string, args []argument) shape {
	function := args[0].shape
	if !function.known() && !function.none {
		return shape{}
	}
	if function.none || function.typ.Kind() != reflect.Func {
		w.report(w.wrong(args[0].offset, "`call` is given %s, which is no function", function).
			WithHint("write the method or field without call"))
		return shape{}
	}
	c := callableOf(name, name, function.typ, 0)
	for i, arg := range args[1:] {
		if param, ok := c.param(i); !ok || !convertible(arg.shape, param) {
			w.report(w.wrong(arg.offset, "`call` can't give %s as argument %d", arg, i+1).WithHint("the function is a %s", function.typ))
		}
	}
	if len(args)-1 < len(c.in) && !(c.variadic && len(args) == len(c.in)) {
		w.report(w.wrong(args[0].offset, "`call` is given too few arguments").WithHint("the function is a %s", function.typ))
	}
	return w.result(args[0].offset, c)
}

// convertible tells whether index and call take a value for a type: as it is, or as a whole number of another size.
func convertible(value shape, to reflect.Type) bool {
	switch {
	case value.none:
		return canBeNil(to)
	case !value.known() || value.typ.AssignableTo(to):
		return true
	}
	return isInteger(value.typ.Kind()) && isInteger(to.Kind())
}
