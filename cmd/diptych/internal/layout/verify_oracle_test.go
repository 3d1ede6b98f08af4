package layout

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// The oracle of the verifier is html/template itself: one action that runs must fail exactly if a problem is told.

// TestEachWrongActionFails runs the actions of the wrong templates one by one, so that the first doesn't hide the others.
func TestEachWrongActionFails(t *testing.T) {
	for name, test := range wrong {
		if test.runs || strings.Contains(test.text, "{{end}}") {
			continue
		}
		for action := range strings.SplitAfterSeq(test.text, "}}") {
			if !strings.Contains(action, "$") {
				t.Run(name+action, func(t *testing.T) { compareWithRun(t, action) })
			}
		}
	}
}

// TestRandomActionsAgreeWithTheirRun builds actions of all that the sample has, right and wrong.
func TestRandomActionsAgreeWithTheirRun(t *testing.T) {
	random := rand.New(rand.NewPCG(2023, 12))
	accepted, refused := 0, 0
	for range 6000 {
		switch action := "{{" + randomPipe(random, 2) + "}}"; {
		case !parses(action):
		case compareWithRun(t, action):
			accepted++
		default:
			refused++
		}
	}
	if accepted < 500 || refused < 500 {
		t.Errorf("%d accepted, %d refused: too few to say anything", accepted, refused)
	}
}

// compareWithRun tells whether a template is accepted, having compared that with its run.
func compareWithRun(t *testing.T, text string) bool {
	t.Helper()
	root, set := parseSample(t, map[string]string{"page.html": text})
	set.Constants = nil
	problems := verify(set)
	err := execute(root)
	chooses := strings.Contains(text, "and ") || strings.Contains(text, "or ") // some arguments of theirs don't run
	switch accepted := !source.HasErrors(problems); {
	case accepted && err != nil && !ofValue(err) && !chooses:
		t.Errorf("accepted, but does not run: %s\n%v", text, err)
	case !accepted && err == nil && !chooses && !onlyUnequal(problems):
		t.Errorf("refused, but runs: %s\n%s", text, strings.Join(told(problems), "\n"))
	}
	return !source.HasErrors(problems)
}

// onlyUnequal tells whether eq alone is at fault, which stops at the first argument that is equal.
func onlyUnequal(problems []source.Problem) bool {
	return !slices.ContainsFunc(problems, func(p source.Problem) bool { return !strings.HasPrefix(p.Message.English, "`eq` can't compare") })
}

// ofValue tells whether an error depends on a value and not on its type.
func ofValue(err error) bool {
	for _, part := range []string{"out of range", "invalid slice index", "no path", "map has no entry", "negative Repeat", "nil pointer dereference"} {
		if strings.Contains(err.Error(), part) {
			return true
		}
	}
	return false
}

func parses(action string) bool {
	_, err := parseTree("page.html", action)
	return err == nil
}

func randomPipe(random *rand.Rand, depth int) string {
	text := randomCommand(random, depth)
	for random.IntN(3) == 0 {
		text += " | " + randomCommand(random, depth)
	}
	return text
}

func randomCommand(random *rand.Rand, depth int) string {
	words := []string{
		"upper", "times", "named", "float", "yes", "dict", "asset", "and", "or", "not", "eq", "ne", "lt", "ge", "len", "len",
		"index", "index", "slice", "call", "call .Join", "print", "printf", ".T", ".Find", ".Half", ".Other.At", ".Other.Is", ".Other.Same",
		".Title", "$.Other.String", ".Children",
	}
	if random.IntN(4) == 0 {
		return randomOperand(random, depth)
	}
	text := words[random.IntN(len(words))]
	for range random.IntN(3) {
		text += " " + randomOperand(random, depth)
	}
	return text
}

func randomOperand(random *rand.Rand, depth int) string {
	words := []string{
		".", "$", ".Title", ".Body", ".Draft", ".Weight", ".Count", ".Ratio", ".Lang", ".Other", ".Other.Label", ".City", ".Year",
		".Menu", ".Pairs", ".Fixed", ".Texts", ".Links", ".ByLang", ".ByNumber", ".Links.home", ".Join", ".Children", ".Two", ".Bad",
		`"a"`, `"home"`, `"fr"`, "0", "1", "1.5", "true", "nil", "'x'", "2i", "not", "asset",
	}
	if depth == 0 || random.IntN(4) > 0 {
		return words[random.IntN(len(words))]
	}
	chains := []string{"", "", ".Label", ".Children", ".String", ".Bad", ".Children.Label", ".home", ".home.Address"}
	return "(" + randomPipe(random, depth-1) + ")" + chains[random.IntN(len(chains))]
}
