//go:build race

package main

// slowedDown tells whether the tests run with the race detector.
const slowedDown = true
