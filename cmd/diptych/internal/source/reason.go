package source

import (
	"errors"
	"io/fs"

	"diptych/cmd/diptych/internal/wording"
)

// Reason says why a file can't be read, without its path: in both languages what systems say most, in the system's own
// words what is rare. An error of our own says itself.
func Reason(err error) wording.Sentence {
	var said wording.Error
	if errors.As(err, &said) {
		return said.Sentence
	}
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err
	}
	return wording.Recognise(err.Error(),
		"permission denied", "no such file or directory", "file does not exist", "is a directory", "not a directory",
		"file name too long", "too many levels of symbolic links", "too many open files", "input/output error",
		"no space left on device", "file too large", "read-only file system", "device or resource busy",
		"path escapes from parent") // the last is that of [os.Root]
}
