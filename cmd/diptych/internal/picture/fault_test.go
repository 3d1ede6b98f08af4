package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"io"
	"os"
	"testing"
	"testing/synctest"

	"diptych/cmd/diptych/internal/wording"
)

// TestMakeWays takes files of other encoders than Go's, which has no progressive scans, restarts and interlacing.
func TestMakeWays(t *testing.T) {
	want := image.NewNRGBA(image.Rect(0, 0, 37, 26))
	for y := range 26 {
		for x := range 37 {
			want.SetNRGBA(x, y, color.NRGBA{uint8(x * 6), uint8(y * 9), uint8(200 - x - y), 255})
		}
	}
	for _, name := range []string{"progressive.jpg", "restart.jpg", "interlaced.png"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		_, decoded := variants(t, name, clean(t, name, data))
		near(t, name, decoded[0], want, 4)
	}
}

// TestMakeCut cuts pictures behind their headers.
func TestMakeCut(t *testing.T) {
	for name, data := range map[string][]byte{"a.jpg": asJPEG(t, photograph(90, 90)), "a.png": asPNG(t, photograph(90, 90))} {
		for _, left := range []int{1, 2, 13, 100, 1000} {
			short := data[:len(data)-left]
			_, err := NewMaker(1).Make(bytes.NewReader(short), inspect(t, name, short))
			if !says(err, cut) {
				t.Errorf("%s without its last %d bytes: %v", name, left, err)
			}
		}
	}
}

// TestMakeDamaged changes bytes in the middle.
func TestMakeDamaged(t *testing.T) {
	png := asPNG(t, photograph(90, 90))
	png[len(png)/2]++
	jpeg := asJPEG(t, photograph(90, 90))
	copy(jpeg[len(jpeg)/2:], "\xff\xc4\x00\x05\xff\xff\xff")
	webp := webpOf("VP8X", extended(0, 9, 9), "VP8L", vp8l(7, 4, 1, 2, 255, [2]byte{0, 9}, func(x, y int) bool { return true }))
	for name, data := range map[string][]byte{"a.png": png, "a.jpg": jpeg, "a.webp": webp} {
		_, err := NewMaker(1).Make(bytes.NewReader(data), inspect(t, name, data))
		if !says(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
	odd := withSegments(asJPEG(t, photograph(9, 9)), segment{0xf3, nil})
	if _, err := NewMaker(1).Make(bytes.NewReader(odd), inspect(t, "a.jpg", odd)); !says(err, strange) {
		t.Errorf("a JPEG with an unknown marker: %v", err)
	}
}

// TestMakeChanged reads another picture than the one that was inspected.
func TestMakeChanged(t *testing.T) {
	info := inspect(t, "a.png", asPNG(t, photograph(20, 20)))
	for _, data := range [][]byte{nil, asPNG(t, photograph(20, 21)), asJPEG(t, photograph(20, 20))} {
		_, err := NewMaker(1).Make(bytes.NewReader(data), info)
		if !says(err, "the picture has changed while it was read") {
			t.Error(err)
		}
	}
	_, err := NewMaker(1).Make(failing{bytes.NewReader(nil)}, info)
	if said := new(wording.Error); !errors.Is(err, errDisk) || errors.As(err, said) {
		t.Error(err)
	}
}

// TestMakeTwice holds that the same bytes give the same bytes.
func TestMakeTwice(t *testing.T) {
	for name, data := range map[string][]byte{
		"a.jpg": told(asJPEG(t, photograph(900, 500)), 6, profile(spaceRGB, 900)), "a.png": asPNG(t, photograph(900, 500)),
	} {
		first, _ := variants(t, name, data)
		second, _ := variants(t, name, data)
		for i := range first {
			if !bytes.Equal(first[i], second[i]) {
				t.Errorf("%s: variant %d is another", name, i)
			}
		}
	}
}

// TestBudget holds that pictures wait for memory, that none overtakes, and that one which needs more than all is made alone.
func TestBudget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		memory, begun := newMemory(100), make(chan string, 9)
		start := func(name string, bytes int64) (finish func()) {
			end := make(chan struct{})
			go func() {
				giveBack := memory.take(bytes)
				begun <- name
				<-end
				giveBack()
			}()
			synctest.Wait()
			return func() { close(end); synctest.Wait() }
		}
		expect := func(want string) {
			t.Helper()
			got := ""
			for len(begun) > 0 {
				got += <-begun
			}
			if got != want {
				t.Errorf("%q have begun, want %q", got, want)
			}
		}
		a, b := start("a", 60), start("b", 40)
		expect("ab")
		c, d, e := start("c", 500), start("d", 1), start("e", 100)
		expect("")
		a()
		expect("")
		b()
		expect("c")
		c()
		expect("d")
		d()
		expect("e")
		e()
		if memory.free != 100 || len(memory.waiting) != 0 {
			t.Errorf("%+v is left", memory)
		}
	})
}

// TestMakeWaits holds that a file is not read before there is memory for it, and that memory is given back after an error.
func TestMakeWaits(t *testing.T) {
	data := asPNG(t, photograph(20, 20))
	info := inspect(t, "a.png", data)
	synctest.Test(t, func(t *testing.T) {
		maker, read := NewMaker(info.Memory), false
		giveBack := maker.memory.take(1)
		go maker.Make(noting{&read}, info)
		synctest.Wait()
		if read {
			t.Error("the file is read at once")
		}
		giveBack()
		synctest.Wait()
		if !read || maker.memory.free != info.Memory {
			t.Errorf("read: %t, %d bytes are free", read, maker.memory.free)
		}
	})
}

// noting is an empty file that tells whether it was read.
type noting struct{ read *bool }

func (n noting) Read([]byte) (int, error) {
	*n.read = true
	return 0, io.EOF
}
