#!/usr/bin/env bash
# Makes the pictures of the site below content: accra.png, and preparatory-process/map.fr.png and map.en.png.
# The land of the map is Natural Earth's, which is in the public domain. The days and names on it are those of the pages: once
# these change, make it anew. Needs npm, Go and Chromium. CHROMIUM=… names another.
# The same Chromium gives the same bytes; those of the site came from Chromium 156.
set -euo pipefail
version=2.0.2
sum=032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm pack --silent --pack-destination "$tmp" "world-atlas@$version" >/dev/null
echo "$sum  $tmp/world-atlas-$version.tgz" | sha256sum --check --quiet
tar xzf "$tmp/world-atlas-$version.tgz" -C "$tmp" package/land-110m.json
"${GO:-go}" run ./cmd/art "$tmp/package/land-110m.json"
