#!/usr/bin/env python3
"""usage: expected_texts.py > tests/unit/select/expected_texts.inc - writes the folds and the order of the texts in
tests/unit/select/random_archive.c, and of their beginnings of up to five characters, without any code of the program: the folds are made
with Python's unicodedata by the rules in docs/text.md, the order with Perl's Unicode::Collate. Numbers are given to Perl with leading
zeros, so that it sorts them by value. Two texts must not differ in leading zeros alone."""
import json
import re
import subprocess
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[3]
BEGINNING = 5  # characters
DIGITS = 12  # of the longest number
BASES = {"ł": "l", "’": "'", "ة": "ه", "ى": "ي", "\u0640": ""}
SIGNIFICANT = {("и", "\u0306")}


def is_accent(mark):
    combining_class = unicodedata.combining(mark)
    return combining_class == 1 or 10 <= combining_class <= 36 or combining_class >= 200


def digit(character):
    return str(unicodedata.decimal(character, character))


def fold(text):
    for _ in range(3):
        text = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(BASES.get(character, digit(character)) for character in text)
    kept, base = "", ""
    for character in unicodedata.normalize("NFKD", text):
        base = base if unicodedata.combining(character) else character
        if not is_accent(character) or (base, character) in SIGNIFICANT:
            kept += character
    kept = re.sub("(\u0e4d)([\u0e48-\u0e4b]+)|(\u0ecd)([\u0ec8-\u0ecb]+)", r"\2\1\4\3", kept)
    return unicodedata.normalize("NFC", kept)


def texts():
    source = (ROOT / "tests/unit/select/random_archive.c").read_text(encoding="utf-8")
    array = re.search(r"random_texts\[\] = \{(.*?)NULL\};", source, re.DOTALL).group(1)
    whole = [json.loads(literal) for literal in re.findall(r'"(?:[^"\\]|\\.)*"', array)]
    return sorted({text[:length] for text in whole for length in [*range(1, BEGINNING + 1), len(text)]})


def padded(text):
    return re.sub(r"\d+", lambda number: "0" * (DIGITS - len(number.group())) + number.group(), text)


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    lines = [f"{padded(fold(text)).encode().hex()}\t{padded(text).encode().hex()}" for text in texts()]
    made = subprocess.run(["perl", str(Path(__file__).with_name("reference.pl"))], input="".join(f"{line}\n" for line in lines),
                          capture_output=True, text=True, check=True).stdout.splitlines()[1:]
    order = sorted(zip(made, texts()), key=lambda row: (row[0], "" if fold(row[1]) == row[1] else row[1].encode().hex()))
    print("/* Made by expected_texts.py: texts in their order, and their folds. Do not edit. */")
    print("/* clang-format off */")
    print("static const char *const expected_texts[][2] = {")
    for _, text in order:
        print(f"    {{{literal(text)}, {literal(fold(text))}}},")
    print("};\n/* clang-format on */")


main()
