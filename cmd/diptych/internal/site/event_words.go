package site

import (
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/source"
)

// checkBothPlaces finds a place that one half of a whole pair names, and the other does not.
func (d *draftPair) checkBothPlaces() {
	for _, lang := range source.Langs() {
		half, other := d.half(lang), d.half(lang.Other())
		if half.Words.Place == "" && other.Words.Place != "" && d.joined.Event != nil {
			d.problems = append(d.problems, source.Errorf("event", half.Pos("place"),
				"the page names a `place` in %s, and none in %s", lang.Other().Name(), lang.Name()).
				WithPeer(other.Pos("place")).WithHint("name it in this half too: place = \"…\""))
		}
	}
}

// checkPlace finds a place that belongs to no event, or that one half alone names, and words that depend on an event.
func (d *draftPair) checkPlace() {
	if d.isWhole() && !d.misread {
		d.checkBothPlaces()
	}
	for _, lang := range source.Langs() {
		if half := d.half(lang); half != nil && half.Words.Place != "" && d.joined.Event == nil && !d.misread {
			d.problems = append(d.problems, source.Errorf("event", half.Pos("place"), "the page has a `place` and no event").
				WithHint("state the event's dates under [event], or remove the place"))
		}
	}
	if d.joined.Event == nil && !d.misread {
		d.checkStages()
	}
}

// checkStages finds what is to be told around an event, where there is none.
func (d *draftPair) checkStages() {
	for _, lang := range source.Langs() {
		for _, key := range content.Stages() {
			if half := d.half(lang); half != nil && half.Has(key) {
				d.problems = append(d.problems, source.Errorf("event", half.Pos(key), "the page has a text `%s`, and no event", key).
					WithHint("state the event's dates under [event], or remove the sentence"))
			}
		}
	}
}
