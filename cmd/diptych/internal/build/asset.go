package build

import (
	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/gallery"
)

// copyAsset writes a file below static as it is published: as it is, unless its bytes, and not its name, say that it is a
// picture which may tell of its maker.
func copyAsset(a asset.Asset) writeFunc {
	return func(s *Site, to *sheet) error {
		kind, err := s.model.Assets.Kind(a)
		switch {
		case err != nil:
			return err
		case gallery.MayTell(kind.MIME):
			return to.took(s.model.Pictures.WriteClean(to, a.File()))
		default:
			return to.took(a.Publish(to))
		}
	}
}
