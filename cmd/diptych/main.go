// Command diptych turns Markdown in French and English into a static bilingual site.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"diptych/cmd/diptych/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := cli.Run(os.Args[1:], cli.World{
		Context: ctx, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now,
	})
	stop()
	os.Exit(code)
}
