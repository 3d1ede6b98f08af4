package layout

import (
	"text/template/parse"

	"diptych/cmd/diptych/internal/site"
)

// scope is what is known where a node stands: of the dot, of variables, and what must stand around the node for it to run by
// itself.
type scope struct {
	dot       site.Share
	variables *known
	assigned  map[string]bool // the variables to which the template gives another value somewhere
	looping   bool
	around    func(nodes []parse.Node) []parse.Node
}

// known is what is known of a variable, and of those before it.
type known struct {
	name   string
	share  site.Share
	before *known
}

// scopeOf gives the scope in which a template begins.
func scopeOf(tree *parse.Tree, dot site.Share) scope {
	s := scope{assigned: map[string]bool{}, around: func(nodes []parse.Node) []parse.Node { return nodes }}
	walkPipes(tree.Root, func(pipe *parse.PipeNode) {
		for _, variable := range pipe.Decl {
			if pipe.IsAssign {
				s.assigned[variable.Ident[0]] = true
			}
		}
	})
	return s.at(dot).declare("$", dot)
}

func (s scope) at(dot site.Share) scope {
	s.dot = dot
	return s
}

func (s scope) declare(name string, share site.Share) scope {
	s.variables = &known{name, share, s.variables}
	return s
}

// declared is the scope behind a pipeline which stands in a node that does not run with what comes behind it: nothing is known
// of its variables.
func (s scope) declared(pipe *parse.PipeNode) scope {
	if pipe != nil {
		for _, variable := range pipe.Decl {
			s = s.declare(variable.Ident[0], site.Own)
		}
	}
	return s
}

// with is the scope inside a {{with}}.
func (s scope) with(pipe *parse.PipeNode) scope {
	share, around := s.pipe(pipe), s.around
	if share == site.Own {
		return s.declared(pipe).at(site.Own)
	}
	s.around = func(nodes []parse.Node) []parse.Node {
		return around([]parse.Node{&parse.WithNode{BranchNode: parse.BranchNode{
			NodeType: parse.NodeWith, Pos: pipe.Pos, Pipe: pipe, List: listOf(nodes...),
		}}})
	}
	return s.names(pipe, share).at(share)
}

// after is the scope behind a node of a list.
func (s scope) after(node parse.Node) scope {
	switch node := node.(type) {
	case *parse.TemplateNode:
		return s.declared(node.Pipe)
	case *parse.ActionNode:
		share, around := s.pipe(node.Pipe), s.around
		if share == site.Own || len(node.Pipe.Decl) == 0 {
			return s.declared(node.Pipe)
		}
		s.around = func(nodes []parse.Node) []parse.Node { return around(append([]parse.Node{node}, nodes...)) }
		return s.names(node.Pipe, share)
	}
	return s
}

// names declares the variables of a pipeline.
func (s scope) names(pipe *parse.PipeNode, share site.Share) scope {
	for _, variable := range pipe.Decl {
		s = s.declare(variable.Ident[0], share)
	}
	return s
}

// wrap gives what runs a node alone as it would run where it stands.
func (s scope) wrap(node parse.Node) []parse.Node { return s.around([]parse.Node{node}) }

// isConstant tells whether a node writes the same on all pages, or fails on all of them. A loop inside a loop is never
// constant, since it might take long, nor is one over a number.
func (s scope) isConstant(node parse.Node) bool {
	switch node := node.(type) {
	case *parse.TextNode:
		return true
	case *parse.ActionNode:
		return len(node.Pipe.Decl) == 0 && s.pipe(node.Pipe) == site.Equal
	case *parse.IfNode:
		return s.pipe(node.Pipe) > site.AllOrNone && s.areConstant(node.List, node.Pipe, s.dot) && s.areConstant(node.ElseList, node.Pipe, s.dot)
	case *parse.WithNode:
		share := s.pipe(node.Pipe)
		return share > site.AllOrNone && s.areConstant(node.List, node.Pipe, share) && s.areConstant(node.ElseList, node.Pipe, s.dot)
	case *parse.RangeNode:
		if s.looping || !isPath(node.Pipe) || s.pipe(node.Pipe) != site.Equal {
			return false
		}
		s.looping = true
		return s.areConstant(node.List, node.Pipe, site.Equal) && s.areConstant(node.ElseList, node.Pipe, s.dot)
	}
	return false
}

// areConstant tells whether all nodes of the inside of a branch with a pipeline are constant, or declare what is known.
func (s scope) areConstant(list *parse.ListNode, pipe *parse.PipeNode, dot site.Share) bool {
	if list == nil {
		return true
	}
	s = s.names(pipe, s.pipe(pipe)).at(dot)
	for _, node := range list.Nodes {
		action, isAction := node.(*parse.ActionNode)
		declares := isAction && len(action.Pipe.Decl) > 0 && !action.Pipe.IsAssign && s.pipe(action.Pipe) > site.AllOrNone
		if !declares && !s.isConstant(node) {
			return false
		}
		s = s.after(node)
	}
	return true
}

// isPath tells whether a pipeline is no more than names behind a dot or a variable.
func isPath(pipe *parse.PipeNode) bool {
	if len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 1 {
		return false
	}
	switch pipe.Cmds[0].Args[0].(type) {
	case *parse.FieldNode, *parse.VariableNode:
		return true
	}
	return false
}

// pipe tells what the value of a pipeline is to the pages.
func (s scope) pipe(pipe *parse.PipeNode) site.Share {
	share := site.Own
	if pipe == nil || pipe.IsAssign {
		return site.Own
	}
	for i, command := range pipe.Cmds {
		share = s.command(command.Args, i > 0, share)
	}
	return share
}

// command tells it of one command, which may be given the value of the one before.
func (s scope) command(args []parse.Node, isPiped bool, piped site.Share) site.Share {
	if function, isFunction := args[0].(*parse.IdentifierNode); isFunction && function.Ident == "index" && !isPiped &&
		len(args) == 3 && s.operand(args[1]) == site.TheHalves && s.operand(args[2]) == site.Equal {
		return site.TheHalf
	}
	for _, arg := range args[1:] {
		if s.operand(arg) != site.Equal {
			return site.Own
		}
	}
	share := s.operand(args[0])
	if isGiven := isPiped || len(args) > 1; isGiven && (share != site.Equal || isPiped && piped != site.Equal) {
		return site.Own
	}
	return share
}

// operand tells it of an operand. All functions give the same for the same.
func (s scope) operand(node parse.Node) site.Share {
	switch node := node.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return members(s.dot, node.Ident)
	case *parse.VariableNode:
		return members(s.variable(node.Ident[0]), node.Ident[1:])
	case *parse.ChainNode:
		return members(s.operand(node.Node), node.Field)
	case *parse.PipeNode:
		return s.pipe(node)
	case *parse.IdentifierNode, *parse.StringNode, *parse.NumberNode, *parse.BoolNode, *parse.NilNode:
		return site.Equal
	}
	return site.Own
}

func members(share site.Share, names []string) site.Share {
	for _, name := range names {
		share = share.Member(name)
	}
	return share
}

func (s scope) variable(name string) site.Share {
	if s.assigned[name] {
		return site.Own
	}
	for v := s.variables; v != nil; v = v.before {
		if v.name == name {
			return v.share
		}
	}
	return site.Own
}
