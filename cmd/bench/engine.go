package main

import (
	"context"
	"os/exec"
)

// The names of the racers, as the tables have them.
const (
	diptychName = "Diptych"
	hugoName    = "Hugo"
)

const loopback = "127.0.0.1"

// engine is a racer: a program that shows one site while it is edited.
type engine struct {
	name    string
	root    string // the folder of its site
	page    string // the address of the page that is waited for at the start
	ready   string // what the page says once it is there
	events  string // the address of the event stream; empty if it is not listened to
	command func(ctx context.Context, port string) *exec.Cmd
	edits   []edit
}

// middle is the pair whose page is asked for and whose text is edited.
func middle(pairs int) int { return (pairs + 1) / 2 }
