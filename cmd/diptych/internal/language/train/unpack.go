package main

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"strings"
)

// unpack gives the files of a package whose path, without a leading "./", has one of the patterns, by path.
func (a archive) unpack(name string, patterns []string) (map[string][]byte, error) {
	command := exec.Command("dpkg-deb", "--fsys-tarfile", name)
	if a.npm {
		command = exec.Command("gzip", "--decompress", "--stdout", name)
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	found, err := pick(tar.NewReader(stdout), patterns)
	_, drained := io.Copy(io.Discard, stdout)
	if err = errors.Join(err, drained, command.Wait()); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return found, nil
}

// pick reads an archive to its end and keeps what has one of the patterns.
func pick(files *tar.Reader, patterns []string) (map[string][]byte, error) {
	found := map[string][]byte{}
	for {
		header, err := files.Next()
		if err == io.EOF {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		name := strings.TrimPrefix(header.Name, "./")
		if header.Typeflag != tar.TypeReg || !matches(name, patterns) {
			continue
		}
		if found[name], err = io.ReadAll(files); err != nil {
			return nil, err
		}
	}
}

func matches(name string, patterns []string) bool {
	for _, pattern := range patterns {
		if ok, err := path.Match(pattern, name); ok && err == nil {
			return true
		}
	}
	return false
}
