package main

import "path/filepath"

// contender is one build that is measured: a program, and the state in which it finds its site and its output.
type contender struct {
	name    string // as the tables have it
	id      string // as benchstat has it
	tool    string // which of two tools that are compared, as benchstat has it; empty where none are
	hugo    string // the name of the build of Hugo that it is compared with
	command []string
	output  string // the folder that it writes: all that is made for it stands in the one above
	fresh   bool   // there is no output before
	pen     *pen   // changes a body before; nil if nothing is changed
}

// The names of the contenders that others are compared with, or that are told of by themselves.
const (
	floorName     = "the floor"
	copyName      = "cp -r of Diptych’s output"
	coldName      = ", from nothing"
	unchangedName = ", nothing changed"
	editedName    = ", one body changed"
	laterName     = ", one body changed again"
)

// buildDay is the day for which Diptych builds, so that a run over midnight changes no page.
const buildDay = "2026-01-01"

// engineBuilds are the builds of a generator that takes turns with itself: from nothing, over its own output, and after a
// body was changed.
func engineBuilds(name, id, output string, body pen, command ...string) []contender {
	c := contender{command: command, output: output}
	cold, unchanged, edited := c, c, c
	cold.name, cold.id, cold.hugo, cold.fresh = name+coldName, id+"-cold", hugoName+coldName, true
	unchanged.name, unchanged.id, unchanged.hugo = name+unchangedName, id+"-unchanged", hugoName+unchangedName
	edited.name, edited.id, edited.hugo, edited.pen = name+editedName, id+"-edited", hugoName+editedName, &body
	return []contender{cold, unchanged, edited}
}

// diptychBuilds are those of a tool. A body is changed twice, because the first change after a build from nothing finds no
// older generation of the output, and all later ones do. All is below a folder, in one of the tool's own, the cache for what
// is made of pictures beside the output's.
func diptychBuilds(t tool, site, folder string, body pen) []contender {
	own := filepath.Join(folder, "of-"+t.name)
	output := filepath.Join(own, "output", "public")
	builds := engineBuilds(t.name, "diptych", output, body,
		t.program, "build", "--source", site, "--output", output, "--cache", filepath.Join(own, "cache"), "--date", buildDay)
	later := builds[2]
	later.name, later.id = t.name+laterName, "diptych-edited-again"
	builds = append(builds, later)
	for i := range builds {
		builds[i].tool = t.id
	}
	return builds
}

// copyBuild copies what another build has left.
func copyBuild(of contender, folder string) contender {
	output := filepath.Join(folder, "copy", "public")
	return contender{
		name: copyName, id: "copy", hugo: hugoName + coldName, output: output, fresh: true,
		command: []string{"cp", "-r", of.output, output},
	}
}

// floorBuild is the least that a site can take.
func floorBuild(program, site, folder string) contender {
	output := filepath.Join(folder, "floor", "public")
	return contender{
		name: floorName, id: "floor", hugo: hugoName + coldName, output: output, fresh: true,
		command: []string{program, filepath.Join(site, "content"), output},
	}
}

// hugoBuilds are those of Hugo. What it keeps stands beside its output's folder.
func hugoBuilds(program, site, folder string, body pen) []contender {
	own := filepath.Join(folder, "of-"+hugoName)
	output := filepath.Join(own, "output", "public")
	return engineBuilds(hugoName, "hugo", output, body,
		program, "--source", site, "--destination", output, "--cacheDir", filepath.Join(own, "cache"))
}
