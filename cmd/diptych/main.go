// Command diptych turns Markdown in French and English into a static bilingual site.
package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"diptych/cmd/diptych/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := cli.Run(os.Args[1:], cli.World{
		Context: ctx, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now, Cache: cacheFolder(), Home: home(), Program: program(),
	})
	stop()
	os.Exit(code)
}

// cacheFolder is where the system has programs keep what they can make again, or "" where it has no such place.
func cacheFolder() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "diptych")
}

// program is the file that this program was started from, or "" where the system does not tell.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	return path
}

// home is the user's own folder, or "" where the system knows none.
func home() string {
	folder, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return folder
}
