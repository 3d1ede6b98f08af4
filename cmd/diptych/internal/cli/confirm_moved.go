package cli

import (
	"fmt"
	"os"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/save"
)

// moveLock gives the lock of a page to the page that it became when its key was changed.
func (d *desk) moveLock(root *os.Root, from, to string, print *printer) error {
	if pair, found := d.model().Source(keyOf(from)); found {
		return fmt.Errorf("the page %q is still there: nothing was moved", pair.Key)
	}
	page, err := d.find(to)
	if err != nil {
		return err
	}
	key, text, err := d.orphan(keyOf(from))
	if err != nil {
		return err
	}
	old, path := ledger.File(key), ledger.File(page.Key)
	switch there, found := d.tree.File(path); {
	case !found:
		err = save.Move(root, old, path, ledger.Folder)
	case there.Text() != text:
		return fmt.Errorf("the page %q was confirmed in another way: compare %s with %s, and remove one of them", page.Key, path, old)
	default:
		err = root.Remove(old)
	}
	if err == nil {
		fmt.Fprintf(print.world.Stdout, "%s is now %s\n", old, path)
	}
	return err
}

// orphan finds the lock of a page that is no longer there, by its key or that of its folder.
func (d *desk) orphan(name string) (key, text string, err error) {
	for _, key := range []string{name, name + "/index"} {
		if file, found := d.tree.File(ledger.File(key)); found {
			return key, file.Text(), nil
		}
	}
	return "", "", fmt.Errorf("nothing was ever confirmed of %q: there is no %s", name, ledger.File(name))
}
