package cli

import (
	"fmt"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// checked prints what a check found: each finding with the two texts that it is about, then the sum.
func (p *printer) checked(report check.Report, tree *source.Tree) {
	if p.json {
		p.report(report.Findings, map[string]any{"pairs": report.Pairs, "ignored": report.Ignored, "leftOut": append([]wording.Sentence{}, report.LeftOut...)})
		return
	}
	width := p.width()
	var out strings.Builder
	for _, finding := range report.Findings {
		p.head(&out, finding)
		p.texts(&out, finding, tree, width)
		if !finding.Hint.IsZero() {
			fmt.Fprintf(&out, "    %s\n", visible(finding.Hint.English))
		}
	}
	for _, left := range report.LeftOut {
		fmt.Fprintf(&out, "%s\n", left)
	}
	fmt.Fprint(p.world.Stderr, out.String())
	fmt.Fprintln(p.world.Stdout, checkSummary(report))
}

// checkSummary counts what was found.
func checkSummary(report check.Report) string {
	counts := map[source.Severity]int{}
	for _, finding := range report.Findings {
		counts[finding.Severity]++
	}
	sum := "nothing found"
	if len(report.Findings) > 0 {
		sum = count(counts[source.Error], "error") + ", " + count(counts[source.Warning], "warning") + ", " +
			fmt.Sprintf("%d for information", counts[source.Info])
	}
	if report.Ignored > 0 {
		sum += fmt.Sprintf(", %d ignored for a reason", report.Ignored)
	}
	return fmt.Sprintf("Checked %s: %s", count(report.Pairs, "pair"), sum)
}

// The widths of a terminal, in columns: one that is not known, and the least in which two texts fit side by side.
const (
	plainWidth = 100
	besideFrom = 120
)

// width gives the width of the terminal in columns, or one to write to a file with.
func (p *printer) width() int {
	if file, ok := p.world.Stderr.(*os.File); ok && p.terminal {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
			return width
		}
	}
	return plainWidth
}

// texts writes the lines that a finding is about, the part that differs marked: side by side where there is room, else one
// below the other.
func (p *printer) texts(out *strings.Builder, finding source.Problem, tree *source.Tree, width int) {
	if tree.Line(finding.Pos) == "" {
		if !finding.Peer.IsZero() {
			fmt.Fprintf(out, "    see %s\n", finding.Peer)
		}
		return
	}
	name, peer := shortNames(finding.Pos.File, finding.Peer.File)
	if finding.Peer.IsZero() {
		p.stack(out, p.column(tree, name, finding.Pos, finding.Size, width-4))
		return
	}
	if width >= besideFrom {
		half := (width - 4 - 3) / 2
		p.beside(out, p.column(tree, name, finding.Pos, finding.Size, half), p.column(tree, peer, finding.Peer, finding.PeerSize, half), half)
		return
	}
	p.stack(out, p.column(tree, name, finding.Pos, finding.Size, width-4))
	p.stack(out, p.column(tree, peer, finding.Peer, finding.PeerSize, width-4))
}

// column is a line of source as it is shown: its text with the marked part coloured, marks below that part where there are
// no colours, and how many columns the text takes.
type column struct {
	text, marks string
	width       int
}

// column makes the line at a place fit a width, behind the name of its language and its number.
func (p *printer) column(tree *source.Tree, name string, pos source.Pos, size, width int) column {
	head := fmt.Sprintf("%s:%d │ ", name, pos.Line)
	room := max(width-utf8.RuneCountInString(head), 20)
	cut := source.Around(strings.ReplaceAll(visible(tree.Line(pos)), "\t", " "), pos.Column, room/3, room-2)
	runes := []rune(cut.Text)
	from := min(max(pos.Column-1-cut.From, 0), len(runes))
	to := min(from+size, len(runes))
	before, after := "", ""
	if cut.From > 0 {
		before = "…"
	}
	if cut.Cut {
		after = "…"
	}
	c := column{width: utf8.RuneCountInString(head) + len(runes) + utf8.RuneCountInString(before+after)}
	marked := string(runes[from:to])
	if p.colour && marked != "" {
		marked = p.coloured("7", marked)
	} else if marked != "" {
		c.marks = strings.Repeat(" ", utf8.RuneCountInString(head+before)+from) + strings.Repeat("^", to-from)
	}
	c.text = head + before + string(runes[:from]) + marked + string(runes[to:]) + after
	return c
}

// shortNames gives what two files are called beside their lines: the languages of two halves of one page, else their paths.
func shortNames(file, peer string) (name, peerName string) {
	for _, lang := range source.Langs() {
		key, isHalf := strings.CutSuffix(file, "."+string(lang)+".md")
		if isHalf && (peer == "" || peer == key+"."+string(lang.Other())+".md") {
			return string(lang), string(lang.Other())
		}
	}
	return file, peer
}

func (p *printer) stack(out *strings.Builder, c column) {
	fmt.Fprintf(out, "    %s\n", c.text)
	if c.marks != "" {
		fmt.Fprintf(out, "    %s\n", c.marks)
	}
}

func (p *printer) beside(out *strings.Builder, left, right column, half int) {
	gap := strings.Repeat(" ", max(half-left.width, 0)+3)
	fmt.Fprintf(out, "    %s%s%s\n", left.text, gap, right.text)
	if left.marks != "" || right.marks != "" {
		pad := strings.Repeat(" ", max(half+3-utf8.RuneCountInString(left.marks), 0))
		fmt.Fprintf(out, "    %s\n", strings.TrimRight(left.marks+pad+right.marks, " "))
	}
}
