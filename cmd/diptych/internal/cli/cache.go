package cli

import (
	"time"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/cache"
)

// unused is how long what costs much to make is kept after its last use.
const unused = 60 * 24 * time.Hour

// addCache adds the flag that says where what costs much to make is kept.
func addCache(command *cobra.Command, folder *string, world World) {
	command.Flags().StringVar(folder, "cache", world.Cache, "the `folder` in which pictures and cards are kept once they are made; '' to keep none")
	command.Flag("cache").DefValue = "" // it is another one on each machine
}

// openCache opens the folder, and removes what nobody has used for long.
func openCache(folder string, world World) cache.Store {
	if folder == "" {
		return cache.None{}
	}
	store := cache.Open(folder, world.Now())
	store.Sweep(unused)
	return store
}
