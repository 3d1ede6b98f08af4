package watch
import ("testing";"math/rand/v2";"time";"os";"context";"fmt")
func TestTmp(t *testing.T){
 var worst time.Duration
 alls:=0; n:=0
 for seed:=range uint64(3000) {
  r:=rand.New(rand.NewPCG(seed,11)); data:=make([]byte, 30+r.IntN(210)); for i:=range data {data[i]=byte(r.Uint32())}
  s:=time.Now()
		m := &mirror{t: t, root: t.TempDir()}
		m.must(os.Mkdir(m.name("content"), 0o755))
		ctx, cancel := context.WithCancel(t.Context())
		watcher, err := Start(ctx, m.root, siteOptions)
		m.must(err)
		m.attend(watcher)
		for i := 0; i+2 < min(len(data), 240); i += 3 {
			m.play(data[i], nameOf(data[i+1]), nameOf(data[i+2]), fmt.Sprintf("L’été n° %d", i))
		}
		m.await()
		m.writeEverywhere()
		m.await()
		cancel()
		for range watcher.Changes() {}
  for _,c:=range m.heard {n++; if c.All {alls++}}
  worst=max(worst,time.Since(s))
 }
 t.Log(worst, n, alls)
}
