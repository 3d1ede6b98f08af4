package build

import (
	"io"

	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/source"
)

// copyAsset writes a file below static as it is published: as it is, unless its bytes, and not its name, say that it is a
// picture which may tell of its maker.
func copyAsset(a asset.Asset) writeFunc {
	return func(s *Site, w io.Writer) ([]source.Problem, error) {
		kind, err := s.model.Assets.Kind(a)
		switch {
		case err != nil:
			return nil, err
		case gallery.MayTell(kind.MIME):
			return s.model.Pictures.WriteClean(w, a.File())
		default:
			return a.Publish(w)
		}
	}
}
