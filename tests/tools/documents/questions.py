#!/usr/bin/env python3
"""usage: questions.py PROGRAM FILE [DATA] - checks that PROGRAM answers the questions of FILE, with its built-in record or with DATA.

The head of FILE describes its format. Prints each question whose answer differs from that in FILE."""
import sys

from answers import cases, fault, find, get
from served import PATIENCE, start_server


def main():
    program, path, *data = sys.argv[1:]
    questions, requests, answers = zip(*cases(path))
    paths, filters = zip(*(request.split(" | ", 1) for request in requests))
    server, address = start_server(program, *(argument for name in data for argument in ("--data", name)))
    try:
        bodies = [get(address, path) for path in paths]
    finally:
        server.terminate()
        server.wait(PATIENCE)
    failed = 0
    for question, request, expected, found in zip(questions, requests, answers, find(bodies, filters), strict=True):
        wrong = fault(expected, found)
        if wrong:
            failed += 1
            print(f"{question}\n  {request}\n  {wrong}\n  found: {found}")
    print(f"{len(questions) - failed} answered, {failed} failed")
    sys.exit(1 if failed else 0)


main()
