package cli

import (
	"fmt"
	"io"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// annotate writes findings as workflow commands, which GitHub shows beside the lines of a pull request ("Workflow commands
// for GitHub Actions": properties escape : and , beside what texts escape).
func annotate(out io.Writer, findings []source.Problem) {
	for _, f := range findings {
		text := f.Message.English
		if !f.Peer.IsZero() {
			text += " (" + f.Peer.String() + ")"
		}
		if !f.Hint.IsZero() {
			text += "\n" + f.Hint.English
		}
		fmt.Fprintf(out, "::%s %stitle=%s::%s\n", annotation(f.Severity), location(f), inProperty.Replace(f.Rule), inText.Replace(text))
	}
}

var (
	inText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func annotation(severity source.Severity) string {
	if severity == source.Info {
		return "notice"
	}
	return string(severity)
}

func location(f source.Problem) string {
	if f.Pos.File == "" {
		return ""
	}
	where := "file=" + inProperty.Replace(f.Pos.File) + ","
	if f.Pos.Line > 0 {
		where += fmt.Sprintf("line=%d,", f.Pos.Line)
	}
	if f.Pos.Column > 0 {
		where += fmt.Sprintf("col=%d,", f.Pos.Column)
		if f.Size > 0 {
			where += fmt.Sprintf("endColumn=%d,", f.Pos.Column+f.Size)
		}
	}
	return where
}
