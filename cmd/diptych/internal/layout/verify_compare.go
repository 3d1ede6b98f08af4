package layout

import (
	"reflect"
)

// Two values can be compared when text/template finds them to be of the same sort: whole numbers of any size and sign,
// fractions, texts, truths. Other values can only be equal, and only to values of the same kind.
const (
	sortNone = iota
	sortTruth
	sortWhole
	sortFraction
	sortComplex
	sortText
)

func sortOf(s shape) int {
	switch kind := s.typ.Kind(); {
	case isInteger(kind):
		return sortWhole
	case kind == reflect.Bool:
		return sortTruth
	case kind == reflect.Float32, kind == reflect.Float64:
		return sortFraction
	case kind == reflect.Complex64, kind == reflect.Complex128:
		return sortComplex
	case kind == reflect.String:
		return sortText
	}
	return sortNone
}

// equal is the rule of eq and ne: the first argument is compared with each of the others. Anything compares with nil.
func (w *walker) equal(name string, args []argument) shape {
	for _, arg := range args[1:] {
		if args[0].known() && arg.known() && !canEqual(args[0].shape, arg.shape) {
			w.report(w.wrong(arg.offset, "`%s` can't compare %s with %s", name, args[0], arg).
				WithHint("compare values of the same type; a pointer or a struct by one of its fields"))
		}
	}
	return shapeFor[bool]()
}

func canEqual(a, b shape) bool {
	if sortOf(a) != sortNone || sortOf(b) != sortNone {
		return sortOf(a) == sortOf(b)
	}
	return a.typ.Kind() == b.typ.Kind() && b.typ.Comparable()
}

// ordered is the rule of lt, le, gt and ge: two whole numbers, two fractions or two texts.
func (w *walker) ordered(name string, args []argument) shape {
	const hint = "compare two numbers of the same kind, or two texts"
	for _, arg := range args[:2] {
		if arg.none || (arg.known() && !canOrder(arg.shape)) {
			w.report(w.wrong(arg.offset, "`%s` is given %s, which has no order", name, arg).WithHint(hint))
			return shapeFor[bool]()
		}
	}
	if args[0].known() && args[1].known() && sortOf(args[0].shape) != sortOf(args[1].shape) {
		w.report(w.wrong(args[1].offset, "`%s` can't compare %s with %s", name, args[0], args[1]).WithHint(hint))
	}
	return shapeFor[bool]()
}

func canOrder(s shape) bool {
	switch sortOf(s) {
	case sortWhole, sortFraction, sortText:
		return true
	}
	return false
}
