#!/usr/bin/env bash
# Makes newsreader.woff2, the one web font of the site: the serif of its headings, and newsreader-OFL.txt, its licence, below static/fonts.
# Needs npm and a Python with fontTools and brotli (Debian: fonttools, python3-brotli). PYTHON=… names another Python.
# The same versions give the same bytes; those of the site came from fontTools 4.38.0 and brotli 1.0.9.
set -euo pipefail
version=5.3.0
sum=4b8cfba8f4e79abe7b221b761b751d76569fd2d2303a9cace2e90b862c56630d
out=$(cd "$(dirname "$0")/../../static/fonts" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm pack --silent "@fontsource-variable/newsreader@$version" >/dev/null
echo "$sum  fontsource-variable-newsreader-$version.tgz" | sha256sum --check --quiet
tar xzf ./*.tgz
"${PYTHON:-python3}" - package/files "$out/newsreader.woff2" <<'PY'
import sys
from fontTools.otlLib.builder import buildPairPosClassesSubtable, buildValue
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

def face(part):  # dark enough at 18 px, and its hairlines still fine at 44 px
    font = TTFont(f"{sys.argv[1]}/newsreader-{part}-opsz-normal.woff2", recalcTimestamp=False)
    return instantiateVariableFont(font, {"opsz": 36, "wght": 580})
font, ext = face("latin"), face("latin-ext")
glyf, hmtx, cmap, more, new = font["glyf"], font["hmtx"], font.getBestCmap(), ext.getBestCmap(), {}
def take(name):  # a glyph of the other file, with the parts it is made of
    if name not in hmtx.metrics:
        glyf[name], hmtx.metrics[name] = ext["glyf"][name], ext["hmtx"][name]
        for part in ext["glyf"][name].getComponentNames(ext["glyf"]): take(part)
for c in map(ord, "Ÿ†"): take(more[c]); new[c] = more[c]
for c, name in cmap.items():  # figures for text, not for tables: “2011” has no holes
    if name + ".lf" in hmtx.metrics: new[c] = name + ".lf"
glyf["thinspace"], hmtx.metrics["thinspace"] = glyf[cmap[0x20]], (round(font["head"].unitsPerEm / 6), 0)
new[0x2009] = new[0x202F] = "thinspace"  # U+202F stands inside guillemets and before ; ! ?
new[0x2010] = new[0x2011] = cmap[0x2D]   # the hyphen, and the one that does not break
for table in font["cmap"].tables: table.cmap.update(new)
font.setGlyphOrder(glyf.glyphOrder)
scale_upem(font, 1000)  # half the upstream grid: nothing to see at these sizes, and 1 KB less

# Upstream kerns in thousands of single pairs, 7 KB. Classes, in steps of 4/1000 em, say the same in less than 4.
codes = [*range(0x20, 0x7F), 0xA0, 0xAD, 0x2009, 0x2010, 0x2011, 0x202F]
codes += map(ord, "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸáíóúñöäÁÍÓÚÑÖÄ«»“”‘’–—…·•‹›°¹²³§©®†×−€£")
cmap, gpos = font.getBestCmap(), font["GPOS"].table
glyphs = sorted({cmap[c] for c in codes} | {"f_f", "fi", "fl", "f_f_i", "f_f_l"})
lookup = next(gpos.LookupList.Lookup[r.Feature.LookupListIndex[0]]
              for r in gpos.FeatureList.FeatureRecord if r.FeatureTag == "kern")
pairs, classes = lookup.SubTable
single = {(a, r.SecondGlyph): r.Value1 for a, s in zip(pairs.Coverage.glyphs, pairs.PairSet) for r in s.PairValueRecord}
def kern(a, b):
    a, b = ("Y" if g == "Ydieresis" else g for g in (a, b))
    value = single.get((a, b))
    if (a, b) not in single and a in classes.Coverage.glyphs:
        row = classes.Class1Record[classes.ClassDef1.classDefs.get(a, 0)]
        value = row.Class2Record[classes.ClassDef2.classDefs.get(b, 0)].Value1
    return round(getattr(value, "XAdvance", 0) / 4) * 4
def alike(row):  # the glyphs by what they do to all others
    groups = {}
    for g in glyphs: groups.setdefault(tuple(row(g)), []).append(g)
    return [tuple(g) for g in groups.values()]
left = alike(lambda a: (kern(a, b) for b in glyphs))
right = alike(lambda b: (kern(a, b) for a in glyphs))
values = {(a, b): (buildValue({"XAdvance": kern(a[0], b[0])}), None) for a in left for b in right if kern(a[0], b[0])}
lookup.SubTable = [buildPairPosClassesSubtable(values, font.getReverseGlyphMap(rebuild=True))]
lookup.SubTableCount = 1

for n, text in ((1, "Newsreader 36pt"), (4, "Newsreader 36pt SemiBold"), (6, "Newsreader36pt-SemiBold"),
                (13, "This Font Software is licensed under the SIL Open Font License, Version 1.1.")):
    font["name"].setName(text, n, 3, 1, 0x409)
font["OS/2"].usWeightClass = 600
options = Options(hinting=False, layout_features=["kern", "liga", "locl"], name_IDs=[0, 1, 2, 4, 5, 6, 13, 14],
                  notdef_outline=True, flavor="woff2")
options.drop_tables += ["STAT"]
subsetter = Subsetter(options)
subsetter.populate(unicodes=codes)
subsetter.subset(font)
font.flavor = "woff2"
font.save(sys.argv[2])
PY
cp package/LICENSE "$out/newsreader-OFL.txt"
