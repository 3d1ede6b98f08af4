package watch

import "time"

// The slow look finds what no event tells: changes on a share, in folders beyond the system's limit of watches, or with
// events switched off. It comes at most every leastWait, and costs at most one part in costShare of the time.
const (
	leastWait = 2 * time.Second
	costShare = 200
)

// pace is the timer of the slow look.
type pace struct {
	timer *time.Timer
	wait  time.Duration
}

func newPace() *pace { return &pace{timer: time.NewTimer(leastWait), wait: leastWait} }

// looked starts the wait over, as long as a look of this cost asks for.
func (p *pace) looked(cost time.Duration) {
	p.wait = max(leastWait, costShare*cost)
	p.again()
}

// again starts the wait over, as long as the last time.
func (p *pace) again() { p.timer.Reset(p.wait) }
