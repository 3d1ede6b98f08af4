package layout

import (
	"reflect"
	"text/template/parse"

	"diptych/cmd/diptych/internal/wording"
)

// shape is what the verifier knows of a value before there is one. The zero shape is a value of which nothing is known.
type shape struct {
	typ      reflect.Type      // nil where it is not known; never any or reflect.Value, which say nothing
	none     bool              // there is no value at all: nil, or dot in a template that is called without one
	settable bool              // the value has an address, so that the methods of its pointer can be called
	constant *parse.StringNode // the string constant that it is, if it is one
}

// shapeOf gives the shape of a value of a type.
func shapeOf(typ reflect.Type, settable bool) shape {
	if typ == nil || typ == reflect.TypeFor[reflect.Value]() || (isInterface(typ) && typ.NumMethod() == 0) {
		return shape{}
	}
	return shape{typ: typ, settable: settable}
}

// shapeFor is shapeOf a result: a value without an address.
func shapeFor[T any]() shape { return shapeOf(reflect.TypeFor[T](), false) }

// nothing is the shape of no value at all.
func nothing() shape { return shape{none: true} }

// known tells whether there is a value whose type is settled before it exists. An interface's is not.
func (s shape) known() bool { return s.typ != nil && !isInterface(s.typ) }

// stored is the shape as a variable or a dot keeps it.
func (s shape) stored() shape {
	s.constant = nil
	return s
}

// or is the shape of a value that is either the one or the other.
func (s shape) or(other shape) shape {
	if s.typ != other.typ || s.none != other.none {
		return shape{}
	}
	s.settable = s.settable && other.settable
	return s.stored()
}

// indirect is the shape behind all pointers; a nil pointer is the run's affair. What a pointer points to has an address.
func (s shape) indirect() shape {
	for s.typ != nil && s.typ.Kind() == reflect.Pointer {
		s = shapeOf(s.typ.Elem(), true)
	}
	return s
}

// Say names the type as the author of a layout knows it: without its package, if it has a name.
func (s shape) Say() wording.Sentence {
	switch {
	case s.none:
		return wording.Sprintf("nothing")
	case s.typ == nil:
		return wording.Sprintf("a value of unknown type")
	case s.typ.Kind() == reflect.Pointer:
		return shape{typ: s.typ.Elem()}.Say()
	case s.typ.Name() != "":
		return wording.Sprintf("%s", s.typ.Name())
	default:
		return wording.Sprintf("%s", s.typ)
	}
}

func (s shape) String() string { return s.Say().English }

func isInterface(typ reflect.Type) bool { return typ.Kind() == reflect.Interface }

// isInteger tells whether a kind holds whole numbers.
func isInteger(kind reflect.Kind) bool { return reflect.Int <= kind && kind <= reflect.Uintptr }

// canBeNil tells whether the untyped nil can stand for a value of the type.
func canBeNil(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	default:
		return typ == reflect.TypeFor[reflect.Value]()
	}
}
