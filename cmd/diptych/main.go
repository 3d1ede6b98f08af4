// Command diptych turns Markdown in French and English into a static bilingual site.
package main

import (
	"os"
	"time"

	"diptych/cmd/diptych/internal/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], cli.World{
		Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now,
	}))
}
