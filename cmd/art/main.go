// Command art draws the pictures of the conference site: the home page's, and the map of the preparatory process in each language.
// Chromium paints them, and what it paints is brought down to a palette. Run by make.sh, which fetches the land of the map.
package main

import (
	_ "embed"
	"log"
	"os"
)

var (
	//go:embed accra.svg
	accra string
	//go:embed map.svg
	sheet string
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage, at the root of the repository: art LAND.json")
	}
	if err := draw(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func draw(atlas string) error {
	if err := paint("content/accra.png", accra, 2400, 1050); err != nil {
		return err
	}
	coasts, err := readLand(atlas)
	if err != nil {
		return err
	}
	for _, language := range []string{"fr", "en"} {
		svg, err := drawMap(coasts, language)
		if err != nil {
			return err
		}
		if err := paint("content/preparatory-process/map."+language+".png", svg, width, height); err != nil {
			return err
		}
	}
	return nil
}
