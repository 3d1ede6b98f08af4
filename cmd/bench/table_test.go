package main

import (
	"strings"
	"testing"
)

func TestMedian(t *testing.T) {
	tests := []struct {
		values []float64
		want   float64
	}{
		{[]float64{7}, 7},
		{[]float64{9, 1}, 5},
		{[]float64{100, 1, 3}, 3},
		{[]float64{4, 1, 1000, 2}, 3},
	}
	for _, test := range tests {
		if got := median(test.values); got != test.want {
			t.Errorf("the median of %v is %v, want %v", test.values, got, test.want)
		}
	}
}

func TestTables(t *testing.T) {
	r := &results{}
	for _, value := range []float64{12, 10, 30} {
		r.add(50, "save to page: a body", "ms", diptychName, value)
		r.add(50, "save to page: a body", "ms", hugoName, 10*value)
		r.add(5000, "save to page: a body", "ms", diptychName, 2*value)
	}
	r.add(50, "idle", "% of a core", diptychName, 0.25)
	r.add(50, "idle", "% of a core", hugoName, 0)
	var out strings.Builder
	r.printSize(&out, 50)
	r.printGrowth(&out, []int{50, 5000})
	const want = `
### 50 pairs

| what | Diptych | Hugo | of Hugo |
| --- | ---: | ---: | ---: |
| save to page: a body, ms | 12.0 (10.0–30.0) | 120 (100–300) | 0.10 |
| idle, % of a core | 0.2 | 0.0 | – |

### Growth from 50 to 5000 pairs

| what | Diptych | Hugo |
| --- | ---: | ---: |
| save to page: a body | 2.00 | – |
`
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
	out.Reset()
	r.printGrowth(&out, []int{50})
	if out.Len() > 0 {
		t.Errorf("one size grows: %s", out.String())
	}
}
