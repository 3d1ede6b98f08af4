package cli

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"runtime/debug"
)

// maker names the build of the tool, so that outputs which it made are known again: the same maker makes the same of the same
// source. A release is named by its commit, and so alike on every system; any other build by what the linker has called it, which
// follows from all that is in it. "" where neither is known.
func maker(program string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	set := map[string]string{}
	for _, setting := range info.Settings {
		set[setting.Key] = setting.Value
	}
	if commit := set["vcs.revision"]; commit != "" && set["vcs.modified"] == "false" {
		return version + " " + info.GoVersion + " " + commit
	}
	return buildID(program)
}

// headBytes is the length in bytes of that part of a program in which its build ID stands (as in cmd/internal/buildid).
const headBytes = 64 << 10

// buildID gives what the linker has called a program, or "".
func buildID(program string) string {
	file, err := os.Open(program)
	if err != nil {
		return ""
	}
	defer file.Close()
	head, err := io.ReadAll(io.LimitReader(file, headBytes))
	if err != nil {
		return ""
	}
	return buildIDIn(head)
}

// buildIDIn finds a build ID at the head of a program: in ELF it is a note of Go's of type 4 (elf(5)); elsewhere it stands before
// the code, in quotes.
func buildIDIn(head []byte) string {
	if _, after, found := bytes.Cut(head, []byte("\xff Go build ID: \"")); found {
		id, _, _ := bytes.Cut(after, []byte("\"\n \xff"))
		return string(id)
	}
	before, after, found := bytes.Cut(head, []byte("\x04\x00\x00\x00Go\x00\x00"))
	if !found || len(before) < 4 {
		return ""
	}
	length := uint64(binary.LittleEndian.Uint32(before[len(before)-4:]))
	if length > uint64(len(after)) {
		return ""
	}
	return string(after[:length])
}
