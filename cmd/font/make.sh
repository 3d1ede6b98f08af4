#!/usr/bin/env bash
# Makes newsreader.woff2, the one web font of the site: the serif of its headings, and newsreader-OFL.txt, its licence, below
# static/fonts; and below layouts/card the same serif as newsreader.ttf, with all letters of the package, for the pictures that
# networks show of a page. They are drawn by a program that asks for one glyph a character, so that ligatures have characters too.
# Needs npm and a Python with fontTools and brotli (Debian: fonttools, python3-brotli). PYTHON=… names another Python.
# The same versions give the same bytes; those of the site came from fontTools 4.38.0 and brotli 1.0.9.
set -euo pipefail
version=5.3.0
sum=4b8cfba8f4e79abe7b221b761b751d76569fd2d2303a9cace2e90b862c56630d
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$root/static/fonts
card=$root/layouts/card
mkdir -p "$card"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm pack --silent "@fontsource-variable/newsreader@$version" >/dev/null
echo "$sum  fontsource-variable-newsreader-$version.tgz" | sha256sum --check --quiet
tar xzf ./*.tgz
"${PYTHON:-python3}" - package/files "$out/newsreader.woff2" "$card/newsreader.ttf" <<'PY'
import sys, unicodedata
from fontTools.otlLib.builder import buildPairPosClassesSubtable, buildValue
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

def face(part):  # dark enough at 18 px, and its hairlines still fine at 44 px
    font = TTFont(f"{sys.argv[1]}/newsreader-{part}-opsz-normal.woff2", recalcTimestamp=False)
    return instantiateVariableFont(font, {"opsz": 36, "wght": 580})
def take(name, glyf, hmtx, part):  # a glyph of another file, with the parts it is made of
    if name not in hmtx.metrics:
        glyf[name], hmtx.metrics[name] = part["glyf"][name], part["hmtx"][name]
        for inner in part["glyf"][name].getComponentNames(part["glyf"]): take(inner, glyf, hmtx, part)
def base(letters):  # the instance, with letters of other files: pairs of a file and its codes
    font = face("latin")
    glyf, hmtx, cmap, new = font["glyf"], font["hmtx"], font.getBestCmap(), {}
    for part, codes in letters:
        more = part.getBestCmap()
        for c in codes: take(more[c], glyf, hmtx, part); new[c] = more[c]
    for c, name in {**new, **cmap}.items():  # figures for text, not for tables: “2011” has no holes
        if name + ".lf" in hmtx.metrics: new[c] = name + ".lf"
    glyf["thinspace"], hmtx.metrics["thinspace"] = glyf[cmap[0x20]], (round(font["head"].unitsPerEm / 6), 0)
    new[0x2009] = new[0x202F] = "thinspace"  # U+202F stands inside guillemets and before ; ! ?
    new[0x2010] = new[0x2011] = cmap[0x2D]   # the hyphen, and the one that does not break
    for table in font["cmap"].tables: table.cmap.update(new)
    font.setGlyphOrder(glyf.glyphOrder)
    return font
ext = face("latin-ext")
font = base([(ext, map(ord, "Ÿ†"))])
scale_upem(font, 1000)  # half the upstream grid: nothing to see at these sizes, and 1 KB less

# Upstream kerns in thousands of single pairs, 7 KB. Classes, in steps of 4/1000 em, say the same in less than 4.
codes = [*range(0x20, 0x7F), 0xA0, 0xAD, 0x2009, 0x2010, 0x2011, 0x202F]
codes += map(ord, "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸáíóúñöäÁÍÓÚÑÖÄ«»“”‘’–—…·•‹›°¹²³§©®†×−€£")
def kern_lookup(font):
    gpos = font["GPOS"].table
    return next(gpos.LookupList.Lookup[r.Feature.LookupListIndex[0]]
                for r in gpos.FeatureList.FeatureRecord if r.FeatureTag == "kern")
def kerning(font):  # what a file says of a pair, or None
    pairs, classes = kern_lookup(font).SubTable
    single = {(a, r.SecondGlyph): r.Value1 for a, s in zip(pairs.Coverage.glyphs, pairs.PairSet) for r in s.PairValueRecord}
    def kern(a, b):
        value = single.get((a, b))
        if (a, b) not in single and a in classes.Coverage.glyphs:
            row = classes.Class1Record[classes.ClassDef1.classDefs.get(a, 0)]
            value = row.Class2Record[classes.ClassDef2.classDefs.get(b, 0)].Value1
        return getattr(value, "XAdvance", 0)
    return kern
def alike(glyphs, row):  # the glyphs by what they do to all others
    groups = {}
    for g in glyphs: groups.setdefault(tuple(row(g)), []).append(g)
    return [tuple(g) for g in groups.values()]
def set_kerning(font, glyphs, kern):
    left = alike(glyphs, lambda a: (kern(a, b) for b in glyphs))
    right = alike(glyphs, lambda b: (kern(a, b) for a in glyphs))
    values = {(a, b): (buildValue({"XAdvance": kern(a[0], b[0])}), None) for a in left for b in right if kern(a[0], b[0])}
    lookup = kern_lookup(font)
    lookup.SubTable = [buildPairPosClassesSubtable(values, font.getReverseGlyphMap(rebuild=True))]
    lookup.SubTableCount = 1

cmap, upstream = font.getBestCmap(), kerning(font)
def coarse(a, b):
    a, b = ("Y" if g == "Ydieresis" else g for g in (a, b))
    return round(upstream(a, b) / 4) * 4
set_kerning(font, sorted({cmap[c] for c in codes} | {"f_f", "fi", "fl", "f_f_i", "f_f_l"}), coarse)

def save(font, codes, features, flavor, path):
    for n, text in ((1, "Newsreader 36pt"), (4, "Newsreader 36pt SemiBold"), (6, "Newsreader36pt-SemiBold"),
                    (13, "This Font Software is licensed under the SIL Open Font License, Version 1.1.")):
        font["name"].setName(text, n, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 600
    options = Options(hinting=False, layout_features=features, name_IDs=[0, 1, 2, 4, 5, 6, 13, 14],
                      notdef_outline=True, flavor=flavor)
    options.drop_tables += ["STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.flavor = flavor
    font.save(path)
save(font, codes, ["kern", "liga", "locl"], "woff2", sys.argv[2])

# The font of pictures. A pair whose glyphs come from two files is kerned as their letters without accents.
parts = [face("latin-ext"), face("vietnamese")]
font = base([(part, part.getBestCmap()) for part in parts])
parts.insert(0, face("latin"))
for each in (font, *parts): scale_upem(each, 1000)
named = {0xFB00: "f_f", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "f_f_i", 0xFB04: "f_f_l", 0x2070: "zerosuperior", 0x2074: "uni2074"}
for table in font["cmap"].tables: table.cmap.update(named)
cmap = font.getBestCmap()
plain = {name: cmap[ord(unicodedata.normalize("NFD", chr(c))[0])] for c, name in cmap.items()}
sources = [(set(part.getGlyphOrder()), kerning(part)) for part in parts]
def joined(a, b):
    for a, b in ((a, b), (plain[a], plain[b])):
        for names, kern in sources:
            if a in names and b in names: return round(kern(a, b) / 8) * 8
    return 0
set_kerning(font, sorted(plain), joined)
save(font, sorted(cmap), ["kern"], None, sys.argv[3])
PY
cp package/LICENSE "$out/newsreader-OFL.txt"
cp package/LICENSE "$card/newsreader-OFL.txt"
