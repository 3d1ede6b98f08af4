#!/bin/sh
# Runs every fuzz target of the module, one after the other: fuzz.sh GO TIME
set -eu
go=$1 time=$2
grep -rl --include='*_test.go' '^func Fuzz' cmd | while read -r file; do
  sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file" | while read -r target; do
    echo "$target in $(dirname "$file")"
    "$go" test -run '^$' -fuzz "^$target\$" -fuzzminimizetime 20x -fuzztime "$time" "./$(dirname "$file")"
  done
done
