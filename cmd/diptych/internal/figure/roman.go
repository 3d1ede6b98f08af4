package figure

// roman gives the value of a Roman number in capitals, with or without the suffix of a French ordinal, or 0.
func roman(word string) uint64 {
	end := 0
	for end < len(word) && digitOf(word[end]) != 0 {
		end++
	}
	if end == 0 || end > 8 || end < len(word) && !isOrdinal(fold(word[end:])) {
		return 0
	}
	n := 0
	for i := range end {
		digit := digitOf(word[i])
		if i+1 < end && digit < digitOf(word[i+1]) {
			digit = -digit
		}
		n += digit
	}
	return uint64(max(n, 0))
}

func digitOf(c byte) int {
	switch c {
	case 'I':
		return 1
	case 'V':
		return 5
	case 'X':
		return 10
	case 'L':
		return 50
	case 'C':
		return 100
	}
	return 0
}
