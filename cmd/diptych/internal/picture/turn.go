package picture

// turned gives the raster, which has all its samples, as an orientation shows it.
func (r raster) turned(o Orientation) raster {
	if o <= Upright {
		return r
	}
	width, height := r.width, r.height
	if o.swaps() {
		width, height = height, width
	}
	to := newRaster(r.model, width, height)
	for i, from := range r.channels {
		turn(to.channels[i], from, o)
	}
	return to
}

// turn walks through the source so as the result's rows run.
func turn(to, from channel, o Orientation) {
	origin := from.shownAt(o, 0, 0)
	right, below := from.shownAt(o, 1, 0)-origin, from.shownAt(o, 0, 1)-origin
	for y := range to.height {
		at := origin + y*below
		for x := range to.width {
			to.samples[y*to.stride+x*to.step] = from.samples[at]
			at += right
		}
	}
}

// shownAt gives the place of the sample that an orientation shows at x and y (Exif 3.0, 4.6.5.1.6).
func (c channel) shownAt(o Orientation, x, y int) int {
	lastX, lastY := c.width-1, c.height-1
	switch o {
	case 2:
		x = lastX - x
	case 3:
		x, y = lastX-x, lastY-y
	case 4:
		y = lastY - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, lastY-x
	case 7:
		x, y = lastX-y, lastY-x
	case 8:
		x, y = lastX-y, x
	}
	return y*c.stride + x*c.step
}
