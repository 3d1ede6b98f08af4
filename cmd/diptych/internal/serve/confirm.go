package serve

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/wording"
)

// confirmed is the answer to a confirmation: the state of what was confirmed, or why it was not.
type confirmed struct {
	State   string           `json:"state,omitempty"`
	Message wording.Sentence `json:"message"`
}

// confirm records that a row of a pair, or all of it, says the same in both halves. What is recorded is what someone has
// seen: the request brings along the digests of it, and is refused if the files have changed since.
func (s *Server) confirm(w http.ResponseWriter, r *http.Request, g *generation) {
	if !s.isOwnPage(r) {
		sayNo(w, notOurs)
		return
	}
	s.gate.enter()
	defer s.gate.leave()
	s.confirming.Lock()
	defer s.confirming.Unlock()
	query := r.URL.Query()
	review, ok := s.look(g, query.Get("key"))
	if !ok {
		sayNo(w, refusal{http.StatusNotFound, "There is no such page."})
		return
	}
	now, why := s.confirmable(g, review)
	if why.IsZero() {
		row, seen := rowSeen(now, query.Get("row"))
		if seen == "" || seen != query.Get("seen") {
			why = changedSince()
		} else {
			s.record(w, review.Source.Key, now, row, query.Get("minor") == "true")
			return
		}
	}
	answerJSON(w, http.StatusConflict, confirmed{Message: why})
}

// rowSeen finds a row by its index, and gives what can be seen of it; of all rows, if none is named. Without such a row
// nothing can be seen.
func rowSeen(c *ledger.Comparison, index string) (row int, seen string) {
	if index == "" {
		return wholePair, seenPair(c)
	}
	row, err := strconv.Atoi(index)
	if err != nil || row < 0 || row >= len(c.Rows) {
		return 0, ""
	}
	return row, seenRow(c, row)
}

// confirmable gives a pair as it stands on the disk at this moment, or why nothing of it can be confirmed.
func (s *Server) confirmable(g *generation, review check.Review) (now *ledger.Comparison, why wording.Sentence) {
	if review.Compared == nil {
		return nil, wording.Sprintf("the two halves can’t be compared")
	}
	if errors := s.errorsIn(g, review); len(errors) > 0 {
		return nil, wording.Sprintf("the page has errors, the first of which is: %s", errors[0].Message)
	}
	lock := ledger.File(review.Source.Key)
	tree := g.tree.Again(append(review.Source.Files(), lock))
	changed := slices.DeleteFunc(tree.Changed(g.tree), func(file string) bool { return file == lock })
	if len(changed) > 0 {
		return nil, changedSince()
	}
	// What was confirmed a moment ago is in the lock, though there is no generation with it yet.
	entries, _ := ledger.Of(tree, review.Source.Key)
	return ledger.Compare(entries, review.Compared.Pair), wording.Sentence{}
}

func changedSince() wording.Sentence {
	return wording.Sprintf("the page has changed since you saw it: look at it again")
}

// record has the lock written, and answers.
func (s *Server) record(w http.ResponseWriter, key string, c *ledger.Comparison, row int, minor bool) {
	lock, err := s.options.Confirm(key, c, row, minor)
	if err != nil {
		s.options.Log(ledger.File(key) + ": " + err.Error())
		answerJSON(w, http.StatusInternalServerError, confirmed{
			Message: wording.Sprintf("this can’t be written: the terminal says why"),
		})
		return
	}
	after := ledger.Compare(lock, c.Pair)
	state := after.State()
	if row != wholePair {
		state = after.Rows[row].State
	}
	answerJSON(w, http.StatusOK, confirmed{State: state.String(), Message: wording.Sprintf(state.Name())})
}

func answerJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // whoever asked may be gone
}
