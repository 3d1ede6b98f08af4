package figure

// composer makes numbers of the words for their parts: two hundred and fifty, quatre-vingt-dix-sept.
type composer struct {
	*words
	french  bool
	total   uint64 // of thousands and above
	current uint64 // below a thousand
	begun   bool
	joined  bool  // « et » or “and” stands before the next word
	halves  bool  // “half” stood in front: half a million
	recent  value // the number that ended one word ago
}

func (c *composer) add(v value) { c.values = append(c.values, v) }

// flush ends a number.
func (c *composer) flush() {
	if c.begun {
		n := c.total + c.current
		c.add(integer(n))
		if c.halves && n >= 100 {
			c.add(integer(n / 2))
		}
		c.halves = false
		c.recent = integer(n)
	}
	c.total, c.current, c.begun, c.joined = 0, 0, false, false
}

// word takes the next word.
func (c *composer) word(word string) {
	switch word {
	case "and", "et":
		c.joined = true
		return
	case "a":
		if c.joined || c.halves { // and a half, half a million
			return
		}
		if !c.french {
			c.add(integer(1))
		}
	case "half", "demi", "demie":
		c.half()
		c.halves = true
		c.addAll(answers()[word])
		return
	}
	part, known := partOf(word, c.french)
	switch {
	case !known:
		c.recent = value{}
		c.flush()
		c.addAll(answers()[word])
		c.halves = false
		return
	case part.n < 100:
		c.small(part.n)
	case part.n == 100:
		c.hundred()
	default:
		c.large(part.n)
	}
	c.begun, c.joined = true, false
	if part.ordinal {
		c.ordinal()
	}
	c.addAll(answers()[word])
}

func (c *composer) addAll(list []value) { c.values = append(c.values, list...) }

// half adds a half to the number in front of it: two and a half, un million et demi.
func (c *composer) half() {
	n := c.total + c.current
	if !c.begun && c.joined && c.recent.form != none {
		c.add(sum(c.recent, fraction(1, 2)))
	}
	if c.begun && c.joined {
		c.add(sum(integer(n), fraction(1, 2)))
		if c.current == 0 && c.total >= 1000 {
			c.add(integer(n + n/2))
		}
	}
	c.flush()
}

// ordinal ends a number with an ordinal, which may be a fraction as well: a fifth.
func (c *composer) ordinal() {
	if n := c.total + c.current; n > 2 && n <= 100 {
		c.add(fraction(1, n))
		c.add(integer(100 / n))
	}
	c.flush()
}

// small takes a word for a number below a hundred.
func (c *composer) small(n uint64) {
	tail := c.current % 100
	switch {
	case !c.begun:
	case c.french && n == 20 && tail == 4:
		n = 76
	case n < 10 && tail >= 20 && tail%10 == 0, n < 100 && tail == 0, n > 6 && n < 10 && tail == 10,
		c.french && n < 20 && (tail == 60 || tail == 80):
	default:
		c.flush()
	}
	c.current += n
}

// hundred takes a hundred, or so many hundreds.
func (c *composer) hundred() {
	switch {
	case c.current == 0:
		c.current = 100
	case c.current < 100 && !c.joined:
		c.current *= 100
	default:
		c.flush()
		c.current = 100
	}
}

// large takes a thousand and more.
func (c *composer) large(n uint64) {
	switch {
	case c.current == 0 && c.total != 0 && c.total < 1e9: // mille milliards
		c.total *= n
	default:
		c.total += max(c.current, 1) * n
	}
	c.current = 0
}
