//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestMain has this program take the place of one that is weighed, where the tests say so.
func TestMain(m *testing.M) {
	if os.Getenv("WORK") != "" {
		work()
	}
	os.Exit(m.Run())
}

const (
	held   = 100 << 20 // bytes
	worked = 50 * time.Millisecond
	slept  = 100 * time.Millisecond
	code   = 3
)

// work holds memory, works and sleeps.
func work() {
	memory := make([]byte, held)
	for i := range memory {
		memory[i] = byte(i)
	}
	for begun := time.Now(); time.Since(begun) < worked; {
		memory[0]++
	}
	time.Sleep(slept)
	os.Exit(code)
}

// TestWeigh weighs a program that takes at least what it is known to take, and ends with a code of its own.
func TestWeigh(t *testing.T) {
	t.Setenv("WORK", "yes")
	file := filepath.Join(t.TempDir(), "pesée")
	got, err := weigh(file, os.Args[0])
	if err != nil || got != code {
		t.Errorf("it ends with %d, %v", got, err)
	}
	wall, cpu, most := read(t, file)
	if wall < worked+slept || wall > time.Minute {
		t.Errorf("it lasted %v", wall)
	}
	if cpu < 10*time.Millisecond || cpu > time.Minute { // it may have had the processors for a part of the time only
		t.Errorf("it had %v", cpu)
	}
	if most < held || most > 8*held { // the race detector has its own share
		t.Errorf("it held %d bytes", most)
	}
}

func read(t *testing.T, file string) (wall, cpu time.Duration, most int64) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Sscan(string(text), (*int64)(&wall), (*int64)(&cpu), &most); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return wall, cpu, most
}

func TestWeighNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pesée")
	if _, err := weigh(file, "/nowhere/been"); err == nil {
		t.Error("a program that is not there was weighed")
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("it has a weight")
	}
	if _, err := weigh(filepath.Join(file, "below"), "true"); err == nil {
		t.Error("a weight that can't be written is written")
	}
}
