#!/usr/bin/env python3
"""usage: dictionary.py [--check] PRINT_DICTIONARY README - puts the field dictionary that the program
PRINT_DICTIONARY prints between its two markers in README; with --check, only says whether it is there."""
import subprocess
import sys

BEGIN, END = "<!-- dictionary -->\n", "<!-- end of dictionary -->"

check = sys.argv[1] == "--check"
program, path = sys.argv[-2:]
printed = subprocess.run([program], check=True, capture_output=True, text=True).stdout
with open(path, encoding="utf-8") as file:
    text = file.read()
head, rest = text.split(BEGIN)
tail = rest.split(END)[1]
wanted = head + BEGIN + "\n" + printed + END + tail
if check:
    sys.exit(None if text == wanted else f"{path}: the field dictionary is not that of the tables; run ./dev dictionary")
with open(path, "w", encoding="utf-8") as file:
    file.write(wanted)
