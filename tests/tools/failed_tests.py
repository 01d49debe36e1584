#!/usr/bin/env python3
"""usage: failed_tests.py TESTLOG - prints the faults and the end of what each failed test of meson's testlog.json printed."""
import json
import re
import sys

FAULT = re.compile(r"^(?:\[----\] .*Assertion Failed|\[FAIL\]|not ok |FAULT |.*: runtime error: |.*(?:Address|Leak|Thread)Sanitizer)")
FAULTS_MAX = 30
LINES_MAX = 40


def main(path):
    with open(path, encoding="utf-8", errors="replace") as log:
        tests = [json.loads(line) for line in log]
    for test in tests:
        if test["result"] in ("OK", "SKIP", "EXPECTEDFAIL"):
            continue
        lines = (test.get("stdout", "") + test.get("stderr", "")).splitlines()
        early = [line for line in lines[:-LINES_MAX] if FAULT.match(line)]
        print(f"\n=== {test['name']}: {test['result']}", *early[:FAULTS_MAX], *lines[-LINES_MAX:], sep="\n")


main(*sys.argv[1:])
