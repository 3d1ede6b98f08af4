package decode

import "diptych/cmd/diptych/internal/wording"

// libraryWords are what the TOML library says of the mistakes that people make, the special before the general.
func libraryWords() []wording.Phrase {
	return []wording.Phrase{
		"Key '%s' has already been defined",
		"Key '%s' was already created as a hash",
		"Key '%s' was already created and cannot be used as an array",
		"expected value but found %s instead",
		"expected '.' or '=', but got %s instead",
		"expected a top-level item to end with a newline, comment, or EOF, but got %s instead",
		"expected a comma (',') or array terminator (']'), but got end of file",
		"expected a comma (',') or array terminator (']'), but got %s",
		"expected a comma or an inline table terminator '}', but got end of file instead",
		"expected a comma or an inline table terminator '}', but got %s instead",
		"expected '.' or ']' to end table name, but got %s instead",
		"expected end of table array name delimiter ']', but got %s instead",
		"unexpected end of table name (table names cannot be empty)",
		"unexpected table separator (table names cannot be empty)",
		"unexpected EOF; expected value",
		"unexpected EOF; expected key separator '='",
		"unexpected EOF; expected %s",
		"unexpected comma",
		"unexpected '=': key name appears blank",
		"unexpected '.': keys cannot start with a '.'",
		"strings cannot contain newlines",
		"TOML files cannot contain control characters: '%s'",
		"invalid escape in string '%s'",
		"expected two hexadecimal digits after '\\x', but got %s instead",
		"expected four hexadecimal digits after '\\u', but got %s instead",
		"expected eight hexadecimal digits after '\\U', but got %s instead",
		"invalid datetime: %s",
		"expected a digit but got %s",
		"floats must start with a digit, not '.'",
		"invalid float: '%s'",
		"Invalid float value: %s",
		"Invalid float %s: '.' must be followed by one or more digits",
		"Invalid float %s: underscores must be surrounded by digits",
		"Invalid float %s: cannot have leading zeroes",
		"Invalid integer %s: underscores must be surrounded by digits",
		"Invalid integer %s: cannot have leading zeroes",
		"%s is out of range for %s",
	}
}
