#!/usr/bin/env python3
"""usage: word_runs.py TEXT - prints the hash of every run of twelve words in the file TEXT, sorted, one a line.

tests/cases/beijing-2006.word-runs is its output for the minutes that the built-in record describes. The unit tests compare the texts of
the record with it, so that none repeats the minutes; the hashes do not reveal them. Words are ASCII letters and digits, in lower case; a
hash is the first 12 hexadecimal digits of the SHA-256 of twelve words with spaces between them."""
import hashlib
import re
import sys

RUN = 12

with open(sys.argv[1], "rb") as file:
    words = re.findall(rb"[a-z0-9]+", file.read().lower())
runs = {hashlib.sha256(b" ".join(words[i:i + RUN])).hexdigest()[:12] for i in range(len(words) - RUN + 1)}
print("\n".join(sorted(runs)))
