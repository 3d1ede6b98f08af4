// Command weigh runs a program, and writes into a file what it cost:
//
//	weigh FILE PROGRAM [ARGUMENT...]
//
// The file has three numbers: the nanoseconds from start to end, the nanoseconds of all processors in the program and in
// the system for it, and the most bytes of memory that it held at once. It ends as the program does.
//
// It is a program of its own, and a small one, because a process counts as its own the memory of the one that started it,
// until it has a program in its place (getrusage(2), ru_maxrss, on Linux): nothing would seem to take less than the bench.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"time"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "weigh: give a file and a program")
		os.Exit(2)
	}
	code, err := weigh(os.Args[1], os.Args[2], os.Args[3:]...)
	if err != nil {
		fmt.Fprintln(os.Stderr, "weigh:", err)
		os.Exit(1)
	}
	os.Exit(code)
}

// weigh gives the code with which the program ended; -1 after a signal. The error is that it did not run, or that the file
// can't be written.
func weigh(file, program string, arguments ...string) (code int, err error) {
	runtime.LockOSThread() // what the program ends with is this thread
	command := exec.Command(program, arguments...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	command.SysProcAttr = tied()
	begun := time.Now()
	err = command.Run()
	wall := time.Since(begun)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return 0, err
	}
	state := command.ProcessState
	most, err := peak(state)
	if err != nil {
		return 0, err
	}
	cpu := state.UserTime() + state.SystemTime()
	text := fmt.Sprintln(wall.Nanoseconds(), cpu.Nanoseconds(), most)
	return state.ExitCode(), os.WriteFile(file, []byte(text), 0o644)
}
