#!/bin/sh
# Prepares the built-in fonts: Noto Sans, cut down to the scripts that a letter needs.
#
# Why: the whole fonts are 1.1 MB, and a font goes into every letter. The result is checked in, so a
# build needs neither the network nor this script. The same input gives the same bytes.
#
# Needs: python3 with venv, and fonts-noto-core 20201225-1 (Debian, Noto Sans 2.004).
# Writes, beside this script, for each face
#   NotoSans-FACE.ttf         the font that text is shaped with
#   NotoSans-FACE.embed.zlib  only the tables that a PDF needs, in a zlib stream, exactly as it is embedded
#                             (FontFile2, FlateDecode)
#   NotoSans-FACE.small.zlib  the same for letters in Western and Central European Latin, Ukrainian and Russian only
#   NotoSans-FACE.names.zlib  the same for names in any Latin alphabet, and in Ukrainian and Russian
# All three have the same glyph numbers, so that the text of a letter is made once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=${NOTO:-/usr/share/fonts/truetype/noto}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet fonttools==4.68.0

# Basic Latin, Latin-1, Extended A and B; the lower case of Azerbaijani and African letters; modifier letters (Ukrainian transliteration: U+02B9 U+02BA
# U+02BC); combining marks; Greek; Cyrillic with its supplement; Latin Extended Additional (Vietnamese);
# dashes, quotes, bullet, ellipsis, primes; currency; numero, trademark; minus.
unicodes=20-7E,A0-24F,253-254,256-257,259,25B,260,263,268-269,272,275,28A-28B,292,294,2B0-2DF,300-36F,370-3FF,400-52F,1E00-1EFF,2010-2015,2018-201F,2020-2022,2026,202F,2030,2032-2035,2039,203A,2044,20A0-20BF,2116,2122,2212
# The characters of the small tier and of that of names; `Tier::has` in src/render/font/characters.rs has the same lists.
cyrillic=401,404,406-407,410-44F,451,454,456-457,490-491
small=20-7E,A0-17F,2BC,$cyrillic,2010-2015,2018-201F,2020-2022,2026,2039,203A,20AC,2212
names=20-7E,A0-24F,253-254,256-257,259,25B,260,263,268-269,272,275,28A-28B,292,294,2B0-2DF,300-36F,$cyrillic,1E00-1EFF,2010-2015,2018-201F,2020-2022,2026,2039,203A,20AC,2116,2212

for face in Regular Bold; do
  "$work/venv/bin/pyftsubset" "$source/NotoSans-$face.ttf" \
    --unicodes="$unicodes" --layout-features=kern,mark,mkmk,ccmp \
    --no-hinting --desubroutinize --no-glyph-names --notdef-outline \
    --name-IDs=0,1,2,3,4,5,6,13,14 --drop-tables+=DSIG --no-recalc-timestamp \
    --output-file="$work/$face.ttf"
  # The smaller tiers: most letters need no more. Same glyph numbers.
  "$work/venv/bin/pyftsubset" "$work/$face.ttf" \
    --unicodes="$small" --retain-gids --layout-features= --notdef-outline --no-recalc-timestamp \
    --output-file="$work/$face.small.ttf"
  # Accents that are placed may have glyphs that no character maps to.
  "$work/venv/bin/pyftsubset" "$work/$face.ttf" \
    --unicodes="$names" --retain-gids --layout-features=kern,mark,mkmk,ccmp --notdef-outline --no-recalc-timestamp \
    --output-file="$work/$face.names.ttf"
  "$work/venv/bin/python" - "$work/$face" "$here/NotoSans-$face" <<'P'
import io, sys, zlib
from fontTools.ttLib import TTFont

source, target = sys.argv[1:]
open(target + ".ttf", "wb").write(open(source + ".ttf", "rb").read())
for tier, suffix in (("", ".embed.zlib"), (".small", ".small.zlib"), (".names", ".names.zlib")):
    font = TTFont(source + tier + ".ttf", recalcTimestamp=False)
    for table in list(font.keys()):
        if table not in ("GlyphOrder", "head", "hhea", "hmtx", "maxp", "loca", "glyf"):
            del font[table]
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    open(target + suffix, "wb").write(zlib.compress(out.getvalue(), 9))
P
done
