package markdown
import ("testing";"strings";"fmt";"time";"math/rand/v2";"runtime";"syscall")
func cpu() float64 { var u syscall.Rusage; syscall.Getrusage(syscall.RUSAGE_SELF, &u); return float64(u.Utime.Sec)+float64(u.Utime.Usec)/1e6 }
func TestAdhoc(t *testing.T) {
	toks := []string{"*","_","~~","[","]","(",")","<",">","`","``","\\","&amp;","!","[^1]","[^1]: ","[a]: b","\n","\n\n","- ","1. ","> ",": ","  ","    ","\t","#","=","-","|","-|-","a","é"," ","www.a.b/","http://a.b","<!--","-->","<a ","b='","{lang=en}","{#k}","[!NOTE]","```\n","~~~","\"","'","<b>","@b.c","x"}
	r := frenchRenderer()
	rng := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 2))
	end := time.Now().Add(150*time.Second)
	n, refused := 0, 0
	for time.Now().Before(end) {
		var b strings.Builder
		for range 1+rng.IntN(3) {
			unit := ""
			for range 1+rng.IntN(5) { unit += toks[rng.IntN(len(toks))] }
			max := 200000
			if rng.IntN(2) == 0 { max = 30000 }
			b.WriteString(strings.Repeat(unit, 1+rng.IntN(max/len(unit))))
			if rng.IntN(2)==0 { b.WriteString("\n") }
		}
		s := b.String()
		var m0, m1 runtime.MemStats
		runtime.ReadMemStats(&m0)
		t0 := cpu()
		d := r.Render(bodyPos(), []byte(s))
		v := cpu()-t0
		runtime.ReadMemStats(&m1)
		n++
		if len(d.HTML)==0 { refused++ }
		if v > 0.7 || m1.TotalAlloc-m0.TotalAlloc > 300<<20 { fmt.Printf("%.2fs %dMB %d bytes\n", v, (m1.TotalAlloc-m0.TotalAlloc)>>20, len(s)); 
		 // describe runs
		 show := s
		 var parts []string
		 for i := 0; i < len(show); i += len(show)/6+1 { parts = append(parts, fmt.Sprintf("%q", show[i:min(len(show),i+24)])) }
		 fmt.Println("   ", strings.Join(parts, " … ")) }
	}
	fmt.Println(n, refused)
}
