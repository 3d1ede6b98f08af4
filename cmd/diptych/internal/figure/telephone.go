package figure

import "strings"

// telephone reads a telephone number: 1-800-555-0199, 1 800 555-0199, +33 1 99 00 12 34, 01 99 00 12 34.
func (r *reader) telephone(i int) (last int, ok bool) {
	if r.joined(i) && r.at(i-1).kind != mark {
		return 0, false
	}
	var groups [8]int
	count := r.groupsOf(i, &groups)
	plus := r.at(i-1).is('+') && r.joined(i)
	for n := count; n >= 2; n-- {
		if !r.isTelephone(groups[:n], plus) {
			continue
		}
		last = groups[n-1]
		r.use(i, last)
		r.add(i, last, Number{value: r.dialled(groups[:n], plus), whole: true})
		return last, true
	}
	return 0, false
}

// groupsOf collects the runs of digits with no more than the marks of a telephone number between them.
func (r *reader) groupsOf(i int, groups *[8]int) int {
	count := 0
	for at := i; count < len(groups) && r.free(at); {
		groups[count] = at
		count++
		at++
		for range 2 {
			if t := r.at(at); (t.is('-') || t.is('.') || t.is('(') || t.is(')')) && r.near(at) && r.near(at+1) {
				at++
			}
		}
		if !r.near(at) {
			break
		}
	}
	return count
}

// isTelephone tells whether runs of digits are a telephone number, by their sizes.
func (r *reader) isTelephone(groups []int, plus bool) bool {
	total := 0
	for _, at := range groups {
		total += r.at(at).size()
	}
	if total > 15 || total < 7 {
		return false
	}
	if plus {
		return total >= 9
	}
	n := len(groups)
	if r.isAmerican(groups) {
		return n > 2 || r.joinedMark(groups[1]-1, '-')
	}
	return r.text[r.at(groups[0]).start] == '0' && r.at(groups[0]).size() > 1 && n > 2 && (total == 10 || total == 11)
}

// isAmerican tells whether the last groups are of three and four digits, and those in front of them an area code and 1.
func (r *reader) isAmerican(groups []int) bool {
	n := len(groups)
	if n > 4 || r.at(groups[n-1]).size() != 4 || r.at(groups[n-2]).size() != 3 {
		return false
	}
	if n == 4 && r.word(groups[0]) != "1" {
		return false
	}
	return n == 2 || r.at(groups[n-3]).size() == 3
}

// dialled gives the value of a telephone number without what depends on where one calls from.
func (r *reader) dialled(groups []int, plus bool) value {
	if len(groups) > 3 && (plus || r.isAmerican(groups)) {
		groups = groups[1:]
	}
	if r.word(groups[0]) == "0" {
		groups = groups[1:]
	}
	text := r.span(groups[0], groups[len(groups)-1]).Text
	return nameOf(strings.TrimPrefix(text, "0"), false)
}
