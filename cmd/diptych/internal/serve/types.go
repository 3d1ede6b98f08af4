package serve

import (
	"path"
	"strings"
)

// contentTypes are the media types of outputs by their endings. The table is ours and never changes: that of the machine
// differs from one to the next.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8",
	".htm":  "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".mjs":  "text/javascript; charset=utf-8",
	".txt":  "text/plain; charset=utf-8",
	".md":   "text/markdown; charset=utf-8",
	".csv":  "text/csv; charset=utf-8",
	".ics":  "text/calendar; charset=utf-8",
	".vtt":  "text/vtt; charset=utf-8",
	".xml":  "application/xml; charset=utf-8",

	".json":        "application/json",
	".map":         "application/json",
	".webmanifest": "application/manifest+json",
	".wasm":        "application/wasm",

	".svg":  "image/svg+xml; charset=utf-8",
	".png":  "image/png",
	".jpg":  "image/jpeg",
	".jpeg": "image/jpeg",
	".gif":  "image/gif",
	".webp": "image/webp",
	".avif": "image/avif",
	".ico":  "image/vnd.microsoft.icon",

	".woff2": "font/woff2",
	".woff":  "font/woff",
	".ttf":   "font/ttf",
	".otf":   "font/otf",

	".mp3":  "audio/mpeg",
	".ogg":  "audio/ogg",
	".mp4":  "video/mp4",
	".webm": "video/webm",

	".pdf":  "application/pdf",
	".zip":  "application/zip",
	".epub": "application/epub+zip",
	".odt":  "application/vnd.oasis.opendocument.text",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// contentType gives the media type of an output.
func contentType(output string) string {
	if known, ok := contentTypes[strings.ToLower(path.Ext(output))]; ok {
		return known
	}
	return "application/octet-stream"
}

// isPage tells whether an output is HTML.
func isPage(output string) bool { return strings.HasPrefix(contentType(output), "text/html") }

// isPartOfPage tells whether an output is a style or a script, without which a page is not what it was.
func isPartOfPage(output string) bool {
	kind := contentType(output)
	return strings.HasPrefix(kind, "text/css") || strings.HasPrefix(kind, "text/javascript")
}
