package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/wording"
)

// spoken is what the tool's code says: each constant wording.Phrase, by its text, with the place of one of its uses.
type spoken struct {
	phrases map[wording.Phrase]token.Position
	calls   []saying         // the calls that fill a constant phrase in
	made    []token.Position // where a phrase is made of what is no constant
}

// saying is the call of a function such as wording.Sprintf: a phrase and then what fills it in.
type saying struct {
	at     token.Position
	phrase wording.Phrase
	values []types.TypeAndValue
}

// listed is what `go list` tells of a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// readSpoken type-checks the tool's own packages, against the export data of what they import.
func readSpoken(t *testing.T) *spoken {
	t.Helper()
	packages := listPackages(t)
	files := token.NewFileSet()
	imports := importer.ForCompiler(files, "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(packages[path].Export)
	})
	said := &spoken{phrases: map[wording.Phrase]token.Position{}}
	for _, path := range slices.Sorted(maps.Keys(packages)) {
		if path+"/" == ours+"wording/" || !strings.HasPrefix(path+"/", strings.TrimSuffix(ours, "internal/")) {
			continue // wording reads phrases from french.txt
		}
		info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
		parsed := parsePackage(t, files, packages[path])
		config := types.Config{Importer: imports}
		if _, err := config.Check(path, files, parsed, info); err != nil {
			t.Fatal(err)
		}
		for _, file := range parsed {
			ast.Inspect(file, func(node ast.Node) bool { return said.visit(files, info, node) })
		}
	}
	return said
}

func listPackages(t *testing.T) map[string]listed {
	t.Helper()
	command := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles", "./...")
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := map[string]listed{}
	for decoder := json.NewDecoder(strings.NewReader(string(output))); ; {
		var one listed
		if err := decoder.Decode(&one); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages[one.ImportPath] = one
	}
}

func parsePackage(t *testing.T, files *token.FileSet, pkg listed) []*ast.File {
	t.Helper()
	parsed := make([]*ast.File, len(pkg.GoFiles))
	for i, name := range pkg.GoFiles {
		file, err := parser.ParseFile(files, filepath.Join(pkg.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		parsed[i] = file
	}
	return parsed
}

// visit notes what a node says, and tells whether its children are to be visited: those of a constant are its parts.
func (s *spoken) visit(files *token.FileSet, info *types.Info, node ast.Node) bool {
	expr, ok := node.(ast.Expr)
	if !ok {
		return true
	}
	at, value := files.Position(expr.Pos()), info.Types[expr]
	if value.IsValue() && isPhrase(value.Type) {
		if value.Value != nil {
			s.phrases[text(value)] = at
			return false
		}
		if makes(info, expr) {
			s.made = append(s.made, at)
		}
	}
	if call, ok := expr.(*ast.CallExpr); ok {
		s.call(info, at, call)
	}
	return true
}

// makes tells whether an expression makes a phrase of something else: by conversion, or by joining two.
func makes(info *types.Info, expr ast.Expr) bool {
	switch expr := expr.(type) {
	case *ast.BinaryExpr:
		return true
	case *ast.CallExpr:
		return info.Types[expr.Fun].IsType()
	}
	return false
}

// call notes a call whose last two parameters are a phrase and what fills it in, if the phrase is constant.
func (s *spoken) call(info *types.Info, at token.Position, call *ast.CallExpr) {
	signature, ok := info.Types[call.Fun].Type.(*types.Signature)
	if !ok || !signature.Variadic() || call.Ellipsis.IsValid() {
		return
	}
	last := signature.Params().Len() - 1
	if last == 0 || !isPhrase(signature.Params().At(last-1).Type()) {
		return
	}
	phrase := info.Types[call.Args[last-1]]
	if phrase.Value == nil {
		return
	}
	filled := saying{at: at, phrase: text(phrase)}
	for _, arg := range call.Args[last:] {
		filled.values = append(filled.values, info.Types[arg])
	}
	s.calls = append(s.calls, filled)
}

func text(value types.TypeAndValue) wording.Phrase {
	return wording.Phrase(constant.StringVal(value.Value))
}

func isPhrase(typ types.Type) bool {
	named, ok := types.Unalias(typ).(*types.Named)
	return ok && named.Obj().Name() == "Phrase" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == ours+"wording"
}
