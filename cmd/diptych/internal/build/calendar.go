package build

import (
	"diptych/cmd/diptych/internal/calendar"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// addMeeting claims the path of the calendar that has a page's meeting alone.
func (c *collector) addMeeting(page *site.Page) {
	if page.Meeting() == nil || c.model.Config.BaseURL.IsFolder() {
		return
	}
	key, lang := page.Key, page.Lang
	path := site.EventPath(page)
	free := c.add(path, page.Facts.Pos("event"), func(s *Site, to *sheet) error {
		return calendar.Write(to, s.model.CalendarOf(s.page(key, lang)))
	})
	if free {
		c.mark(path, small)
	}
}

// addCalendar claims the path of a language's calendar.
func (c *collector) addCalendar(lang source.Lang, from source.Pos) {
	c.add(site.CalendarPath(lang), from, func(s *Site, to *sheet) error {
		return calendar.Write(to, s.model.Calendar(lang))
	})
}
