package main

import "syscall"

// openMost raises the number of files and connections that this process and those it starts may have open to the most
// that the system allows, and gives it.
func openMost() (int, error) {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return 0, err
	}
	limit.Cur = limit.Max
	return int(limit.Cur), syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit)
}
