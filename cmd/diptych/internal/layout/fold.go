package layout

import (
	"bytes"
	"slices"
	"strconv"
	"text/template/parse"

	"diptych/cmd/diptych/internal/site"
)

// What is equal on all pages of a language is written once: an instance is folded for pages that have the same
// [site.Common]. html/template has escaped its trees when it has shown a page; each node whose output follows from constants
// and from what these pages have in common is then executed by itself, and its output stands in its place. Nodes that can't
// be, or that fail, stay as they are, and so do their places in errors.

// mostConstant is how many bytes the output of a node may have that is kept.
const mostConstant = 64 << 10

// folder folds the trees of one instance.
type folder struct {
	instance *instance
	view     *site.View // which reports nothing
}

// fold folds the instance for all pages that have in common what the view has, which it has shown. dots tells how its templates are called.
func (i *instance) fold(view *site.View, dots map[string]site.Share) {
	f := folder{i, site.Silent(view)}
	roots := map[*parse.Tree]*parse.ListNode{}
	for name, dot := range dots {
		if t := i.template.Lookup(name); t != nil && t.Tree != nil && t.Tree.Root != nil {
			roots[t.Tree] = f.list(t.Tree.Root, scopeOf(t.Tree, dot))
		}
	}
	for tree, root := range roots {
		tree.Root = root
	}
}

// list folds the nodes of a list, and joins neighbouring texts.
func (f folder) list(list *parse.ListNode, in scope) *parse.ListNode {
	if list == nil {
		return nil
	}
	folded := *list
	folded.Nodes = nil
	for _, node := range list.Nodes {
		for _, node := range f.node(node, in) {
			folded.Nodes = join(folded.Nodes, node)
		}
		in = in.after(node)
	}
	return &folded
}

// join puts a node behind others; a text becomes part of the text before it.
func join(nodes []parse.Node, node parse.Node) []parse.Node {
	text, isText := node.(*parse.TextNode)
	if !isText || len(nodes) == 0 {
		return append(nodes, node)
	}
	before, isText := nodes[len(nodes)-1].(*parse.TextNode)
	if !isText {
		return append(nodes, node)
	}
	nodes[len(nodes)-1] = textNode(before.Pos, append(bytes.Clone(before.Text), text.Text...))
	return nodes
}

func textNode(pos parse.Pos, text []byte) *parse.TextNode {
	return &parse.TextNode{NodeType: parse.NodeText, Pos: pos, Text: text}
}

// node gives what stands in the place of a node.
func (f folder) node(node parse.Node, in scope) []parse.Node {
	if _, isText := node.(*parse.TextNode); isText {
		return []parse.Node{node}
	}
	if constant, ok := f.constant(node, in); ok {
		return constant
	}
	switch node := node.(type) {
	case *parse.IfNode:
		return f.branch(node, &node.BranchNode, in.declared(node.Pipe), in)
	case *parse.WithNode:
		return f.branch(node, &node.BranchNode, in.with(node.Pipe), in)
	case *parse.RangeNode:
		return f.rangeNode(node, in)
	}
	return []parse.Node{node}
}

// constant gives the output of a node that is constant; none if that is empty.
func (f folder) constant(node parse.Node, in scope) (output []parse.Node, ok bool) {
	if !in.isConstant(node) {
		return nil, false
	}
	text, ok := f.run(node, in)
	if len(text) > 0 {
		output = append(output, textNode(node.Position(), text))
	}
	return output, ok
}

// branch folds an if or with, whose inside has a scope of its own. Where it is known which way it goes, that one takes its
// place, unless this needs the scope or the dot of the node.
func (f folder) branch(node parse.Node, b *parse.BranchNode, inside, in scope) []parse.Node {
	b.List, b.ElseList = f.list(b.List, inside), f.list(b.ElseList, in.declared(b.Pipe))
	_, isWith := node.(*parse.WithNode)
	taken := b.List
	switch truth, known := f.truth(b.Pipe, in); {
	case !known:
		return []parse.Node{node}
	case truth && isWith:
		if constant, ok := f.constant(node, in); ok { // now that its inside is folded
			return constant
		}
		return []parse.Node{node}
	case !truth:
		taken = b.ElseList
	}
	switch {
	case taken == nil:
		return nil
	case declares(taken):
		return []parse.Node{node}
	}
	return taken.Nodes
}

// truth tells which way an if or with goes, if all pages go the same way and it declares nothing. What all of them have is
// asked for on each, since that may tell of a problem.
func (f folder) truth(pipe *parse.PipeNode, in scope) (truth, known bool) {
	share := in.pipe(pipe)
	if len(pipe.Decl) > 0 || share == site.Own {
		return false, false
	}
	out, known := f.run(&parse.IfNode{BranchNode: parse.BranchNode{
		NodeType: parse.NodeIf, Pos: pipe.Pos, Pipe: pipe, List: listOf(textNode(pipe.Pos, []byte("x"))),
	}}, in)
	truth = len(out) > 0
	return truth, known && !(truth && share == site.AllOrNone)
}

// rangeNode folds a loop: one over the halves of a page becomes one {{with}} for each of them, since much of these is equal.
func (f folder) rangeNode(node *parse.RangeNode, in scope) []parse.Node {
	if in.pipe(node.Pipe) != site.TheHalves || node.Pipe.IsAssign || jumps(node.List) {
		node.List = f.list(node.List, in.declared(node.Pipe).at(site.Own))
		node.ElseList = f.list(node.ElseList, in.declared(node.Pipe))
		return []parse.Node{node}
	}
	var nodes []parse.Node
	for i := range f.view.Halves() {
		nodes = append(nodes, f.half(node, i, in)...)
	}
	return nodes
}

// half is one turn of a loop over the halves: {{with $half := index .Halves i}}. The number of the turn, if it has a
// name, is declared in an {{if true}} around it.
func (f folder) half(node *parse.RangeNode, i int, in scope) []parse.Node {
	pos := node.Pipe.Pos
	all := *node.Pipe
	all.Decl = nil
	number := &parse.NumberNode{NodeType: parse.NodeNumber, Pos: pos, IsInt: true, Int64: int64(i), Text: strconv.Itoa(i)}
	pipe := pipeOf(pos, parse.NewIdentifier("index").SetPos(pos), &all, number)
	turn := &parse.WithNode{BranchNode: parse.BranchNode{
		NodeType: parse.NodeWith, Pos: node.Pos, Line: node.Line, Pipe: pipe, List: node.List.CopyList(),
	}}
	names := node.Pipe.Decl
	if len(names) < 2 {
		pipe.Decl = names
		return f.node(turn, in)
	}
	pipe.Decl = names[1:]
	count := pipeOf(pos, number)
	count.Decl = names[:1]
	always := pipeOf(pos, &parse.BoolNode{NodeType: parse.NodeBool, Pos: pos, True: true})
	return f.node(&parse.IfNode{BranchNode: parse.BranchNode{
		NodeType: parse.NodeIf, Pos: node.Pos, Line: node.Line, Pipe: always,
		List: listOf(&parse.ActionNode{NodeType: parse.NodeAction, Pos: pos, Line: node.Line, Pipe: count}, turn),
	}}, in)
}

// run executes a node by itself, where it stands, and gives its output.
func (f folder) run(node parse.Node, in scope) ([]byte, bool) {
	tree := f.instance.template.Tree
	root := tree.Root
	defer func() { tree.Root = root }()
	tree.Root = listOf(in.wrap(node)...)
	var output bytes.Buffer
	err := f.instance.template.Execute(&writer{to: &output, left: mostConstant}, f.view)
	return output.Bytes(), err == nil
}

func listOf(nodes ...parse.Node) *parse.ListNode {
	return &parse.ListNode{NodeType: parse.NodeList, Nodes: nodes}
}

// pipeOf gives a pipeline of one command.
func pipeOf(pos parse.Pos, args ...parse.Node) *parse.PipeNode {
	command := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: pos, Args: args}
	return &parse.PipeNode{NodeType: parse.NodePipe, Pos: pos, Cmds: []*parse.CommandNode{command}}
}

// declares tells whether nodes of a list declare variables, which last to the list's end.
func declares(list *parse.ListNode) bool {
	return slices.ContainsFunc(list.Nodes, func(node parse.Node) bool {
		switch node := node.(type) {
		case *parse.ActionNode:
			return len(node.Pipe.Decl) > 0
		case *parse.TemplateNode:
			return node.Pipe != nil && len(node.Pipe.Decl) > 0
		}
		return false
	})
}

// jumps tells whether a list has a break or continue of the loop around it.
func jumps(list *parse.ListNode) bool {
	return list != nil && slices.ContainsFunc(list.Nodes, func(node parse.Node) bool {
		switch node := node.(type) {
		case *parse.BreakNode, *parse.ContinueNode:
			return true
		case *parse.IfNode:
			return jumps(node.List) || jumps(node.ElseList)
		case *parse.WithNode:
			return jumps(node.List) || jumps(node.ElseList)
		case *parse.RangeNode:
			return jumps(node.ElseList)
		}
		return false
	})
}
