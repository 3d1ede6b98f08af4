package main

import (
	"debug/buildinfo"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
)

// The bill of materials of a program, in CycloneDX 1.6 (ECMA-424): only what it asks for, and what is known.
type (
	bill struct {
		Format     string      `json:"bomFormat"`
		Version    string      `json:"specVersion"`
		Metadata   metadata    `json:"metadata"`
		Components []component `json:"components"`
	}
	metadata struct {
		Component component `json:"component"`
	}
	component struct {
		Type    string `json:"type"`
		Name    string `json:"name"`
		Version string `json:"version"`
		Address string `json:"purl"` // a package URL
		Hashes  []sum  `json:"hashes,omitempty"`
	}
	sum struct {
		Algorithm string `json:"alg"`
		Content   string `json:"content"`
	}
)

// writeBill reads what a program is made of from the program itself.
func writeBill(program, path string) error {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(billOf(info), "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

// billOf lists the modules of a program, and Go's own library.
func billOf(info *debug.BuildInfo) bill {
	revision := "unknown"
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			revision = setting.Value
		}
	}
	b := bill{Format: "CycloneDX", Version: "1.6", Metadata: metadata{component{
		Type: "application", Name: info.Main.Path, Version: revision, Address: "pkg:golang/" + info.Main.Path + "@" + revision,
	}}}
	version := strings.TrimPrefix(info.GoVersion, "go")
	b.Components = append(b.Components, component{Type: "library", Name: "stdlib", Version: version, Address: "pkg:golang/stdlib@" + version})
	for _, module := range info.Deps {
		b.Components = append(b.Components, component{
			Type: "library", Name: module.Path, Version: module.Version,
			Address: fmt.Sprintf("pkg:golang/%s@%s", module.Path, module.Version), Hashes: hashes(module.Sum),
		})
	}
	return b
}

// hashes gives the digest in a line of go.sum, which is that of a module's files in Go's own form ("h1:" and Base64).
func hashes(line string) []sum {
	raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(line, "h1:"))
	if err != nil || len(raw) != 32 {
		return nil
	}
	return []sum{{"SHA-256", hex.EncodeToString(raw)}}
}
