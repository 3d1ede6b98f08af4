package serve

import (
	"container/list"
	"sync"
)

// recent remembers values by path, those that were used last: at most so many, which together cost at most so much.
type recent[V any] struct {
	most, budget int
	cost         func(V) int

	mu     sync.Mutex
	order  *list.List // of entry[V], the last used in front
	places map[string]*list.Element
	spent  int
}

type entry[V any] struct {
	path  string
	value V
}

func newRecent[V any](most, budget int, cost func(V) int) *recent[V] {
	return &recent[V]{most: most, budget: budget, cost: cost, order: list.New(), places: map[string]*list.Element{}}
}

// get gives the value of a path, which counts as a use.
func (r *recent[V]) get(path string) (value V, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	place, ok := r.places[path]
	if !ok {
		return value, false
	}
	r.order.MoveToFront(place)
	return place.Value.(entry[V]).value, true
}

// put remembers a value unless replaces says that the one in its place is to stay. What was used longest ago makes room.
func (r *recent[V]) put(path string, value V, replaces func(old V) bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if place, ok := r.places[path]; ok {
		if !replaces(place.Value.(entry[V]).value) {
			return
		}
		r.forget(place)
	}
	r.places[path] = r.order.PushFront(entry[V]{path, value})
	r.spent += r.cost(value)
	for r.order.Len() > r.most || r.spent > r.budget {
		r.forget(r.order.Back())
	}
}

func (r *recent[V]) forget(place *list.Element) {
	old := r.order.Remove(place).(entry[V])
	delete(r.places, old.path)
	r.spent -= r.cost(old.value)
}
