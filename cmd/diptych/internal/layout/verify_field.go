package layout

import (
	"reflect"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// fields follows a chain of names from a receiver. What is given goes to the last of them, which may be a method.
func (w *walker) fields(receiver shape, names []chainName, g given) shape {
	for i, name := range names {
		with := given{dot: g.dot}
		if i == len(names)-1 {
			with = g
		}
		receiver = w.field(receiver, name, with)
	}
	return receiver
}

// field finds one name in a receiver, as text/template does: a method first, then a struct's field or a map's key.
func (w *walker) field(receiver shape, name chainName, g given) shape {
	if receiver.none {
		w.operands(g)
		w.report(w.wrong(name.offset, "there is no value here, so `.%s` gives nothing", name.text).
			WithHint("call the template with a value: {{template \"…\" .}}"))
		return shape{}
	}
	base := receiver.indirect()
	if base.typ == nil {
		w.operands(g)
		return shape{}
	}
	if method, ok := methodOf(base, name.text); ok {
		return w.call(name.offset, method, g)
	}
	if isInterface(base.typ) {
		w.operands(g)
		return shape{}
	}
	return w.data(base, name, g)
}

// data finds a struct's field or a map's key, neither of which takes arguments.
func (w *walker) data(base shape, name chainName, g given) shape {
	value, ok := lookup(base, name.text)
	if !ok {
		w.operands(g)
		w.unknownField(base, name)
		return shape{}
	}
	if keys, closed := w.verifier.set.Keys[base.typ]; closed && !slices.Contains(keys, name.text) {
		w.report(w.wrong(name.offset, "config.toml has no `%s` under [params]", name.text).WithHint("%s", keyHint(name.text, keys)))
	}
	if g.count() > 0 {
		w.operands(g)
		w.report(w.wrong(name.offset, "`.%s` is a field of %s and takes no arguments", name.text, base).
			WithHint("leave the arguments out; a function that is kept in a field is called with {{call .Field …}}"))
	}
	return value
}

// keyHint says what to do about a key that a map does not have.
func keyHint(key string, keys []string) wording.Sentence {
	if near := source.Nearest(key, keys); near != "" {
		return wording.Sprintf("did you mean `%s`?", "."+near)
	}
	return wording.Sprintf("write it there; one that may be empty is written too: %s = \"\"", key)
}

func (w *walker) unknownField(base shape, name chainName) {
	members := membersOf(base)
	if _, ok := methodOf(shape{typ: base.typ, settable: true}, name.text); ok {
		w.report(w.wrong(name.offset, "`.%s` can't be called on this %s", name.text, base).
			WithHint("it is a method of the pointer, and this value is a copy: let the program hand over a pointer"))
		return
	}
	if len(members) == 0 {
		w.report(w.wrong(name.offset, "there is no `.%s`: %s has no fields", name.text, base).
			WithHint("use the value itself, without a name after it"))
		return
	}
	w.report(w.wrong(name.offset, "there is no `.%s` in %s", name.text, base).
		WithHint("%s", nearestHint(name.text, ".", members)))
}

// lookup finds the exported field of a struct, or the value of a map whose keys are strings.
func lookup(base shape, name string) (shape, bool) {
	switch base.typ.Kind() {
	case reflect.Struct:
		field, ok := base.typ.FieldByName(name)
		return shapeOf(field.Type, base.settable || throughPointer(base.typ, field.Index)), ok && field.IsExported()
	case reflect.Map:
		return shapeOf(base.typ.Elem(), false), reflect.TypeFor[string]().AssignableTo(base.typ.Key())
	}
	return shape{}, false
}

// throughPointer tells whether the way to a promoted field leads through an embedded pointer, which gives it an address.
func throughPointer(typ reflect.Type, index []int) bool {
	for _, i := range index[:max(len(index)-1, 0)] {
		typ = typ.Field(i).Type
		if typ.Kind() == reflect.Pointer {
			return true
		}
	}
	return false
}

// receiverType is the type whose methods can be called on a value: its pointer's, if it has an address.
func receiverType(base shape) reflect.Type {
	if base.settable && !isInterface(base.typ) {
		return reflect.PointerTo(base.typ)
	}
	return base.typ
}

// membersOf lists the names that can follow a value, sorted: its fields and its methods.
func membersOf(base shape) []string {
	var names []string
	if base.typ.Kind() == reflect.Struct {
		for _, field := range reflect.VisibleFields(base.typ) {
			if field.IsExported() {
				names = append(names, field.Name)
			}
		}
	}
	for method := range receiverType(base).Methods() {
		names = append(names, method.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// nearestHint names the known name that was most likely meant, or else all of them, each after a prefix.
func nearestHint(word, prefix string, known []string) wording.Sentence {
	if near := source.Nearest(word, known); near != "" {
		return wording.Sprintf("did you mean `%s`?", prefix+near)
	}
	if len(known) == 0 {
		return wording.Sentence{}
	}
	return wording.Sprintf("known here: %s", prefix+strings.Join(known, ", "+prefix))
}
