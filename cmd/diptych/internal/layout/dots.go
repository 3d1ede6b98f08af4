package layout

import (
	"text/template/parse"

	"diptych/cmd/diptych/internal/site"
)

// dots tells of each template that a layout comes by, as it was before it was escaped, whether its dot is always the view.
func (l *layout) dots() map[string]site.Share {
	d := dots{map[string]*parse.Tree{}, map[string]site.Share{}}
	for _, t := range l.templates.Templates() {
		if t.Tree != nil && t.Tree.Root != nil {
			d.trees[t.Name()] = t.Tree
		}
	}
	d.call(l.entry, site.TheView)
	return d.found
}

type dots struct {
	trees map[string]*parse.Tree
	found map[string]site.Share
}

// call notes that a template is called with some dot. One that was called with the view alone so far is walked once more if
// that is another one.
func (d dots) call(name string, dot site.Share) {
	tree, before, isKnown := d.trees[name], d.found[name], false
	_, isKnown = d.found[name]
	if tree == nil || isKnown && (before == dot || before == site.Own) {
		return
	}
	d.found[name] = dot
	d.list(tree.Root, scopeOf(tree, dot))
}

func (d dots) list(list *parse.ListNode, in scope) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.TemplateNode:
			d.template(node, in)
		case *parse.IfNode:
			d.list(node.List, in.declared(node.Pipe))
			d.list(node.ElseList, in.declared(node.Pipe))
		case *parse.WithNode:
			d.list(node.List, in.with(node.Pipe))
			d.list(node.ElseList, in.declared(node.Pipe))
		case *parse.RangeNode:
			d.list(node.List, in.declared(node.Pipe).at(site.Own))
			d.list(node.ElseList, in.declared(node.Pipe))
		}
		in = in.after(node)
	}
}

func (d dots) template(node *parse.TemplateNode, in scope) {
	dot := site.Own
	if in.pipe(node.Pipe) == site.TheView {
		dot = site.TheView
	}
	d.call(node.Name, dot)
}

// walkPipes looks at all pipelines of a node, also at those inside others.
func walkPipes(node parse.Node, look func(*parse.PipeNode)) {
	switch node := node.(type) {
	case *parse.ListNode:
		if node != nil {
			for _, node := range node.Nodes {
				walkPipes(node, look)
			}
		}
	case *parse.ActionNode:
		walkPipes(node.Pipe, look)
	case *parse.TemplateNode:
		walkPipes(node.Pipe, look)
	case *parse.IfNode:
		walkBranch(&node.BranchNode, look)
	case *parse.WithNode:
		walkBranch(&node.BranchNode, look)
	case *parse.RangeNode:
		walkBranch(&node.BranchNode, look)
	case *parse.ChainNode:
		walkPipes(node.Node, look)
	case *parse.PipeNode:
		if node == nil {
			return
		}
		look(node)
		for _, command := range node.Cmds {
			for _, arg := range command.Args {
				walkPipes(arg, look)
			}
		}
	}
}

func walkBranch(node *parse.BranchNode, look func(*parse.PipeNode)) {
	walkPipes(node.Pipe, look)
	walkPipes(node.List, look)
	walkPipes(node.ElseList, look)
}
