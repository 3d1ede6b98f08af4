package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/term"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/publish"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// printer prints results, in words or as JSON. In words, problems go to standard error and the summary to standard
// output; as JSON, the report alone goes to standard output.
type printer struct {
	world    World
	json     bool
	colour   bool // whether standard error is a terminal that may have colours
	terminal bool // whether standard error is a terminal
}

func newPrinter(world World, asJSON bool) *printer {
	p := &printer{world: world, json: asJSON, terminal: isTerminal(world.Stderr)}
	p.colour = p.terminal && world.Getenv("NO_COLOR") == "" && world.Getenv("TERM") != "dumb"
	return p
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// problems prints all problems, each once.
func (p *printer) problems(problems []source.Problem) {
	if p.json {
		p.report(problems, nil)
		return
	}
	var out strings.Builder // written at once, since the preview prints from several places
	for _, problem := range problems {
		p.head(&out, problem)
		if peer := problem.Peer; !peer.IsZero() && !strings.Contains(problem.Message.English, peer.String()) {
			fmt.Fprintf(&out, "    see %s\n", place(peer))
		}
		if !problem.Hint.IsZero() {
			fmt.Fprintf(&out, "    %s\n", visible(problem.Hint.English))
		}
	}
	fmt.Fprint(p.world.Stderr, out.String())
}

// head writes the line of a problem: where, how severe, what, and by which rule.
func (p *printer) head(out *strings.Builder, problem source.Problem) {
	fmt.Fprintf(out, "%s: %s: %s [%s]\n", p.bold(place(problem.Pos)),
		p.severity(problem.Severity), visible(problem.Message.English), problem.Rule)
}

// place prints a place on one line, without what a terminal would obey: the name of a file may have any character.
func place(pos source.Pos) string { return strings.ReplaceAll(visible(pos.String()), "\n", "\ufffd") }

// finding is a problem in the JSON report, and peer the other place that it names.
type (
	finding struct {
		Rule     string           `json:"rule"`
		Severity source.Severity  `json:"severity"`
		File     string           `json:"file"`
		Line     int              `json:"line"`
		Column   int              `json:"column"`
		Length   int              `json:"length,omitempty"`
		Message  wording.Sentence `json:"message"`
		Hint     wording.Sentence `json:"hint,omitzero"`
		Peer     *peer            `json:"peer,omitempty"`
	}
	peer struct {
		File   string `json:"file"`
		Line   int    `json:"line"`
		Column int    `json:"column"`
		Length int    `json:"length,omitempty"`
	}
)

// report prints problems as JSON: {"findings": […]}, lines and columns counted from 1, 0 where there is none, the length of
// what is concerned in runes where it is known, and what is wrong and what to do in both languages: {"en": "…", "fr": "…"}.
// What else is to be told stands beside the findings.
func (p *printer) report(problems []source.Problem, beside map[string]any) {
	findings := make([]finding, len(problems))
	for i, problem := range problems {
		findings[i] = finding{
			Rule: problem.Rule, Severity: problem.Severity, Message: problem.Message, Hint: problem.Hint,
			File: problem.Pos.File, Line: problem.Pos.Line, Column: problem.Pos.Column, Length: problem.Size,
		}
		if !problem.Peer.IsZero() {
			findings[i].Peer = &peer{problem.Peer.File, problem.Peer.Line, problem.Peer.Column, problem.PeerSize}
		}
	}
	encoder := json.NewEncoder(p.world.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	told := map[string]any{"findings": findings}
	maps.Copy(told, beside)
	_ = encoder.Encode(told) // of plain texts and numbers: it can't fail
}

// failure prints an error that is nobody's mistake in the site, after the problems that are, and gives the exit code.
func (p *printer) failure(err error, problems ...source.Problem) int {
	if p.json {
		p.report(append(problems, source.Errorf("failure", source.Pos{}, "%s", told(err))), nil)
		return exitProblems
	}
	p.problems(problems)
	fmt.Fprintf(p.world.Stderr, "diptych: %s\n", visible(told(err).English))
	return exitProblems
}

// refusal says that nothing was published, and why.
func (p *printer) refusal(problems []source.Problem, output string) {
	if p.json {
		return
	}
	errors := 0
	for _, problem := range problems {
		if problem.Severity == source.Error {
			errors++
		}
	}
	fmt.Fprintf(p.world.Stderr, "%s: %s\n", count(errors, "error"), kept(output))
}

// kept says that an output is as it was before the build.
func kept(output string) wording.Sentence {
	if _, err := os.Stat(output); err != nil {
		return wording.Sprintf("nothing was published")
	}
	return wording.Sprintf("%q stays as it was", shown(output))
}

// success sums the build up, and says what an editor should know.
func (p *printer) success(s build.Summary, result publish.Result, output string, took time.Duration) {
	if p.json {
		return
	}
	fmt.Fprintf(p.world.Stdout, "Built %s in 2 languages, %s, in %d ms: %s\n",
		count(s.Pages, "page"), count(s.Files, "file"), took.Milliseconds(), shown(output))
	p.changes(result, output)
	if !s.HasAddress {
		fmt.Fprintln(p.world.Stdout, "Without a base URL the site opens from its folder; integrity, canonical, alternates, sitemap, feeds, calendars and cards are left out.")
	}
	if next := s.Next; !next.IsZero() {
		fmt.Fprintf(p.world.Stdout, "Build again on %s: the site changes by itself on that day.\n", next)
	}
}

// progress shows how far a long build is, on a terminal only, from patience on. The function that it gives ends it.
func (p *printer) progress(done *atomic.Int64, total int, patience time.Duration) (stop func()) {
	if !p.terminal || p.json {
		return func() {}
	}
	ended, closed := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(closed)
		ticker := time.NewTicker(patience)
		defer ticker.Stop()
		for {
			select {
			case <-ended:
				fmt.Fprint(p.world.Stderr, "\r\x1b[K")
				return
			case <-ticker.C:
				fmt.Fprintf(p.world.Stderr, "\r\x1b[K%d of %d files", done.Load(), total)
			}
		}
	}()
	return func() { close(ended); <-closed }
}

func (p *printer) severity(severity source.Severity) string {
	codes := map[source.Severity]string{source.Error: "31", source.Warning: "33", source.Info: "36"}
	return p.coloured(codes[severity], string(severity))
}

func (p *printer) bold(text string) string { return p.coloured("1", text) }

func (p *printer) coloured(code, text string) string {
	if !p.colour {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// shown shortens a path to one relative to the current folder where that is shorter.
func shown(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	if way, err := filepath.Rel(here, path); err == nil && len(way) < len(path) {
		return way
	}
	return path
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
