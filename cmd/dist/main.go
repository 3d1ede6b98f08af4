// Command dist makes what is handed out: the tool for each system, what each of these is made of, and the digests of all of them.
//
//	go run ./cmd/dist [--to dist] [linux/amd64 …]
//
// Each program is built twice, the second time in an empty cache and from a copy of the source in another folder: it is only
// handed out if both are equal byte for byte. The modules are those that go.sum names.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

// systems are the systems that the tool is made for, as Go names them.
var systems = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64"}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// run makes the programs that the arguments name, or all.
func run(ctx context.Context, arguments []string, out io.Writer) error {
	flags := flag.NewFlagSet("dist", flag.ContinueOnError)
	to := flags.String("to", "dist", "the `folder` to put them in")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	targets := flags.Args()
	if len(targets) == 0 {
		targets = systems
	}
	if err := os.MkdirAll(*to, 0o755); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(*to, sumsFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // what stands in it would be of other programs, if one of these fails
	}
	if err := verify(ctx); err != nil {
		return err
	}
	second, err := copySource(ctx)
	if err != nil {
		return err
	}
	defer os.RemoveAll(second)
	var names []string
	for _, target := range targets {
		name, err := makeOne(ctx, target, *to, second)
		if err != nil {
			return err
		}
		names = append(names, name, name+".cdx.json")
		fmt.Fprintf(out, "%s: equal in two builds\n", name)
	}
	return writeSums(*to, names)
}

// makeOne makes the program for a system and its bill of materials, and gives the program's name.
func makeOne(ctx context.Context, target, to, second string) (string, error) {
	system, processor, ok := strings.Cut(target, "/")
	if !ok {
		return "", fmt.Errorf("%q is no system and processor, such as linux/amd64", target)
	}
	name := "diptych-" + system + "-" + processor
	if system == "windows" {
		name += ".exe"
	}
	path := filepath.Join(to, name)
	if err := buildTwice(ctx, system, processor, path, second); err != nil {
		return "", err
	}
	return name, writeBill(path, path+".cdx.json")
}
