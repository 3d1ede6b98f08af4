package main

import (
	"os"
	"syscall"
)

// tied has a program end with the thread that started it, so that none is left when the bench is stopped.
func tied() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }

// peak gives the most bytes that a process that has ended held at once. Linux counts them in KiB (getrusage(2)).
func peak(state *os.ProcessState) (int64, error) {
	return int64(state.SysUsage().(*syscall.Rusage).Maxrss) << 10, nil
}
