package serve

import (
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// said are the words of the preview's own pages, by the names that their templates use.
var said = map[string]wording.Phrase{
	"review":   "Review",
	"allPages": "All pages",
	"intro":    "What was confirmed as saying the same in both languages, what has changed since, and what the checks have found",
	"reading":  "The pages are being checked: what is found comes by itself",
	"nothing":  "No page is like that",
	"noPages":  "The site has no pages yet",

	"show":     "Show",
	"all":      "all",
	"toDo":     "to be confirmed",
	"faulty":   "with findings",
	"page":     "Page",
	"state":    "State",
	"findings": "Findings",
	"errors":   "Errors",
	"warnings": "Warnings",
	"infos":    "Notes",
	"day":      "Last confirmed",
	"open":     "Open the page in",
	"draft":    "draft",
	"unknown":  "not checked yet",
	"none":     "none",

	"oneHalf":    "one half",
	"misread":    "Its front matter can’t be read",
	"alone":      "There is one half only: nothing can be compared",
	"apart":      "About the page as a whole",
	"problems":   "What keeps the page from being made",
	"blocks":     "Block by block",
	"onlyToDo":   "only what is to be done",
	"allBlocks":  "all blocks",
	"allDone":    "Nothing is to be done here",
	"hint":       "What to do",
	"confirmOne": "Confirm this block",
	"standAlone": "Confirm that it stands alone",
	"confirmAll": "Confirm the page",
	"minor":      "Minor change",
	"minorWhy":   "The page keeps its day of modification",
	"refused":    "The page can be confirmed once its errors are mended",
	"allSame":    "Nothing has changed since it was confirmed",
	"noAnswer":   "No answer in this half",
	"takenOut":   "Taken out of this half; it began:",
	"sinceDay":   "confirmed on",
	"follows":    "is to follow",
	"shape":      "Changed in its kind, its level or its white space",
	"gone":       "No longer there",
	"image":      "image",
	"noText":     "no text",
	"linksTo":    "leads to",
	"newLink":    "new",
}

// The counts of a pair's blocks that are not as they were confirmed, and of what was taken out of a block.
const (
	wordsOut  wording.Phrase = "words taken out here: %d"
	marksOut  wording.Phrase = "punctuation marks taken out here: %d"
	inFrench  wording.Phrase = "in French: %d"
	inEnglish wording.Phrase = "in English: %d"
	inBoth    wording.Phrase = "in both: %d"
	newBlocks wording.Phrase = "new: %d"
	goneOnes  wording.Phrase = "gone: %d"
)

// kinds names the kinds of blocks, by the names that a lock gives them.
var kinds = map[string]wording.Phrase{
	"paragraph": "paragraph", "heading": "heading", "item": "item", "quotation": "quotation", "picture": "picture",
	"code": "code", "row": "table row", "definition": "definition", "footnote": "footnote", "word": "word",
	"title": "title", "menuTitle": "title in menus", "description": "description", "place": "place",
	"before": "before the event", "during": "during the event", "after": "after the event",
}

var severities = map[source.Severity]wording.Phrase{source.Error: "Error", source.Warning: "Warning", source.Info: "Note"}

// in gives a sentence in a language.
func in(lang source.Lang, s wording.Sentence) string {
	if lang == source.French {
		return s.French
	}
	return s.English
}
