package figure

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

var (
	frenchMonths = strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
	frenchShort  = strings.Fields("janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.")
	englishNames = strings.Fields("January February March April May June July August September October November December")
	englishShort = strings.Fields("Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.")
)

// notations are the ways to write a fact in each language.
type notations struct {
	kind            Kind
	french, english []string
}

func dayNotations(year, month, day int) notations {
	first := fmt.Sprint(day)
	if day == 1 {
		first = "1er"
	}
	suffix := "th"
	if tail := day % 10; tail >= 1 && tail <= 3 && day/10 != 1 {
		suffix = []string{"st", "nd", "rd"}[tail-1]
	}
	m := month - 1
	return notations{OfDay, []string{
		fmt.Sprintf("%s %s %d", first, frenchMonths[m], year),
		fmt.Sprintf("%s\u00a0%s\u00a0%d", first, frenchShort[m], year),
		fmt.Sprintf("%02d/%02d/%d", day, month, year),
		fmt.Sprintf("%d-%02d-%02d", year, month, day),
	}, []string{
		fmt.Sprintf("%d %s %d", day, englishNames[m], year),
		fmt.Sprintf("%s %d, %d", englishNames[m], day, year),
		fmt.Sprintf("%s %d%s, %d", englishShort[m], day, suffix, year),
		fmt.Sprintf("the %d%s of %s %d", day, suffix, englishNames[m], year),
		fmt.Sprintf("%d-%02d-%02d", year, month, day),
	}}
}

func timeNotations(minutes int) notations {
	hour, minute := minutes/60, minutes%60
	half, clock := "a", hour%12
	if hour >= 12 {
		half = "p"
	}
	if clock == 0 {
		clock = 12
	}
	return notations{OfTime, []string{
		fmt.Sprintf("%d\u00a0h\u00a0%02d", hour, minute),
		fmt.Sprintf("%dh%02d", hour, minute),
		fmt.Sprintf("%02d:%02d", hour, minute),
		fmt.Sprintf("%d heures %02d", hour, minute),
	}, []string{
		fmt.Sprintf("%02d:%02d", hour, minute),
		fmt.Sprintf("%d:%02d %s.m.", clock, minute, half),
		fmt.Sprintf("%d.%02d\u00a0%s.m.", clock, minute, half),
		fmt.Sprintf("%d:%02d%sm", clock, minute, half),
		fmt.Sprintf("%d:%02d %sM", clock, minute, strings.ToUpper(half)),
	}}
}

// amountNotations writes a number of hundredths.
func amountNotations(hundredths int) notations {
	whole, rest := hundredths/100, hundredths%100
	return notations{OfNumber, []string{
		fmt.Sprintf("%s,%02d $", grouped(whole, " "), rest),
		fmt.Sprintf("%s,%02d %%", grouped(whole, "\u00a0"), rest),
		fmt.Sprintf("%s,%02d km", grouped(whole, "\u202f"), rest),
		fmt.Sprintf("%d,%02d", whole, rest),
	}, []string{
		fmt.Sprintf("$%s.%02d", grouped(whole, ","), rest),
		fmt.Sprintf("%s.%02d%%", grouped(whole, ","), rest),
		fmt.Sprintf("%d.%02d", whole, rest),
	}}
}

func grouped(n int, mark string) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return grouped(n/1000, mark) + fmt.Sprintf("%s%03d", mark, n%1000)
}

// TestNotations holds that a fact is the same in all notations, and that another fact is found in all of them.
func TestNotations(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range 400 {
		year, month, day := 1950+random.IntN(100), 1+random.IntN(12), 1+random.IntN(27)
		holdNotations(t, dayNotations(year, month, day), dayNotations(year, month, day))
		holdNotations(t, dayNotations(year, month, day), dayNotations(year, month, day+1))
		holdNotations(t, dayNotations(year, month, day), dayNotations(year+1, month, day))
		holdNotations(t, dayNotations(year, month, day), dayNotations(year, month%12+1, day))
		minutes := random.IntN(24 * 60)
		holdNotations(t, timeNotations(minutes), timeNotations(minutes))
		holdNotations(t, timeNotations(minutes), timeNotations((minutes+1+random.IntN(24*60-1))%(24*60)))
		amount := 100 + random.IntN(1e9)
		holdNotations(t, amountNotations(amount), amountNotations(amount))
		holdNotations(t, amountNotations(amount), amountNotations(amount+1+random.IntN(1e6)))
	}
}

// holdNotations compares each notation of the one fact with each of the other.
func holdNotations(t *testing.T, one, other notations) {
	t.Helper()
	same := one.french[0] == other.french[0]
	for _, a := range one.french {
		for _, b := range other.english {
			french, english := "Noté ici : "+a+", sans autre suite.", "Noted here: "+b+", and nothing else."
			found := Compare(Read(french, source.French), Read(english, source.English))
			paired := len(found) == 1 && found[0].Kind == one.kind && found[0].French.Text != "" && found[0].English.Text != ""
			if same && len(found) != 0 || !same && !paired {
				t.Errorf("%s | %s gives %q", french, english, describe(found))
			}
		}
	}
}
