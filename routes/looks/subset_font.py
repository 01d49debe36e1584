#!/usr/bin/env python3
"""usage: subset_font.py FONT STYLESHEET OUTPUT - writes the part of a font that a stylesheet wants as WOFF2.

The @font-face rule whose URL is the name of OUTPUT says with unicode-range which characters. The copyright and the licence stay in
the file, as the SIL Open Font License demands; the family name does not, because it may be reserved, as "Lato" is."""
import os
import re
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

COPYRIGHT, FAMILY, STYLE, FULL_NAME, POSTSCRIPT_NAME, LICENCE, LICENCE_URL = 0, 1, 2, 4, 6, 13, 14


def code_points(stylesheet, name):
    with open(stylesheet, encoding="utf-8") as file:
        rules = re.findall(r"@font-face \{(.*?)\}", file.read(), re.DOTALL)
    rule = next(rule for rule in rules if f"url({name})" in rule)
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule):
        yield from range(int(first, 16), int(last or first, 16) + 1)


def options():
    chosen = subset.Options()
    chosen.flavor = "woff2"
    chosen.layout_features = ["kern", "liga", "lnum", "tnum"]
    chosen.hinting = False
    chosen.desubroutinize = True
    chosen.drop_tables += ["DSIG", "FFTM", "GDEF"]
    chosen.name_IDs = [COPYRIGHT, FAMILY, STYLE, FULL_NAME, POSTSCRIPT_NAME, LICENCE, LICENCE_URL]
    return chosen


def rename(font, family):
    for record in font["name"].names:
        if record.nameID in (FAMILY, FULL_NAME, POSTSCRIPT_NAME):
            record.string = family


def main(source, stylesheet, target):
    name = os.path.basename(target)
    chosen = options()
    font = TTFont(source)
    subsetter = subset.Subsetter(chosen)
    subsetter.populate(unicodes=list(code_points(stylesheet, name)))
    subsetter.subset(font)
    rename(font, "Rapporteur-" + name.removesuffix(".woff2"))
    subset.save_font(font, target, chosen)


main(*sys.argv[1:])
