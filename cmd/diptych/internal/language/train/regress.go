package main

import (
	"math"

	"diptych/cmd/diptych/internal/language"
)

// guesser guesses the odds of a word from its grams: a logistic regression, whose weights are odds.
type guesser struct {
	weights map[language.Gram]float64
	bias    float64
}

func (g *guesser) guess(grams []language.Gram) float64 {
	sum := g.bias
	for _, gram := range grams {
		sum += g.weights[gram]
	}
	return within(language.GuessLimit, sum)
}

// regression is the state of learning a guesser by AdaGrad (Duchi, Hazan and Singer, 2011): each weight has a step of
// its own, which shrinks with what it was moved by.
type regression struct {
	number  map[language.Gram]int32 // of each gram that counts; the bias has 0
	weights []float64
	moved   []float64
	levels  [2]float64 // what a word of each language is weighed with, so that both count the same
}

// One step of learning, and the pull of a weight towards 0.
const (
	step = 0.2
	pull = 1e-4
)

// regress learns a guesser of the grams that keep allows, in so many rounds over the lexicon.
func regress(entries []entry, keep func(language.Gram) bool, rounds int) *guesser {
	r := &regression{number: map[language.Gram]int32{}, weights: make([]float64, 1), moved: make([]float64, 1)}
	features := make([][]int32, len(entries))
	for i := range entries {
		features[i] = r.features(entries[i].grams, keep)
	}
	r.level(entries)
	stride := stride(len(entries))
	for i := range len(entries) * rounds {
		at := i * stride % len(entries)
		r.learn(&entries[at], features[at])
	}
	g := &guesser{weights: map[language.Gram]float64{}, bias: r.weights[0]}
	for gram, i := range r.number {
		g.weights[gram] = r.weights[i]
	}
	return g
}

// stride gives a step that visits each of n entries once, far from the order of the alphabet.
func stride(n int) int {
	const prime = 7919
	if n%prime == 0 {
		return 1
	}
	return prime
}

// features numbers the grams of a word that count, after the bias.
func (r *regression) features(grams []language.Gram, keep func(language.Gram) bool) []int32 {
	features := make([]int32, 1, len(grams)+1)
	for _, gram := range grams {
		if !keep(gram) {
			continue
		}
		i, known := r.number[gram]
		if !known {
			i = int32(len(r.weights))
			r.number[gram] = i
			r.weights, r.moved = append(r.weights, 0), append(r.moved, 0)
		}
		features = append(features, i)
	}
	return features
}

func (r *regression) level(entries []entry) {
	for i := range entries {
		weight, share := entries[i].weight(), entries[i].share()
		r.levels[french] += float64(weight * share)
		r.levels[english] += float64(weight * (1 - share))
	}
	mean := (r.levels[french] + r.levels[english]) / 2
	r.levels[french], r.levels[english] = mean/r.levels[french], mean/r.levels[english]
}

// learn moves the weights of a word's features towards what is known of it. The conversions keep the compiler from
// joining a product and a sum in one instruction, whose result differs by processor.
func (r *regression) learn(e *entry, features []int32) {
	odds := 0.0
	for _, i := range features {
		odds += r.weights[i]
	}
	p, share := sigmoid(odds), e.share()
	slope := e.weight() * (float64(r.levels[english]*(1-share)*p) - float64(r.levels[french]*share*(1-p)))
	for _, i := range features {
		d := slope + float64(pull*r.weights[i])
		r.moved[i] += float64(d * d)
		r.weights[i] -= float64(step * d / (math.Sqrt(r.moved[i]) + 1e-6))
	}
}
