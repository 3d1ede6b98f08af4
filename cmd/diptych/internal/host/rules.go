package host

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/wording"
)

// MostRules is how many rules Cloudflare Pages reads of _headers. Netlify names no limit.
const MostRules = 100

// mostLine is how many characters of a line Cloudflare Pages reads.
const mostLine = 2000

// fewRules is how many files of a kind are named one by one before a pattern is tried.
const fewRules = 3

// rule is what _headers says of one address, or of those that fit a pattern.
type rule struct {
	pattern string // escaped; one `*` at most, which stands for anything, slashes too
	detach  string // the header that this one is to take the place of; empty if none
	headers []Header
}

// concern is a group of rules that are written all or not at all.
type concern struct {
	about wording.Phrase // what would be missing without them, for the author
	rules []rule
}

// WriteHeaders writes _headers, and tells what is missing in it because Cloudflare would not read it. The error is that of w.
//
// Netlify and Cloudflare both apply all rules that fit an address, in their order. Where two of them set the same header,
// Cloudflare joins the values by a comma, and "! Name" takes the earlier value away first; Netlify passes over that line, which
// has no colon, and lets the later value stand. So a header is set by one rule for each address wherever that can be, and where
// a drawing needs another policy, both lines are there. A host that joins the two policies would enforce both, which shows a
// drawing without its styles, and runs nothing.
//
// Both take `*` anywhere, and for any number of steps; but in Netlify's patterns "/fr/*" stands for "/fr-en/" too, and a dot
// for any character, so that "/*.ics" would be "/en/topics/". The rule for a longer folder therefore comes later, and a pattern
// is written only where it can't mean what it should not.
func (s Site) WriteHeaders(w io.Writer) (missing []wording.Phrase, err error) {
	var rules []rule
	for _, c := range s.concerns() {
		if len(c.rules) <= MostRules && !slices.ContainsFunc(c.rules, rule.isTooLong) {
			if with := joined(rules, c.rules); len(with) <= MostRules {
				rules = with
				continue
			}
		}
		missing = append(missing, c.about)
	}
	text := "# What Netlify and Cloudflare Pages send with each file. Made by diptych: your own is static/_headers.\n"
	for _, r := range rules {
		text += "\n" + r.String()
	}
	_, err = io.WriteString(w, text)
	return missing, err
}

// joined adds rules to others. Of two with the same pattern Cloudflare keeps only the later, so that they become one.
func joined(rules, more []rule) []rule {
	all := slices.Clone(rules)
	for _, r := range more {
		i := slices.IndexFunc(all, func(other rule) bool { return other.pattern == r.pattern })
		if i < 0 {
			all = append(all, r)
			continue
		}
		all[i].headers = slices.Concat(all[i].headers, r.headers)
		all[i].detach += r.detach // one of the two at most has any
	}
	return all
}

// MissingHeaders tells what WriteHeaders leaves out.
func (s Site) MissingHeaders() []wording.Phrase {
	missing, _ := s.WriteHeaders(io.Discard) // which takes everything
	return missing
}

// concerns gives all rules, what matters most first.
func (s Site) concerns() []concern {
	return []concern{
		{"policies and languages", s.general()},
		{"drawings", s.rulesFor(".svg", func(f File) bool { return isDrawing(f.Path) }, rule{
			detach: policyHeader, headers: []Header{{policyHeader, drawingPolicy}},
		})},
		{"feeds", s.rulesFor(feed, func(f File) bool { return typeOf(f.Path) == feedType }, typed(feedType))},
		{"how long browsers keep files", s.lastingRules()},
		{"calendars", s.rulesFor(".ics", func(f File) bool { return typeOf(f.Path) == "text/calendar" }, typed("text/calendar"))},
	}
}

func typed(mediaType string) rule {
	return rule{headers: []Header{{typeHeader, withCharset(mediaType)}}}
}

// general gives the rules that each site has: the policies of all files, and the languages of folders.
func (s Site) general() []rule {
	rules := []rule{{pattern: s.Base + "*", headers: s.Sent(File{})}}
	for _, l := range s.Languages {
		rules = append(rules, rule{pattern: s.Base + l.Folder + "/*", headers: []Header{{languageHeader, l.Tag}}})
	}
	both := []Header{{languageHeader, s.tags()}}
	return append(rules, rule{pattern: s.Base + s.Both + "/*", headers: both},
		rule{pattern: s.address(index), headers: both}, rule{pattern: s.address(notFound("")), headers: both})
}

// rulesFor gives the rules that say something of some files, and of no others. Where that takes many, it tries one for their
// common ending. Folders are no patterns here: what is not found below one is answered by a page.
func (s Site) rulesFor(ending string, member func(File) bool, say rule) []rule {
	var rules []rule
	for _, f := range s.Files {
		if member(f) {
			say.pattern = s.address(f.Path)
			rules = append(rules, say)
		}
	}
	if len(rules) > fewRules && s.onlyThese(ending, member) {
		say.pattern = s.Base + "*" + ending
		return []rule{say}
	}
	return rules
}

// lastingRules gives the rules that let browsers keep files for ever.
func (s Site) lastingRules() []rule {
	var rules []rule
	folders, singles := cover(s.Files, func(f File) bool { return f.Lasting })
	for _, folder := range folders {
		rules = append(rules, rule{pattern: s.address(folder) + "*", headers: []Header{{cacheHeader, forEver}}})
	}
	for _, file := range singles {
		rules = append(rules, rule{pattern: s.address(file), headers: []Header{{cacheHeader, forEver}}})
	}
	return rules
}

// onlyThese tells whether `*` and an ending stand for some files and no others, in the widest sense that a host may give them.
func (s Site) onlyThese(ending string, member func(File) bool) bool {
	bare := strings.TrimPrefix(ending, ".")
	for _, f := range s.Files {
		address := strings.ToLower(strings.TrimSuffix(short(f.Path), "/"))
		if !member(f) && strings.HasSuffix(address, bare) {
			return false
		}
	}
	return true
}

// isTooLong tells whether a line of a rule is longer than Cloudflare reads.
func (r rule) isTooLong() bool {
	for line := range strings.Lines(r.String()) {
		if utf8.RuneCountInString(line) > mostLine {
			return true
		}
	}
	return false
}

// String writes a rule: its address, and below it the headers, indented.
func (r rule) String() string {
	text := strings.ReplaceAll(r.pattern, ":", "%3A") + "\n" // a colon would begin a placeholder
	if r.detach != "" {
		text += "  ! " + r.detach + "\n"
	}
	for _, h := range r.headers {
		text += fmt.Sprintf("  %s: %s\n", h.Name, h.Value)
	}
	return text
}
