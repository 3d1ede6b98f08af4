package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// fetch gives the file of a package: the one in the folder, else one that its registry's client has put there. Its
// content is the one that was learned from, or there is an error.
func (a archive) fetch(folder string) (string, error) {
	name, err := a.find(folder)
	if err != nil {
		return "", err
	}
	if name == "" {
		if err := a.download(folder); err != nil {
			return "", err
		}
		if name, err = a.find(folder); name == "" || err != nil {
			return "", fmt.Errorf("%s is not there after its download: %v", a.name, err)
		}
	}
	return name, a.verify(name)
}

// find gives the file of a package in the folder, or "" if it is not there.
func (a archive) find(folder string) (string, error) {
	pattern := a.name + "_" + strings.ReplaceAll(a.version, ":", "%3a") + "_*.deb"
	if a.npm {
		pattern = a.name + "-" + a.version + ".tgz"
	}
	found, err := filepath.Glob(filepath.Join(folder, pattern))
	if len(found) == 0 || err != nil {
		return "", err
	}
	return found[0], nil
}

func (a archive) download(folder string) error {
	client := exec.Command("apt-get", "download", "--quiet", a.name+"="+a.version)
	if a.npm {
		client = exec.Command("npm", "pack", "--silent", a.name+"@"+a.version)
	}
	client.Dir = folder
	if said, err := client.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w (has apt-get update been run, and is this Debian 12?)\n%s", client, err, said)
	}
	return nil
}

func (a archive) verify(name string) error {
	content, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != a.sum {
		return fmt.Errorf("%s has the sum %x, not that of the package that was learned from", name, sum)
	}
	return nil
}
