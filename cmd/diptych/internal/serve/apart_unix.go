//go:build unix

package serve

import (
	"os/exec"
	"syscall"
)

// apart keeps a program from being ended with the preview: Ctrl-C in a terminal ends all that runs in one process group,
// and an editor may hold what nobody has saved yet.
func apart(program *exec.Cmd) { program.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
