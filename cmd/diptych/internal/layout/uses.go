package layout

import (
	"slices"
	"strings"
	"text/template/parse"

	"diptych/cmd/diptych/internal/source"
)

// Uses are the messages that a site's layouts name, in any branch. It is immutable.
type Uses struct {
	ids      map[string]bool
	prefixes []string   // of ids of which only the beginning stands in a layout: {{T (printf "event.%s" .Status)}}
	Unknown  source.Pos // of an id that stands in no layout, as in {{T .Name}}, or of a layout that can't be read: each message may be used then; zero if there is none
}

// Has tells whether a layout uses a message, or may.
func (u *Uses) Has(id string) bool {
	return u.ids[id] || !u.Unknown.IsZero() ||
		slices.ContainsFunc(u.prefixes, func(prefix string) bool { return strings.HasPrefix(id, prefix) })
}

// Uses gives the messages that the layouts name, of templates too that no page comes by.
func (s *Set) Uses() *Uses {
	u := &Uses{ids: map[string]bool{}}
	if len(s.shelf.problems) > 0 {
		u.Unknown = s.shelf.problems[0].Pos
	}
	for _, l := range s.shelf.layouts {
		for _, t := range l.templates.Templates() {
			if t.Tree != nil && t.Tree.Root != nil {
				in := userOf{uses: u, set: verifySet{Files: s.shelf.files}, tree: t.Tree}
				in.node(t.Tree.Root)
			}
		}
	}
	return u
}

// userOf gathers the messages of one template.
type userOf struct {
	uses *Uses
	set  verifySet // for places alone
	tree *parse.Tree
}

func (u userOf) node(node parse.Node) {
	switch node := node.(type) {
	case *parse.ListNode:
		u.list(node)
	case *parse.ActionNode:
		u.pipe(node.Pipe)
	case *parse.IfNode:
		u.branch(&node.BranchNode)
	case *parse.WithNode:
		u.branch(&node.BranchNode)
	case *parse.RangeNode:
		u.branch(&node.BranchNode)
	case *parse.TemplateNode:
		u.pipe(node.Pipe)
	case *parse.PipeNode:
		u.pipe(node)
	case *parse.ChainNode:
		u.node(node.Node)
	}
}

func (u userOf) list(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		u.node(node)
	}
}

func (u userOf) branch(node *parse.BranchNode) {
	u.pipe(node.Pipe)
	u.list(node.List)
	u.list(node.ElseList)
}

// pipe looks at each command of a pipe. One that is given no id itself takes what the command before it gives.
func (u userOf) pipe(pipe *parse.PipeNode) {
	if pipe == nil {
		return
	}
	for i, command := range pipe.Cmds {
		for _, argument := range command.Args {
			u.node(argument)
		}
		switch {
		case !asksForMessage(command.Args[0]):
		case len(command.Args) > 1:
			u.use(command, textOf(command.Args[1]))
		case i == 1:
			u.use(command, commandText(pipe.Cmds[0]))
		default:
			u.use(command, constantText{})
		}
	}
}

// asksForMessage tells whether an operand is the function T, or the method of a half.
func asksForMessage(node parse.Node) bool {
	var names []string
	switch node := node.(type) {
	case *parse.IdentifierNode:
		return node.Ident == "T"
	case *parse.FieldNode:
		names = node.Ident
	case *parse.VariableNode:
		names = node.Ident[1:]
	case *parse.ChainNode:
		names = node.Field
	}
	return len(names) > 0 && names[len(names)-1] == "T"
}

// use notes an id, or what is known of it.
func (u userOf) use(command *parse.CommandNode, id constantText) {
	switch {
	case id.whole:
		u.uses.ids[id.text] = true
	case id.text != "":
		u.uses.prefixes = append(u.uses.prefixes, id.text)
	case u.uses.Unknown.IsZero():
		u.uses.Unknown = u.set.place(u.tree, command.Pos)
	}
}

// constantText is what stands in a layout of a text: all of it, or its beginning.
type constantText struct {
	text  string
	whole bool
}

// textOf gives what is known of the text that an operand gives.
func textOf(node parse.Node) constantText {
	switch node := node.(type) {
	case *parse.StringNode:
		return constantText{node.Text, true}
	case *parse.PipeNode:
		if len(node.Cmds) == 1 {
			return commandText(node.Cmds[0])
		}
	}
	return constantText{}
}

// commandText gives what is known of the text that a command gives.
func commandText(command *parse.CommandNode) constantText {
	if len(command.Args) == 1 {
		return textOf(command.Args[0])
	}
	function, isFunction := command.Args[0].(*parse.IdentifierNode)
	first := textOf(command.Args[1])
	switch {
	case !isFunction || !first.whole:
		return constantText{}
	case function.Ident == "printf":
		before, _, _ := strings.Cut(first.text, "%")
		return constantText{text: before}
	case function.Ident == "print":
		return constantText{text: first.text}
	}
	return constantText{}
}
