package main

import (
	"fmt"
	"html/template"
	"math"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

const (
	width, height = 1600, 800
	west, north   = -20.5, 44.5
	degree        = 13.2   // pixels
	squeeze       = .96    // of longitudes, which keeps shapes true around 16 degrees from the equator
	across, down  = 20, 18 // from dot to dot
)

func project(lon, lat float64) (x, y float64) {
	return (lon - west) * degree * squeeze, (north - lat) * degree
}

// place is a place of the map. Its words and its days are read from the page of its meeting.
type place struct {
	page, Anchor     string
	lon, lat, DX, DY float64 // where it is, and where its name is from there
	Conference       bool
	X, Y             float64
	Name, When       string
}

// A meeting with no place, as that on mental health, is not on the map.
var places = []place{
	{page: "preparatory-process/dhaka", lon: 90.41, lat: 23.81, Anchor: "middle", DY: 78},
	{page: "preparatory-process/islamabad", lon: 73.05, lat: 33.69, Anchor: "end", DX: -34, DY: -60},
	{page: "preparatory-process/kigali", lon: 30.06, lat: -1.94, Anchor: "start", DX: 30, DY: 68},
	{page: "index", lon: -.19, lat: 5.6, Anchor: "middle", DY: 112, Conference: true},
}

func (p *place) read(language string) error {
	var facts struct {
		Event struct{ Start, End time.Time }
	}
	if _, err := toml.DecodeFile("content/"+p.page+".toml", &facts); err != nil {
		return err
	}
	half, err := os.ReadFile("content/" + p.page + "." + language + ".md")
	if err != nil {
		return err
	}
	var words struct{ Place string }
	if _, err := toml.Decode(strings.Split(string(half), "+++")[1], &words); err != nil {
		return err
	}
	start, end := facts.Event.Start, facts.Event.End
	month := end.Month().String()
	if language == "fr" {
		month = strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")[end.Month()-1]
	}
	p.X, p.Y = project(p.lon, p.lat)
	p.Name, p.When = words.Place, fmt.Sprintf("%d–%d %s", start.Day(), end.Day(), month)
	return nil
}

// under is whether a point of the land lies under the mark, and under the words.
func (p place) under(x, y float64) (mark, words bool) {
	radius := 28.
	if p.Conference {
		radius = 50
	}
	wide := 25 * float64(max(utf8.RuneCountInString(p.Name)*4/3, utf8.RuneCountInString(p.When)))
	left := p.X + p.DX - map[string]float64{"middle": wide / 2, "end": wide}[p.Anchor]
	top := p.Y + p.DY - 60
	return math.Hypot(x-p.X, y-p.Y) < radius, left-14 < x && x < left+wide+14 && top < y && y < top+140
}

func drawMap(coasts [][][2]float64, language string) (string, error) {
	var thread, svg strings.Builder
	places := slices.Clone(places)
	for i := range places {
		p := &places[i]
		if err := p.read(language); err != nil {
			return "", err
		}
		if i == 0 {
			fmt.Fprintf(&thread, "M%.0f %.0f", p.X, p.Y)
			continue
		}
		last := places[i-1] // the thread runs in the order of the meetings, a little bent
		fmt.Fprintf(&thread, "Q%.0f %.0f %.0f %.0f", (last.X+p.X)/2-(p.Y-last.Y)*.09, (last.Y+p.Y)/2+(p.X-last.X)*.09, p.X, p.Y)
	}
	// The land is dots: no coast is drawn and no border, so that none can be taken for a statement. Under words they are dim.
	var land, dim strings.Builder
	for row := range height/down + 2 {
	dot:
		for x := row % 2 * across / 2; x < width+across; x += across {
			x, y := float64(x), float64(row*down)
			if !inside(coasts, x, y) {
				continue
			}
			to := &land
			for _, p := range places {
				mark, words := p.under(x, y)
				if mark {
					continue dot
				}
				if words {
					to = &dim
				}
			}
			fmt.Fprintf(to, "M%g %gh0", x, y)
		}
	}
	err := template.Must(template.New("").Parse(sheet)).Execute(&svg, map[string]any{
		"Width": width, "Height": height, "Land": land.String(), "Dim": dim.String(), "Thread": thread.String(), "Places": places})
	return svg.String(), err
}
