// Package source reads a site's folder into an immutable Tree, and holds the words in which every later room speaks of
// it: places, problems, and the two languages.
//
// It is the only package that reads the disk. Everything is opened through an [os.Root], so that no link leads out of
// the site's folder, and only regular files are read, so that a pipe or a device can't hold up a build.
package source
