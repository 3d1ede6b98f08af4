package main

import (
	"encoding/json"
	"os"
	"slices"
)

// readLand reads the coasts, as they are on the map, from TopoJSON: lines made of arcs, whose points are steps on a grid.
func readLand(file string) (coasts [][][2]float64, err error) {
	var land struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]float64
		Objects   struct {
			Land struct{ Geometries []struct{ Arcs [][][]int } }
		}
	}
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &land)
	}
	if err != nil {
		return nil, err
	}
	for _, arc := range land.Arcs {
		var lon, lat float64
		for i, step := range arc {
			lon, lat = lon+step[0], lat+step[1]
			arc[i][0], arc[i][1] = project(lon*land.Transform.Scale[0]+land.Transform.Translate[0], lat*land.Transform.Scale[1]+land.Transform.Translate[1])
		}
	}
	for _, geometry := range land.Objects.Land.Geometries {
		for _, line := range slices.Concat(geometry.Arcs...) {
			var coast [][2]float64
			for _, i := range line {
				arc := land.Arcs[max(i, ^i)]
				if i < 0 { // backwards
					arc = slices.Clone(arc)
					slices.Reverse(arc)
				}
				coast = append(coast, arc...)
			}
			coasts = append(coasts, coast)
		}
	}
	return coasts, nil
}

// inside is whether an odd number of coasts lies between a point and the edge of the world.
func inside(coasts [][][2]float64, x, y float64) (odd bool) {
	for _, coast := range coasts {
		a := coast[len(coast)-1]
		for _, b := range coast {
			if (a[1] > y) != (b[1] > y) && x < a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
				odd = !odd
			}
			a = b
		}
	}
	return odd
}
