#!/usr/bin/env python3
"""usage: collation_table.py ALLKEYS.TXT OUTPUT - writes collation_table.inc from the Default Unicode Collation Element Table
(allkeys.txt, Unicode Technical Standard #10).

Primary weights become codes of one or two bytes, in the same order, none of which is the beginning of another. Characters of
ASCII have codes of one byte; the weights between two of them share leading bytes. A code is never 0, which ends a level. Han and
Tangut characters, and those without a row, have a leading byte that is followed by their code point."""
import re
import sys
import unicodedata
from pathlib import Path

BLOCK = 64  # code points of a block; collation_table.h has the same number
CODE_POINTS = 0x110000
ROW = re.compile(r"^([0-9A-F][0-9A-F ]*?) *;((?: *\[[.*][0-9A-F.]+\])+)", re.MULTILINE)
ELEMENT = re.compile(r"\[[.*]([0-9A-F]+)\.([0-9A-F]+)\.([0-9A-F]+)\]")
RANGE = re.compile(r"^@implicitweights ([0-9A-F]+)\.\.([0-9A-F]+); ([0-9A-F]+)", re.MULTILINE)
IMPLICIT = 0xFB00  # from this primary weight on, a second element has the rest of the code point
FURTHER_HAN, IMPLICIT_END = 0xFB80, 0xFC00
LEAD_OF_RANGES, LEAD_HAN, LEAD_FURTHER_HAN = 0xF8, 0xFD, 0xFE  # collation.c has the last two, too
CODES_OF_LEAD = 255  # the second byte is 1 to 255
NOTICE = """/* Made by collation_table.py from allkeys.txt, version {release}, of Unicode Technical Standard #10. Do not edit.
 *
 * The weights are Unicode data: copyright (c) 1991-2020 Unicode, Inc. They are distributed under the Unicode License,
 * which is in collation_table.LICENSE. */
"""


def read(text):
    """The collation elements of each sequence of code points, without U+FFFD, which sorts like characters without a row."""
    rows = {tuple(int(code, 16) for code in codes.split()): [tuple(int(weight, 16) for weight in element)
                                                             for element in ELEMENT.findall(elements)]
            for codes, elements in ROW.findall(text)}
    del rows[(0xFFFD,)]
    assert all(element[0] < IMPLICIT_END or row[i - 1][0] >= IMPLICIT for row in rows.values() for i, element in enumerate(row))
    return rows


def assign_codes(rows, digit_weights):
    """The code of each primary weight below IMPLICIT, and that of numbers, which is before those of the digits' weights."""
    single = {rows[(code,)][0][0] for code in range(128) if (code,) in rows} - set(digit_weights)
    codes, lead, last, number = {}, 0, CODES_OF_LEAD, 0
    for weight in sorted({element[0] for row in rows.values() for element in row if 0 < element[0] < IMPLICIT}):
        if weight == digit_weights[0]:
            lead, last = lead + 1, CODES_OF_LEAD
            number = lead
        if weight in single:
            lead, last = lead + 1, CODES_OF_LEAD
            codes[weight] = lead
            continue
        if last == CODES_OF_LEAD:
            lead, last = lead + 1, 0
        last += 1
        codes[weight] = lead << 8 | last
    assert lead < LEAD_OF_RANGES
    return codes, number


def encode(key, row, codes):
    """The elements of a row as triples: a code, or 0, and the two other weights."""
    elements, second = [], False
    for i, (primary, secondary, tertiary) in enumerate(row):
        if second:
            elements.append(((row[i - 1][0] & 0x3F) << 15 & 0xFFFF | primary & 0x7FFF, 0, 0))
        elif primary >= FURTHER_HAN:  # the primary weights of such characters are never read, because folding replaces them
            assert unicodedata.normalize("NFKC", chr(key[0])) != chr(key[0])
            return [(LEAD_FURTHER_HAN, secondary, tertiary)]
        else:
            elements.append((LEAD_HAN if primary >= IMPLICIT else codes.get(primary, 0), secondary, tertiary))
        second = not second and primary >= IMPLICIT
    return elements


class Table:
    def __init__(self, text):
        self.rows = read(text)
        self.release = re.search(r"^@version (\S+)", text, re.MULTILINE).group(1)
        weights = [self.rows[(ord("0") + digit,)][0][0] for digit in range(10)]
        self.codes, self.number = assign_codes(self.rows, weights)
        self.ranges = [(int(first, 16), int(last, 16), LEAD_OF_RANGES + int(base, 16) - IMPLICIT)
                       for first, last, base in RANGE.findall(text)]
        assert all(lead < LEAD_HAN for _, _, lead in self.ranges)
        self.pairs = sorted({element[1:] for row in self.rows.values() for element in row} | {(0, 0), (0x20, 2)})
        self.elements, self.places = [0], {}  # place 0: a code point without a row
        self.place_all()

    def place(self, key, contracts=False):
        """The place of a row's elements, which rows with the same elements share."""
        elements = encode(key, self.rows[key], self.codes)
        values = tuple(code << 16 | self.pairs.index((secondary, tertiary)) << 2 | contracts << 1 | (i + 1 == len(elements))
                       for i, (code, secondary, tertiary) in enumerate(elements))
        if values not in self.places:
            self.places[values] = len(self.elements)
            self.elements += values
        return self.places[values]

    def place_all(self):
        first_codes = {key[0] for key in self.rows if len(key) > 1}
        of_code, blocks, self.contractions = [0] * CODE_POINTS, {}, []
        for key in sorted(self.rows):
            if len(key) == 1:
                of_code[key[0]] = self.place(key, key[0] in first_codes)
            else:
                self.contractions.append(((*key, *[0] * (3 - len(key))), self.place(key)))
        self.stages = [blocks.setdefault(tuple(of_code[first:first + BLOCK]), len(blocks)) for first in range(0, CODE_POINTS, BLOCK)]
        while self.stages[-1] == self.stages[-2]:
            self.stages.pop()
        self.blocks = [place for block in blocks for place in block]
        assert all(of_code[code] for code in first_codes) and len(self.elements) < 0x10000 and len(blocks) < 0x10000

    def pair_rows(self):
        """The secondary weights as ranks, of which 1 is the least, and the tertiary ones."""
        ranks = sorted({secondary for secondary, _ in self.pairs})
        assert ranks[:2] == [0, 0x20] and len(ranks) <= 256 and all(tertiary < 256 for _, tertiary in self.pairs)
        return [(ranks.index(secondary), tertiary) for secondary, tertiary in self.pairs]


def initializer(value):
    return "{" + ",".join(map(initializer, value)) + "}" if isinstance(value, tuple) else str(value)


def array(kind, name, values):
    lines, line = [], ""
    for value in values:
        item = initializer(value) + ","
        if len(line) + len(item) > 130:
            lines.append(line)
            line = ""
        line += item
    return f"const {kind} collation_{name}[] = {{\n" + "\n".join([*lines, line]) + "\n};\n"


def main(source, output):
    table = Table(Path(source).read_text(encoding="utf-8"))
    with open(output, "w", encoding="ascii") as file:
        file.write(NOTICE.format(release=table.release))
        file.write(f'const char collation_release[] = "{table.release}";\n')
        file.write(f"const uint8_t collation_number = {table.number};\n")
        file.write(f"const size_t collation_range_count = {len(table.ranges)}, collation_contraction_count = {len(table.contractions)},\n"
                   f"    collation_stage_count = {len(table.stages)};\n")
        file.write(array("struct collation_range", "ranges", sorted(table.ranges)))
        file.write(array("struct collation_pair", "pairs", table.pair_rows()))
        file.write(array("struct collation_contraction", "contractions", table.contractions))
        file.write(array("uint16_t", "stages", table.stages))
        file.write(array("uint16_t", "blocks", table.blocks))
        file.write(array("uint32_t", "elements", table.elements))


main(*sys.argv[1:])
