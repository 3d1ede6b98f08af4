package main

import (
	"compress/gzip"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"diptych/cmd/diptych/internal/host"
)

// contentTypes are the types of what a site is made of. The standard library would ask the machine, which may not know
// them all.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif",
	".ico": "image/x-icon", ".woff2": "font/woff2", ".pdf": "application/pdf", ".json": "application/json",
	".webmanifest": "application/manifest+json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
	".ics": "text/calendar; charset=utf-8",
}

// packed are the types that a host sends packed; the others are packed by themselves.
func packed(contentType string) bool {
	return strings.HasPrefix(contentType, "text/") || strings.HasSuffix(contentType, "xml") || strings.HasSuffix(contentType, "json")
}

// hosted serves a published folder as a good host does: packed, with the headers that the tool asks for, and with its own
// page for what is not found.
func hosted(files fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, status := strings.TrimPrefix(r.URL.Path, "/"), http.StatusOK
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			name, status = "404.html", http.StatusNotFound
			body, _ = fs.ReadFile(files, name) // a folder without that page has nothing to say
		}
		for _, header := range host.Headers(name) {
			w.Header().Set(header.Name, header.Value)
		}
		send(w, status, contentTypes[path.Ext(name)], body)
	})
}

func send(w http.ResponseWriter, status int, contentType string, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Cache-Control", "max-age=600")
	if !packed(contentType) {
		w.Header().Set("Content-Length", fmt.Sprint(len(body)))
		w.WriteHeader(status)
		w.Write(body) // a browser that went away needs no answer
		return
	}
	w.Header().Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	packer := gzip.NewWriter(w)
	defer packer.Close()
	packer.Write(body)
}
