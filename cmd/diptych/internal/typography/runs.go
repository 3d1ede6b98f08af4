package typography

import "strings"

// join gives the text of all runs that are read.
func join(runs []Run) string {
	size, last, texts := 0, 0, 0
	for i, run := range runs {
		if run.read() {
			size, last, texts = size+len(run.Text), i, texts+1
		}
	}
	switch texts {
	case 0:
		return ""
	case 1:
		return runs[last].Text
	}
	var all strings.Builder
	all.Grow(size)
	for _, run := range runs {
		if run.read() {
			all.WriteString(run.Text)
		}
	}
	return all.String()
}

// read tells whether the text of a run is seen as it stands.
func (r Run) read() bool { return r.Kind == Text || r.Kind == Literal }

// set tells whether a run is set by any rules.
func (r Run) set() bool { return r.Kind == Text && r.Rules != nil && *r.Rules != (Rules{}) }

// readRuns reads the runs of a block. Runs that are set by the same rules are read as one, so that it doesn't matter
// where they are cut.
func (s *setting) readRuns(runs []Run) {
	s.begin()
	from, to, voice := 0, 0, int32(0)
	for _, run := range runs {
		if run.read() {
			if v := s.voiceOf(run); v != voice && run.Text != "" {
				s.read(from, to, voice)
				from, voice = to, v
			}
			to += len(run.Text)
			continue
		}
		s.read(from, to, voice)
		from = to
		s.add(seenAs(run.Kind), 0, to, to, 0)
	}
	s.read(from, to, voice)
	s.finish()
}

// readText reads a text that is one run.
func (s *setting) readText(rules Rules) {
	s.begin()
	s.read(0, len(s.view), s.voiceOf(Run{Rules: &rules}))
	s.finish()
}

// seenAs tells what a run is whose text is not read.
func seenAs(run Kind) kind {
	if run == Break {
		return edge
	}
	return object
}

// voiceOf gives the voice of a run.
func (s *setting) voiceOf(run Run) int32 {
	if !run.set() {
		return 0
	}
	for i := 1; i < s.spoken; i++ {
		if s.voices[i].rules == *run.Rules {
			return int32(i)
		}
	}
	return s.addVoice(*run.Rules)
}
