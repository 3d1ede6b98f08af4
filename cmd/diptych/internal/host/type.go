package host

import (
	"path"
	"slices"
	"strings"
)

// feed is the name of a language's Atom feed. By its ending it is any XML, which readers of feeds do not take for one.
const feed = "feed.xml"

// types are the media types of endings that some servers do not know, or know by an old name: Debian's nginx lacks most of
// them. Of those with words in them the charset is said too. The sources: RFC 9239 (scripts), RFC 5545 (calendars), W3C Web
// Application Manifest, RFC 8081 (fonts), IANA's registry.
var types = []struct{ ending, name string }{
	{".avif", "image/avif"},
	{".csv", "text/csv"},
	{".ics", "text/calendar"},
	{".js", "text/javascript"},
	{".md", "text/markdown"},
	{".mjs", "text/javascript"},
	{".otf", "font/otf"},
	{".ttf", "font/ttf"},
	{".vtt", "text/vtt"},
	{".wasm", "application/wasm"},
	{".webmanifest", "application/manifest+json"},
	{".webp", "image/webp"},
	{".woff", "font/woff"},
	{".woff2", "font/woff2"},
}

// feedType is the media type of feeds (RFC 4287, 7).
const feedType = "application/atom+xml"

// typeOf gives the media type of an output that servers are told of; empty where they know it.
func typeOf(output string) string {
	if path.Base(output) == feed {
		return feedType
	}
	for _, t := range types {
		if t.ending == path.Ext(output) {
			return t.name
		}
	}
	return ""
}

// withCharset adds the charset to a media type whose files are words. JSON has none: it is UTF-8 always (RFC 8259, 8.1).
func withCharset(mediaType string) string {
	if strings.HasPrefix(mediaType, "text/") || strings.HasSuffix(mediaType, "+xml") {
		return mediaType + "; charset=utf-8"
	}
	return mediaType
}

// textEndings are those of files with words in them, for which servers are to say the charset.
var textEndings = [...]string{".css", ".csv", ".htm", ".html", ".ics", ".js", ".md", ".mjs", ".svg", ".txt", ".vtt", ".xml"}

// packedEndings are those of files that become much smaller when they are packed. Fonts and pictures are packed already.
var packedEndings = [...]string{".css", ".htm", ".html", ".ics", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}

// IsText tells whether an output is one that becomes much smaller when it is packed, by its name.
func IsText(output string) bool {
	return !IsHostFile(output) && slices.Contains(packedEndings[:], strings.ToLower(path.Ext(output)))
}
