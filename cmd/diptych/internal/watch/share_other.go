//go:build !linux

package watch

// shareOf names the kind of shared file system that a folder lies on. Only Linux is asked; elsewhere the slow look is
// there all the same, and only the notice is missing.
func shareOf(string) string { return "" }
