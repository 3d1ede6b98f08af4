package build

import (
	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/media"
	"diptych/cmd/diptych/internal/register"
	"diptych/cmd/diptych/internal/source"
)

// checkDocuments finds what is wrong with the files of documents, and ids that both a page and the site give.
func (c *collector) checkDocuments() {
	shared := map[string]source.Pos{}
	for _, d := range c.model.Config.Documents {
		shared[d.ID] = d.IDPos
		c.checkDocument(d)
	}
	for _, pair := range c.model.Pairs {
		for _, d := range pair.Facts.Documents {
			if first, taken := shared[d.ID]; taken && d.ID != "" {
				c.report(source.Errorf("document", d.IDPos, "a document of the site has the id %q as well", d.ID).
					WithPeer(first).WithHint("give each document an id of its own"))
			}
			c.checkDocument(d)
		}
	}
}

func (c *collector) checkDocument(d register.Document) {
	for _, lang := range source.Langs() {
		edition := d.Editions[lang]
		if !edition.HasFile() {
			continue
		}
		if a, ok := c.model.Assets.Get(edition.File); ok {
			c.checkFile(a, edition.Pos)
			continue
		}
		problem := source.Errorf("document", edition.Pos, "there is no file %q", "static/"+edition.File)
		if near := c.model.Assets.Nearest(edition.File); near != "" {
			c.report(problem.WithHint("did you mean %q?", near))
			continue
		}
		c.report(problem.WithHint("put the file there, or say `request = true` until it is"))
	}
}

// checkFile holds the file of a document, which is named at pos, to what its name says.
func (c *collector) checkFile(a asset.Asset, pos source.Pos) {
	path := a.File().Path
	kind, err := c.model.Assets.Kind(a)
	named, promises := media.ByName(a.Name)
	switch {
	case err != nil:
		c.fleeting = true
		c.report(source.Errorf("unreadable", pos, "%q can't be read: %s", path, source.Reason(err)).
			WithHint("give this user the right to read it"))
	case a.Size == 0:
		c.report(source.Errorf("document", pos, "the file %q is empty", path).
			WithHint("put the document there, or say `request = true` until it is"))
	case promises && kind == media.Type{}:
		c.report(source.Errorf("document", pos, "the file %q is not what its name says, %s", path, named.Label).
			WithHint("open it to see what it is, and put the document itself there"))
	case !kind.Suits(a.Name):
		c.report(source.Errorf("document", pos, "the file %q is %s, and its name says %s", path, kind.Label, named.Label).
			WithHint("put the document itself there, or give the file the ending of its type"))
	case kind == media.Type{}:
		c.report(source.Warnf("document", pos, "the type of the file %q is not known", path).
			WithHint("readers are told its size alone; a format that all can open, such as PDF, serves them better"))
	}
}
