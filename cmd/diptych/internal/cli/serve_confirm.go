package cli

import (
	"os"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/save"
)

// confirmFor gives what records the confirmations of a preview in the locks of the site at a root, as `diptych confirm`
// does, each with the day on which it is made.
func confirmFor(root string, today func() (civil.Date, error)) func(string, *ledger.Comparison, int, bool) (ledger.Lock, error) {
	return func(key string, pair *ledger.Comparison, row int, minor bool) (ledger.Lock, error) {
		day, err := today()
		if err != nil {
			return ledger.Lock{}, err
		}
		what := ledger.Confirmation{Day: day, Minor: minor}
		lock := ledger.Lock{}
		if row < 0 {
			lock = pair.All(what)
		} else {
			lock = pair.One(row, what)
		}
		site, err := os.OpenRoot(root)
		if err != nil {
			return lock, err
		}
		defer site.Close()
		return lock, save.File(site, ledger.File(key), []byte(lock.String()))
	}
}
