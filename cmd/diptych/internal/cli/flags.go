package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

// siteFlags are the flags that all commands about a site have in common: which one, and on which day.
type siteFlags struct{ source, date string }

// add adds the flags to a command, to which day is what date gives.
func (f *siteFlags) add(command *cobra.Command, day string) {
	flags := command.Flags()
	flags.StringVar(&f.source, "source", ".", "the site's `folder`, or any folder below it")
	flags.StringVar(&f.date, "date", "", day+", yyyy-mm-dd (default: SOURCE_DATE_EPOCH, else today in UTC)")
}

// read reads the tree of the site, and gives its root folder.
func (f *siteFlags) read() (root string, tree *source.Tree, err error) {
	if root, err = findRoot(f.source); err == nil {
		tree, err = source.Read(root)
	}
	return root, tree, err
}

// buildDay fixes the build day: the flag, else SOURCE_DATE_EPOCH in seconds (reproducible-builds.org), else today in
// UTC. The error is about the flag or the variable.
func buildDay(flag string, world World) (civil.Date, error) {
	if flag != "" {
		day, err := civil.ParseDate(flag)
		if err != nil {
			return day, fmt.Errorf("--date: %w", err)
		}
		return day, nil
	}
	epoch := world.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return civil.DateOf(world.Now().UTC()), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return civil.Date{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q, and not a number of seconds", epoch)
	}
	return civil.DateOf(time.Unix(seconds, 0).UTC()), nil
}

// findRoot gives the site that a folder is in: the folder itself, or the nearest above it that has a config.toml.
func findRoot(folder string) (string, error) {
	start, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(start); err != nil || !info.IsDir() {
		return "", fmt.Errorf("there is no folder %q", folder)
	}
	for root := start; ; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, source.ConfigFile)); err == nil {
			return root, nil
		}
		if root == filepath.Dir(root) {
			return "", errors.New("no site here: neither " + strconv.Quote(folder) + " nor a folder above it has a " + source.ConfigFile)
		}
	}
}
