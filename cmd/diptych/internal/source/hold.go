package source

import (
	"bytes"
	"crypto/sha256"
)

// Text gives the text in UTF-8 with LF line ends and no byte order mark; "" for files below static. One that was let go of is read
// again, and is "" if the file was changed meanwhile.
func (f *File) Text() string {
	text, _ := f.Read()
	return text
}

// Read gives the text. It is not ok if the text was let go of, and the file is no longer as it was.
func (f *File) Read() (text string, ok bool) {
	if held := f.text.Load(); held != nil {
		return *held, true
	}
	if !isText(f.Path) {
		return "", true
	}
	return f.readAgain()
}

func (f *File) readAgain() (text string, ok bool) {
	opened, size, err := open(f.root, f.disk)
	if err != nil {
		return "", false
	}
	defer opened.Close()
	buffer := texts.Get().(*bytes.Buffer)
	defer texts.Put(buffer)
	if fill(buffer, opened, size) != nil || sha256.Sum256(buffer.Bytes()) != f.Digest {
		return "", false
	}
	text, _ = normalise(f.Path, buffer.Bytes()) // what is wrong with it has been told
	return text, true
}

// LetGo lets go of the text, if it can be read again.
func (f *File) LetGo() {
	if f.root != nil {
		f.text.Store(nil)
	}
}
