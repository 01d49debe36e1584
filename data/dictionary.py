#!/usr/bin/env python3
"""usage: dictionary.py [--check] PRINT_DICTIONARY README - updates the field dictionary in README.

Replaces the text between the two markers with the output of the program PRINT_DICTIONARY. With --check it changes nothing; the
exit status is 1 if the text differs."""
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
    sys.exit(None if text == wanted else f"{path}: the field dictionary is out of date; run ./dev dictionary")
with open(path, "w", encoding="utf-8") as file:
    file.write(wanted)
