package main

import "path/filepath"

// contender is one build that is measured: a program, and the state in which it finds its site and its output.
type contender struct {
	name    string // as the tables have it
	id      string // as benchstat has it
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

// diptychBuilds are those of Diptych, and the copy of what it wrote. A body is changed twice, because the first change after
// a build from nothing finds no older generation of the output, and all later ones do. What is made of pictures is kept in
// the folder cache.
func diptychBuilds(program, site, folder, cache string, body pen) []contender {
	output := filepath.Join(folder, "diptych", "public")
	builds := engineBuilds(diptychName, "diptych", output, body,
		program, "build", "--source", site, "--output", output, "--cache", cache, "--date", buildDay)
	later := builds[2]
	later.name, later.id = diptychName+laterName, "diptych-edited-again"
	copied := filepath.Join(folder, "copy", "public")
	return append(builds, later, contender{
		name: copyName, id: "copy", hugo: hugoName + coldName, command: []string{"cp", "-r", output, copied}, output: copied, fresh: true,
	})
}

// floorBuild is the least that a site can take.
func floorBuild(program, site, folder string) contender {
	output := filepath.Join(folder, "floor", "public")
	return contender{
		name: floorName, id: "floor", hugo: hugoName + coldName, output: output, fresh: true,
		command: []string{program, filepath.Join(site, "content"), output},
	}
}

// hugoBuilds are those of Hugo. What it keeps goes to the folder cache.
func hugoBuilds(program, site, folder, cache string, body pen) []contender {
	output := filepath.Join(folder, "hugo", "public")
	return engineBuilds(hugoName, "hugo", output, body,
		program, "--source", site, "--destination", output, "--cacheDir", cache)
}
