package picture

import (
	"bytes"
	"errors"
	"testing"

	"diptych/cmd/diptych/internal/wording"
)

// seeds are pictures to begin with.
func seeds(f *testing.F) {
	still := vp8l(7, 4, 1, 2, 99, [2]byte{0, 9}, func(x, y int) bool { return x > y })
	small := photograph(30, 20)
	for _, data := range [][]byte{
		told(asJPEG(f, small), 6, profile(spaceRGB, 200)), toldPNG(asPNG(f, small), 5, profile(spaceGray, 200)), webpOf("VP8L", still),
		webpOf("VP8X", extended(webpAlpha, 7, 4), "VP8L", still), webpOf("VP8X", extended(webpAnimated, 7, 4), "ANMF", make([]byte, 30)),
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>`),
	} {
		f.Add(data)
	}
}

// faulty holds that an error is one for an editor, since no reader fails here.
func faulty(t *testing.T, err error) bool {
	var said wording.Error
	if err != nil && !errors.As(err, &said) {
		t.Fatalf("not for an editor: %v", err)
	}
	return err != nil
}

func FuzzInspect(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect("a", bytes.NewReader(data), int64(len(data)))
		if faulty(t, err) {
			return
		}
		if min(info.Width, info.Height) < 1 || max(info.Width, info.Height) > MaxSide || info.Orientation < 1 || info.Orientation > 8 {
			t.Fatalf("%+v", info)
		}
		if len(info.Variants()) == 0 || info.Memory < info.Size {
			t.Fatalf("%+v has variants %v", info, info.Variants())
		}
	})
}

func FuzzClean(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect("a", bytes.NewReader(data), int64(len(data)))
		if faulty(t, err) {
			return
		}
		out, err := Clean(data, info)
		if faulty(t, err) {
			return
		}
		again, err := Clean(out, info)
		if err != nil || !bytes.Equal(again, out) {
			t.Fatalf("cleaned again it is another: %v", err)
		}
	})
}

func FuzzMake(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect("a", bytes.NewReader(data), int64(len(data)))
		if faulty(t, err) || info.Width*info.Height > 1<<16 {
			return
		}
		made, err := NewMaker(1<<20).Make(bytes.NewReader(data), info)
		if faulty(t, err) {
			return
		}
		for i, v := range info.Variants() {
			after, err := Inspect("a"+v.Format.Ending(), bytes.NewReader(made[i]), int64(len(made[i])))
			if err != nil || after.Width != v.Width || after.Height != v.Height || after.Orientation != Upright && !v.Whole {
				t.Fatalf("%+v became %+v, %v", v, after, err)
			}
		}
	})
}
