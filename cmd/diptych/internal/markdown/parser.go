package markdown

import (
	"regexp"
	"slices"
	"sync"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// newParser makes a parser for CommonMark with tables, task lists, struck-out text, footnotes and definition lists, and
// with what else is found in a text. It holds nothing of a body, so that one serves every goroutine.
//
// The numbers are goldmark's own for these extensions: they say which parser looks first where several could take a
// character.
func newParser(inText ...util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(slices.Concat(parser.DefaultBlockParsers(), []util.PrioritizedValue{
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999),
		})...),
		parser.WithInlineParsers(slices.Concat(parser.DefaultInlineParsers(), []util.PrioritizedValue{
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
		}, inText)...),
		parser.WithParagraphTransformers(slices.Concat(parser.DefaultParagraphTransformers(), []util.PrioritizedValue{
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		})...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// bareAddresses finds addresses that stand in the text as they are. It leaves out ftp, to which nothing may link.
func bareAddresses() util.PrioritizedValue {
	return util.Prioritized(extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}),
		extension.WithLinkifyURLRegexp(bareAddress())), 999)
}

// bareAddress is an address as browsers show it: letters with accents stand in hosts and paths as they are.
var bareAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^https?://[-\pL\pN@:%._+~#=]{1,256}\.\pL+(?::\d+)?(?:[/#?][-\pL\pN@:%_+.~#$!?&/=();,'">^{}\[\]` + "`" + `]*)?`)
})
