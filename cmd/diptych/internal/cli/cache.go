package cli

import (
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/cache"
	"diptych/cmd/diptych/internal/source"
)

// unused is how long what costs much to make is kept after its last use.
const unused = 60 * 24 * time.Hour

// addCache adds the flag that says where what costs much to make is kept.
func addCache(command *cobra.Command, folder *string, world World) {
	command.Flags().StringVar(folder, "cache", world.Cache, "the `folder` in which pictures and cards are kept once they are made; '' to keep none")
	command.Flag("cache").DefValue = "" // it is another one on each machine
}

// openCache opens the folder, and removes what nobody has used for long. The error says that it is part of the source of the
// site, whose root is given: what stands there would be published.
func openCache(folder, root string, world World) (cache.Store, error) {
	if folder == "" {
		return cache.None{}, nil
	}
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	for _, room := range source.Folders() {
		way, err := filepath.Rel(filepath.Join(root, room), absolute)
		if err == nil && filepath.IsLocal(way) {
			return nil, fmt.Errorf("the cache %q is part of the site's source; name another folder", folder)
		}
	}
	store := cache.Open(absolute, world.Now())
	store.Sweep(unused)
	return store, nil
}
