// Art draws the pictures of the conference site: the home page's, and the map of the preparatory process in each language.
// Chromium paints them, and what it paints is brought down to a palette. Run by make.sh, which fetches the land of the map.
package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// colours are few, since areas are flat: what is lost are some of the shades between two of them.
const colours = 64

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

// paint has Chromium paint an SVG, with the serif of the site and nothing that comes from a screen, and writes the PNG.
func paint(file, svg string, width, height int) error {
	dir, err := os.MkdirTemp("", "art")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	font, err := os.ReadFile("static/fonts/newsreader.woff2")
	if err != nil {
		return err
	}
	page, shot := filepath.Join(dir, "page.html"), filepath.Join(dir, "shot.png")
	html := `<!doctype html><meta charset="utf-8"><style>@font-face { font-family: Newsreader; font-weight: 600; src: url(data:font/woff2;base64,` +
		base64.StdEncoding.EncodeToString(font) + `) } body { margin: 0 } svg { display: block; width: 100% }</style>` + svg
	if err := os.WriteFile(page, []byte(html), 0o600); err != nil {
		return err
	}
	browser := exec.Command(cmp.Or(os.Getenv("CHROMIUM"), "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-lcd-text",
		"--hide-scrollbars", "--font-render-hinting=none", "--force-color-profile=srgb", "--force-device-scale-factor=1", "--user-data-dir="+dir,
		fmt.Sprintf("--window-size=%d,%d", width, height), "--screenshot="+shot, "file://"+page)
	if out, err := browser.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", browser.Path, err, out)
	}
	painted, err := os.ReadFile(shot)
	if err != nil {
		return err
	}
	picture, err := png.Decode(bytes.NewReader(painted))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, reduce(picture)); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

// reduce brings a picture down to its most frequent colours, and each of the others to the nearest of these.
func reduce(picture image.Image) *image.Paletted {
	count := map[color.Color]int{}
	size := picture.Bounds()
	for y := range size.Dy() {
		for x := range size.Dx() {
			count[picture.At(x, y)]++
		}
	}
	var palette color.Palette
	for c := range count {
		palette = append(palette, c)
	}
	slices.SortFunc(palette, func(c, d color.Color) int {
		return cmp.Or(count[d]-count[c], cmp.Compare(fmt.Sprint(c), fmt.Sprint(d)))
	})
	palette = palette[:min(colours, len(palette))]
	nearest := map[color.Color]uint8{}
	for c := range count {
		nearest[c] = uint8(palette.Index(c))
	}
	reduced := image.NewPaletted(size, palette)
	for y := range size.Dy() {
		for x := range size.Dx() {
			reduced.SetColorIndex(x, y, nearest[picture.At(x, y)])
		}
	}
	return reduced
}
