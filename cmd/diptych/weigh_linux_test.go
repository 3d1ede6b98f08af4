package main

import (
	"encoding/json"
	"errors"
	"log"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// cost is what a program cost: the time of processors, and the most memory that it had at once.
type cost struct {
	Time   time.Duration
	Memory int64 // bytes
}

// weighers are the programs, found by their names, that run others and weigh them.
func weighers() map[string]func() { return map[string]func(){"weigh": weigh} }

// weigh runs the program that its arguments name, ends as that does, and writes what it cost into the file that WEIGHED
// names. A program has at least the memory that counts for the one by which it is started (getrusage(2)), which is why the
// tests, whose own memory grows, start it by way of this small one.
func weigh() {
	command := exec.Command(os.Args[1], os.Args[2:]...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} // it ends with this one
	var exit *exec.ExitError
	if err := command.Run(); err != nil && !errors.As(err, &exit) {
		log.Fatal(err)
	}
	state := command.ProcessState
	paid := cost{state.UserTime() + state.SystemTime(), state.SysUsage().(*syscall.Rusage).Maxrss << 10}
	data, err := json.Marshal(paid)
	if err == nil {
		err = os.WriteFile(os.Getenv("WEIGHED"), data, 0o600)
	}
	if err != nil {
		log.Fatal(err)
	}
	os.Exit(state.ExitCode())
}
