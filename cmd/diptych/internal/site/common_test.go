package site

import (
	"reflect"
	"testing"
	"text/template"

	"diptych/cmd/diptych/internal/source"
)

// TestWhatPagesHaveInCommon compares, over all pages of the sample at a host, below a path and in a folder, what is said to be
// equal on those that have the same in common.
func TestWhatPagesHaveInCommon(t *testing.T) {
	for _, base := range []string{"https://example.org/", "https://un.org/accra", ""} {
		m, _ := Assemble(sample(t, files{"content/draft.fr.md": "+++\ntitle = \"Été\"\ndraft = true\n+++\n",
			"content/draft.en.md": "+++\ntitle = \"Summer\"\n+++\n"}), Options{Day: today, BaseURL: &base, Drafts: true})
		first, compared := map[Common]*View{}, 0
		for _, view := range allViews(m) {
			common := CommonOf(view)
			before, known := first[common]
			if !known {
				first[common] = view
				continue
			}
			compared += compareMembers(t, TheView, reflect.ValueOf(before), reflect.ValueOf(view))
		}
		if compared < 100 {
			t.Errorf("base %q: %d members were compared: too few to say anything", base, compared)
		}
	}
}

// allViews gives the views of all pages, of each kind.
func allViews(m *Model) []*View {
	var views []*View
	none := func(source.Problem) {}
	for _, lang := range source.Langs() {
		for _, page := range m.Pages(lang) {
			views = append(views, m.View(page, none))
		}
		views = append(views, m.Standalone(lang, string(lang)+"/404.html", "404", string(lang.Other())+"/404.html", none))
	}
	for _, pair := range m.Pairs {
		if pair.IsPrinted() {
			views = append(views, m.Bilingual(pair, none))
		}
	}
	return append(views, m.Standalone(source.French, "404.html", "404", "", none), m.Standalone(source.French, "index.html", "chooser", "", none))
}

// compareMembers compares two values of a share member by member, and tells how many it has compared.
func compareMembers(t *testing.T, share Share, a, b reflect.Value) (compared int) {
	t.Helper()
	if a.Kind() == reflect.Pointer && a.IsNil() != b.IsNil() {
		t.Errorf("one %s is nil, the other is not", a.Type())
	}
	if a.Kind() == reflect.Pointer && a.IsNil() {
		return 0
	}
	for _, name := range namesOf(a.Type()) {
		of := share.Member(name)
		x, y := member(a, name), member(b, name)
		switch {
		case of == AllOrNone:
			if truth(x) != truth(y) {
				t.Errorf("%s.%s is %v on one page, and %v on another", a.Type(), name, x, y)
			}
		case of == Own || x.Kind() == reflect.Func: // T, whose messages are those of the language
		case of == TheHalves:
			if x.Len() != y.Len() {
				t.Fatalf("%d halves, and %d", x.Len(), y.Len())
			}
			for i := range x.Len() {
				compared += compareMembers(t, TheHalf, x.Index(i), y.Index(i))
			}
		case of != Equal:
			compared += compareMembers(t, of, x, y)
		case !reflect.DeepEqual(x.Interface(), y.Interface()):
			t.Errorf("%s.%s is %v on one page, and %v on another", a.Type(), name, x, y)
		default:
			compared++
		}
	}
	return compared
}

func truth(v reflect.Value) bool {
	truth, _ := template.IsTrue(v.Interface())
	return truth
}

// namesOf gives the names that a layout may write behind a value.
func namesOf(typ reflect.Type) []string {
	var names []string
	for method := range typ.Methods() {
		names = append(names, method.Name)
	}
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	for _, field := range reflect.VisibleFields(typ) {
		if field.IsExported() {
			names = append(names, field.Name)
		}
	}
	return names
}

// member gives what stands behind a name; of a method that takes arguments, the method.
func member(v reflect.Value, name string) reflect.Value {
	method := v.MethodByName(name)
	switch {
	case !method.IsValid():
		return reflect.Indirect(v).FieldByName(name)
	case method.Type().NumIn() > 0:
		return method
	default:
		return method.Call(nil)[0]
	}
}
