package typography

// digitGroups sets the spaces in a number that was typed in groups: at most three digits, not 0 in front, then groups
// of three. A telephone number is no such number, nor is a row of numbers of other lengths.
func (s *setting) digitGroups(i int) {
	want := s.choice(i, groups)
	if want == keep || !s.leadsGroups(i) {
		return
	}
	end := i + 1
	for s.apart(end) && s.at(end).kind == digits && s.at(end).size() == 3 {
		end++
	}
	if end == i+1 || s.apart(end) && s.at(end).kind == digits {
		return
	}
	for group := i + 1; group < end; group++ {
		s.glue(group, want)
	}
}

// leadsGroups tells whether a number may begin with these digits.
func (s *setting) leadsGroups(i int) bool {
	if s.at(i).size() > 3 || s.view[s.at(i).start] == '0' {
		return false
	}
	p := s.at(i - 1)
	switch {
	case s.apart(i):
		return p.kind != digits || p.size() > 3
	case s.joined(i):
		return p.kind == mark && p.char != '+' && p.char != '/'
	}
	return true
}

// percent sets the space before % and ‰ after a number.
func (s *setting) percent(i int) {
	if !s.afterNumber(i) || s.joined(i+1) && s.at(i+1).wordlike() && s.at(i+1).kind != object {
		return
	}
	s.setSpace(i, s.choice(i, percent), s.isFrench(i))
}

// afterNumber tells whether a number stands before a token, or what may stand for one.
func (s *setting) afterNumber(i int) bool {
	p := s.at(i - 1)
	if p.kind == object {
		return true
	}
	return p.kind == digits && (!s.joined(i-1) || s.at(i-2).kind != letters)
}

// unit keeps a unit with its number: 12 km.
func (s *setting) unit(i int) {
	want := s.choice(i, units)
	if want == keep || !s.apart(i) || !s.afterNumber(i) || !isUnit(s.text(i)) && !isCurrency(s.text(i)) || s.elided(i) {
		return
	}
	s.glue(i, want)
}

// elided tells whether an apostrophe stands right after a word, as after the l of l'avis.
func (s *setting) elided(i int) bool {
	next := s.at(i + 1)
	return s.joined(i+1) && (next.is('’') || next.is('\''))
}

// degree keeps the degrees of a temperature with their number: 20 °C.
func (s *setting) degree(i int) {
	if s.apart(i) && s.at(i-1).kind == digits {
		s.glue(i, s.choice(i, units))
	}
}

// currency sets the space between a number and the sign of a currency. French has one even where none was typed.
func (s *setting) currency(i int) {
	want := s.choice(i, units)
	switch next := s.at(i + 1); {
	case want == keep:
	case s.afterNumber(i) && !(s.joined(i+1) && (next.kind == digits || next.kind == letters)):
		s.setSpace(i, want, s.isFrench(i) && s.at(i-1).kind == digits)
	case s.apart(i+1) && next.kind == digits:
		s.glue(i+1, want)
	}
}

func isCurrencySign(char rune) bool {
	return char == '€' || char == '$' || char == '£' || char == '¥' || char == '¢'
}

// dollar keeps the sign with the country that French says after it: 500 $ US.
func (s *setting) dollar(i int) {
	if s.isFrench(i) && s.afterNumber(i) && s.apart(i+1) && isDollar(s.textOf(i+1)) {
		s.glue(i+1, s.choice(i, units))
	}
}

// textOf gives the characters of a word, and nothing for any other token.
func (s *setting) textOf(i int) string {
	if s.at(i).kind != letters {
		return ""
	}
	return s.text(i)
}

// isDollar tells whether a word says whose dollars they are: 500 $ US.
func isDollar(word string) bool {
	switch word {
	case "US", "USA", "CA", "CAN", "AU", "NZ", "HK":
		return true
	}
	return false
}

// currencyCode keeps the code of a currency with the number after it: USD 500. A number before it is left to unit.
func (s *setting) currencyCode(i int) {
	if s.apart(i+1) && s.at(i+1).kind == digits && isCurrency(s.text(i)) && !(s.apart(i) && s.at(i-1).kind == digits) {
		s.glue(i+1, s.choice(i, units))
	}
}

// isCurrency tells whether a word is the code of a currency that these texts speak of (ISO 4217), or FCFA.
func isCurrency(word string) bool {
	if len(word) != 3 && len(word) != 4 || word[0] < 'A' || word[0] > 'Z' {
		return false
	}
	switch word {
	case "USD", "EUR", "GBP", "CAD", "CHF", "JPY", "CNY", "AUD", "NZD", "HKD", "SGD", "SEK", "NOK", "DKK", "PLN",
		"CZK", "INR", "PKR",
		"BDT", "IDR", "KRW", "BRL", "MXN", "UYU", "ZAR", "GHS", "NGN", "KES", "RWF", "UGX", "ETB", "EGP", "MAD",
		"DZD", "TND",
		"XOF", "XAF", "CDF", "MGA", "HTG", "RUB", "TRY", "ILS", "AED", "SAR", "FCFA":
		return true
	}
	return false
}

// isUnit tells whether a word is the symbol of a unit. A word that is also an article or a preposition is none.
func isUnit(word string) bool {
	if len(word) > len("octets") {
		return false
	}
	switch word {
	case "m", "km", "dm", "cm", "mm", "µm", "μm", "nm", "ha", "m²", "km²", "cm²", "mm²", "m³", "cm³", "km³",
		"g", "kg", "mg", "µg", "μg", "t", "Mt", "Gt", "l", "L", "dl", "dL", "cl", "cL", "ml", "mL", "hl", "hL",
		"s", "ms", "h", "min", "mn", "W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "J", "kJ", "MJ",
		"GJ",
		"cal", "kcal", "V", "kV", "mV", "mA", "Hz", "kHz", "MHz", "GHz", "Pa", "hPa", "kPa", "MPa", "dB", "lm", "lx",
		"mol",
		"o", "ko", "Ko", "Mo", "Go", "To", "Po", "octet", "octets", "kB", "KB", "MB", "GB", "TB", "PB", "bit", "kbit",
		"Mbit",
		"Gbit", "px", "pt", "ft", "yd", "mi", "mph", "lb", "lbs", "oz", "kn":
		return true
	}
	return false
}
