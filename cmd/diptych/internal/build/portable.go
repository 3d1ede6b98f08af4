package build

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// fold gives the form in which paths are the same on some system: Windows and Macs take capital and small letters for the
// same, and Macs the two ways to write an accent.
func fold(path string) string { return strings.ToLower(strings.ToUpper(source.Compose(path))) }

// isPortable tells whether a path can stand on every system, so that a site unpacks on Windows, macOS and Linux alike. A
// name that can't is told of once, by the first path that has it.
func (c *collector) isPortable(path string, from source.Pos) bool {
	way := 0
	for step := range strings.SplitSeq(path, "/") {
		way += len(step)
		if why := unportable(step); why != "" {
			if above := fold(path[:way]); !c.refused[above] {
				c.refused[above] = true
				c.report(source.Errorf("name", from, "%q can't be the name of a file or folder on every system: %s", step, why).
					WithHint("rename the file or folder, or give another slug or alias"))
			}
			return false
		}
		way++
	}
	return true
}

// longestStep is the size in bytes that a name may have on most systems.
const longestStep = 255

// unportable says why a name can't stand on every system; "" if it can. The rules are those of Windows
// (Microsoft, "Naming Files, Paths, and Namespaces"), which are the strictest, and the length that Linux allows.
func unportable(name string) wording.Phrase {
	switch {
	case len(name) > longestStep:
		return "it is longer than 255 bytes"
	case strings.ContainsFunc(name, unicode.IsControl):
		return "it has a control character, such as the end of a line"
	case strings.ContainsAny(name, `<>:"\|?*`):
		return "it has a character that no name has on Windows, such as a colon or a question mark"
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "Windows drops a dot or a space at the end"
	case isDevice(name):
		return "Windows keeps it for a device"
	}
	return ""
}

// isDevice tells whether Windows takes a name for a device: these names, whatever ending they have. The digits of its ports
// may be raised too.
func isDevice(name string) bool {
	name, _, _ = strings.Cut(name, ".")
	name = strings.ToUpper(strings.TrimRight(name, " "))
	switch name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, isPort := strings.CutPrefix(name, "COM")
	if !isPort {
		port, isPort = strings.CutPrefix(name, "LPT")
	}
	return isPort && utf8.RuneCountInString(port) == 1 && strings.Contains("123456789¹²³", port)
}
