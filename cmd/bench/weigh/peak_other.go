//go:build !linux

package main

import (
	"errors"
	"os"
	"syscall"
)

// tied is nothing special where programs can't be tied together.
func tied() *syscall.SysProcAttr { return nil }

// peak tells that nothing is known of how this system counts.
func peak(*os.ProcessState) (int64, error) { return 0, errors.New("memory is weighed on Linux only") }
