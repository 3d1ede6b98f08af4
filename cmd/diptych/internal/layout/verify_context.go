package layout

import (
	"maps"
	"slices"
	"text/template/parse"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// html/template's escaping has been broken a few times a year, always where it writes values into scripts, styles or
// the address of a refresh. We print no values there, and so need none of it. (Its fixes of 2023 to 2026 are
// CVE-2023-24538, CVE-2023-39318, CVE-2024-24785 and their like.)

// contexts walks the templates once more, as a browser would read their text.
type contexts struct {
	set      verifySet
	ends     map[contextVisit]htmlSpot
	problems []source.Problem
}

// contextVisit is a template together with where in HTML it is called.
type contextVisit struct {
	name string
	spot htmlSpot
}

// contextWalker walks one template.
type contextWalker struct {
	*contexts
	tree *parse.Tree
}

// verifyContexts reports the actions that print where they may not. A template that is called is read at each place of
// its calls; the entries, and those that nothing calls, are read as whole pages.
func verifyContexts(set verifySet, reached map[string]bool) []source.Problem {
	c := &contexts{set: set, ends: map[contextVisit]htmlSpot{}}
	for _, name := range slices.Sorted(maps.Keys(set.Trees)) {
		if _, entry := set.Entries[name]; entry || !reached[name] {
			c.template(name, htmlSpot{})
		}
	}
	return c.problems
}

// template gives the spot at which a template ends that starts at one. Until it is known, as in recursion, it is taken
// to be the same.
func (c *contexts) template(name string, spot htmlSpot) htmlSpot {
	this := contextVisit{name, spot}
	if end, ok := c.ends[this]; ok {
		return end
	}
	c.ends[this] = spot
	if tree := c.set.Trees[name]; tree != nil && tree.Root != nil {
		w := &contextWalker{contexts: c, tree: tree}
		c.ends[this] = w.list(tree.Root, spot)
	}
	return c.ends[this]
}

func (w *contextWalker) list(list *parse.ListNode, spot htmlSpot) htmlSpot {
	if list == nil {
		return spot
	}
	for _, node := range list.Nodes {
		spot = w.node(node, spot)
	}
	return spot
}

func (w *contextWalker) node(node parse.Node, spot htmlSpot) htmlSpot {
	switch node := node.(type) {
	case *parse.TextNode:
		return w.text(node, spot)
	case *parse.ActionNode:
		if len(node.Pipe.Decl) == 0 {
			return w.action(node, spot)
		}
	case *parse.TemplateNode:
		return w.template(node.Name, spot)
	case *parse.IfNode:
		return w.branch(&node.BranchNode, spot)
	case *parse.WithNode:
		return w.branch(&node.BranchNode, spot)
	case *parse.RangeNode:
		return w.branch(&node.BranchNode, spot)
	}
	return spot
}

// branch reads both ways from the same spot; without {{else}} the second way is to stay there.
func (w *contextWalker) branch(node *parse.BranchNode, spot htmlSpot) htmlSpot {
	return w.list(node.List, spot).or(w.list(node.ElseList, spot))
}

// text reads a piece of HTML. A <meta> may say only after its content that it is a refresh.
func (w *contextWalker) text(node *parse.TextNode, spot htmlSpot) htmlSpot {
	for text := string(node.Text); text != ""; {
		spot, text = spot.step(text)
		if spot.refresh && !spot.content.IsZero() {
			w.refuse(spot.content, inRefresh)
			spot.content = source.Pos{}
		}
	}
	return spot
}

// action reads the printing of a value.
func (w *contextWalker) action(node *parse.ActionNode, spot htmlSpot) htmlSpot {
	spot = spot.printed()
	pos := w.set.place(w.tree, node.Pos)
	if where := spot.forbidden(); where != "" {
		w.refuse(pos, where)
	} else if spot.mode == inValue && spot.element == "meta" && spot.attr == "content" {
		spot.content = pos
	}
	return spot
}

// Where no value may be printed, in the words of the problem.
const (
	inScript  wording.Phrase = "a script"
	inEvent   wording.Phrase = "an event attribute"
	inAddress wording.Phrase = "an address that is a script"
	inStyle   wording.Phrase = "a style"
	inRefresh wording.Phrase = "a <meta> that forwards"
)

// forbidden tells in which of the forbidden places a value is printed, or gives "".
func (s htmlSpot) forbidden() wording.Phrase {
	value := s.mode == inValue
	switch {
	case s.mode == inRaw && s.element == "script":
		return inScript
	case s.mode == inRaw && s.element == "style", value && s.attr == "style":
		return inStyle
	case value && s.attr == "on":
		return inEvent
	case value && s.script():
		return inAddress
	case value && s.element == "meta" && (s.attr == "http-equiv" || s.attr == "content" && s.refresh):
		return inRefresh
	}
	return ""
}

func (c *contexts) refuse(pos source.Pos, where wording.Phrase) {
	hint := wording.Phrase("print it into a data- attribute, and let a script file read it there")
	switch where {
	case inStyle:
		hint = "give the element a class, and let a stylesheet say what it looks like"
	case inRefresh:
		hint = "forward by the `aliases` of a page"
	}
	problem := source.Errorf(ruleContext, pos, "a value is printed into %s", where)
	c.problems = append(c.problems, problem.WithHint(hint))
}
