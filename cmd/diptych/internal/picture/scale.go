package picture

import "slices"

// scaled gives the raster in another size, with all its samples: where it had fewer of chroma, there are as many then.
func (r raster) scaled(width, height int) raster {
	if width == r.width && height == r.height {
		return r.completed()
	}
	to := newRaster(r.model, width, height)
	for i, from := range r.channels {
		columns, rows := r.sampling(i)
		across := tapsOf(r.width, columns, from.width, width)
		down := tapsOf(r.height, rows, from.height, height)
		scale(to.channels[i], from, across, down)
	}
	if to.model == rgba {
		clampToAlpha(to.channels[0].samples)
	}
	return to
}

// completed repeats samples of chroma where there are fewer, as decoders do.
func (r raster) completed() raster {
	to := newRaster(r.model, r.width, r.height)
	for i, from := range r.channels {
		columns, rows := r.sampling(i)
		into := to.channels[i]
		for y := range r.height {
			line := from.samples[y/rows*from.stride:]
			for x := range r.width {
				into.samples[y*into.stride+x*into.step] = line[x/columns*from.step]
			}
		}
	}
	return to
}

// clampToAlpha takes back what the filter's overshooting has put above alpha, which no colour that is multiplied by it is.
func clampToAlpha(samples []byte) {
	for p := samples; len(p) >= 4; p = p[4:] {
		p[0], p[1], p[2] = min(p[0], p[3]), min(p[1], p[3]), min(p[2], p[3])
	}
}

// The precision of the filter: weights are in 1/16,384, samples between the two passes in 1/256. A sum then stays below
// 2³¹, with the 25 % by which each pass may overshoot.
const (
	weightBits = 14
	sampleBits = 8
)

// taps say of which samples in a line each sample of a shorter or longer line is made.
type taps struct {
	each    int     // samples that make one
	first   []int   // the first of them
	weights []int32 // each of them for each sample; together 1
}

// one is the number 1, of which positions and the kernel's values are multiples.
const one = 1 << 16

// tapsOf spreads the Catmull-Rom kernel over the samples that a new one covers (Keys, 1981, with a = −1/2). The line is
// `from` pixels long, each sample standing for `per` of them, `samples` in all, and comes to be `to` pixels long.
func tapsOf(from, per, samples, to int) taps {
	reach := max(2, (2*from+per*to-1)/(per*to)) // the kernel's half width, in samples
	t := taps{each: min(samples, 2*reach+1)}
	line := make([]int64, t.each)
	for i := range to {
		centre := (int64(2*i+1)*int64(from)*one)/int64(2*to*per) - one/2
		first := max(0, min(int(centre>>16)-reach+1, samples-t.each))
		for k := range line {
			away := max(int64(first+k)*one-centre, centre-int64(first+k)*one)
			line[k] = kernel(min(away, away*int64(to*per)/int64(from)))
		}
		t.first, t.weights = append(t.first, first), append(t.weights, normal(line)...)
	}
	return t
}

// kernel gives the weight of a sample at a distance, both in multiples of 1/65,536.
func kernel(t int64) int64 {
	square := t * t / one
	cube := square * t / one
	switch {
	case t < one:
		return (3*cube - 5*square + 2*one) / 2
	case t < 2*one:
		return (-cube + 5*square - 8*t + 4*one) / 2
	}
	return 0
}

// normal gives weights that are together 1 exactly: the largest takes what rounding has left.
func normal(line []int64) []int32 {
	sum := int64(0)
	for _, weight := range line {
		sum += weight
	}
	weights, rest := make([]int32, len(line)), int32(1<<weightBits)
	for k, weight := range line {
		weights[k] = int32((weight<<weightBits + sum/2) / sum)
		rest -= weights[k]
	}
	weights[slices.Index(line, slices.Max(line))] += rest
	return weights
}

// scale makes one channel of another. Each line of the source is made shorter once, and only as many are kept as a line of
// the result needs: a photograph's worth of them would take more than the photograph.
func scale(to, from channel, across, down taps) {
	lines := make([][]int32, down.each)
	for i := range lines {
		lines[i] = make([]int32, to.width)
	}
	sums, line, ready := make([]int32, to.width), make([]byte, from.width), 0
	for y := range to.height {
		first := down.first[y]
		for ; ready < first+down.each; ready++ {
			across.apply(lines[ready%down.each], from.line(ready, line))
		}
		clear(sums)
		for k, weight := range down.weights[y*down.each:][:down.each] {
			if weight != 0 {
				add(sums, lines[(first+k)%down.each], weight)
			}
		}
		for x, sum := range sums {
			const half = 1 << (weightBits + sampleBits - 1)
			to.samples[y*to.stride+x*to.step] = byte(max(0, min(255, (sum+half)>>(weightBits+sampleBits))))
		}
	}
}

func add(sums, line []int32, weight int32) {
	for x, sample := range line[:len(sums)] {
		sums[x] += weight * sample
	}
}

// line gives a line of samples without what lies between them, in buffer if something does.
func (c channel) line(y int, buffer []byte) []byte {
	line := c.samples[y*c.stride:]
	if c.step == 1 {
		return line[:c.width]
	}
	for x := range buffer {
		buffer[x] = line[x*c.step]
	}
	return buffer
}

// apply makes a line of another, with more bits than a sample has.
func (t taps) apply(into []int32, from []byte) {
	const shift = weightBits - sampleBits
	weights := t.weights
	for x := range into {
		some, sum := from[t.first[x]:][:t.each], int32(0)
		for k, weight := range weights[:len(some)] {
			sum += weight * int32(some[k])
		}
		into[x] = (sum + 1<<(shift-1)) >> shift
		weights = weights[t.each:]
	}
}
