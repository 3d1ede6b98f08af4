//go:build !unix

package serve

import "os/exec"

// apart does nothing: elsewhere a program that was started is not ended together with the preview, as far as we know.
func apart(*exec.Cmd) {}
