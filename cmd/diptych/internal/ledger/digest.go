package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"diptych/cmd/diptych/internal/markdown"
)

// digestLength is how many hexadecimal digits of a digest are kept: 48 bits tell the blocks of one page apart.
const digestLength = 12

// Digest gives the digest of what a block says: the first 12 hexadecimal digits of the SHA-256 of its kind, its words as
// they count (see wordsOf), and where its links and images lead, with the alternative texts of the images. The level of a
// heading, an item and a quotation is part of it. Of code every character counts, but for white space at its end.
//
// Emphasis, the language of a passage, the key of a heading, and which words of a text a link stands on are not part of it.
func Digest(b *markdown.Block) string {
	said := append([]byte(nil), KindOf(b)...)
	if b.Kind == markdown.HeadingBlock || b.Kind == markdown.Item || b.Kind == markdown.Quotation {
		said = strconv.AppendInt(said, int64(b.Level), 10)
	}
	said = append(said, 0)
	if b.Kind == markdown.Code {
		said = append(said, b.Text...)
	} else {
		said = append(said, folded(wordsOf(b))...)
	}
	for i := range b.Links {
		said = append(append(said, 0), target(&b.Links[i])...)
	}
	sum := sha256.Sum256(said)
	return hex.EncodeToString(sum[:digestLength/2])
}

// target gives what counts of a link or image beside the words that it stands on.
func target(r *markdown.Reference) string {
	if !r.Image {
		return ">" + r.Destination
	}
	return "!" + r.Destination + "\x00" + folded(wordsOf(&markdown.Block{Text: r.Text}))
}

// kindNames are the kinds of blocks as a lock names them.
var kindNames = [...]string{
	markdown.Paragraph: "paragraph", markdown.HeadingBlock: "heading", markdown.Item: "item",
	markdown.Quotation: "quotation", markdown.Picture: "picture", markdown.Code: "code", markdown.Row: "row",
	markdown.Definition: "definition", markdown.Footnote: "footnote", markdown.FrontMatter: "word",
}

// KindOf names the kind of a block, as a lock does. A value of the front matter goes by its key.
func KindOf(b *markdown.Block) string {
	if b.Kind == markdown.FrontMatter && b.Key != "" {
		return b.Key
	}
	return kindNames[b.Kind]
}
