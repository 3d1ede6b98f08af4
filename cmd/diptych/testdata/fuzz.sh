#!/bin/sh
# Runs fuzz targets of the module, one after the other:
#   fuzz.sh GO TIME                 all of them
#   fuzz.sh GO TIME PACKAGE/TARGET… those, each by its package below cmd/diptych/internal
#   fuzz.sh judge STATUS LOG        only says what a run that ended so, and said this, has found: 0 nothing, 1 something
set -eu

# judge tells whether a run found something. The go tool sometimes ends a run that found nothing with the bare words
# "context deadline exceeded" (golang.org/issue/75804); any other line beside these makes it a finding.
judge() {
  [ "$1" -eq 0 ] && return 0
  grep -q '^    context deadline exceeded$' "$2" || return 1
  ! grep -v -e '^fuzz: ' -e '^warning: ' -e '^--- FAIL: Fuzz[A-Za-z0-9_]* ([0-9.]*s)$' -e '^    context deadline exceeded$' \
    -e '^exit status 1$' -e '^FAIL$' -e '^FAIL	[^ 	]*	[0-9.]*s$' "$2" | grep -q .
}

if [ "$1" = judge ]; then
  judge "$2" "$3"
  exit
fi

go=$1 time=$2
shift 2
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# run runs a target of a package, and shows what it said.
run() {
  echo "$2 in $1"
  status=0
  "$go" test -run '^$' -fuzz "^$2\$" -fuzzminimizetime 20x -fuzztime "$time" "./$1" >"$log" 2>&1 || status=$?
  cat "$log"
  judge "$status" "$log" || exit 1
}

for target in "$@"; do
  run "cmd/diptych/internal/$(dirname "$target")" "$(basename "$target")"
done
[ $# -eq 0 ] || exit 0
grep -rl --include='*_test.go' '^func Fuzz' cmd | sort >"$log.files"
trap 'rm -f "$log" "$log.files"' EXIT
while read -r file; do
  for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file"); do
    run "$(dirname "$file")" "$target"
  done
done <"$log.files"
