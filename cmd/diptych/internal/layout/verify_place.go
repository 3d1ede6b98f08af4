package layout

import (
	"text/template/parse"

	"diptych/cmd/diptych/internal/source"
)

// place turns an offset in bytes, as the nodes of a tree have it, into a place in the tree's file. Where the file is not
// known, the name that was parsed stands for it.
func (s verifySet) place(tree *parse.Tree, offset parse.Pos) source.Pos {
	file := s.Files[tree.ParseName]
	if file == nil || offset < 0 || int(offset) > len(file.Text()) {
		return source.Pos{File: tree.ParseName}
	}
	return placeOf(file, int(offset))
}

// chainName is one name of a chain such as .Page.Title, and the offset of its dot.
type chainName struct {
	text   string
	offset parse.Pos
}

// chain gives the names of a chain that starts, with its dot, at an offset. No space can stand within a chain.
func chain(offset parse.Pos, idents []string) []chainName {
	names := make([]chainName, len(idents))
	for i, ident := range idents {
		names[i] = chainName{text: ident, offset: offset}
		offset += parse.Pos(len(".") + len(ident))
	}
	return names
}

// start gives the offset at which an operand begins. The parser places a chain at its second part: `.Page.Title` at
// `.Title`, and `$x.Title` there too.
func start(node parse.Node) parse.Pos {
	switch node := node.(type) {
	case *parse.FieldNode:
		if len(node.Ident) > 1 {
			return node.Pos - parse.Pos(len(".")+len(node.Ident[0]))
		}
	case *parse.VariableNode:
		if len(node.Ident) > 1 {
			return node.Pos - parse.Pos(len(node.Ident[0]))
		}
	case *parse.ChainNode:
		return start(node.Node)
	}
	return node.Position()
}
