#!/usr/bin/env python3
"""usage: questions.py PROGRAM FILE - checks that PROGRAM, with its built-in record, answers the questions of FILE.

The head of FILE describes its format. Prints each question whose answer differs from that in FILE."""
import json
import subprocess
import sys
import urllib.request

from served import PATIENCE, start_server


def cases(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    if len(lines) % 3:
        sys.exit(f"{path}: a case does not have three lines")
    return zip(*[iter(lines)] * 3)


def get(address, path):
    with urllib.request.urlopen(f"http://{address}{path}", timeout=PATIENCE) as answer:
        return answer.read()


def find(bodies, filters):
    """Yields the output of each filter on its body, as jq -r prints it. Starts jq only once, since that takes long."""
    program = ", ".join(f"[$bodies[{i}] | {filter}]" for i, filter in enumerate(filters))
    run = subprocess.run(["jq", "-nc", f"[inputs] as $bodies | {program}"], input=b"\n".join(bodies),
                         capture_output=True, timeout=PATIENCE)
    if run.returncode:
        sys.exit(run.stderr.decode())
    for line in run.stdout.decode().splitlines():
        yield [found if isinstance(found, str) else json.dumps(found) for found in json.loads(line)]


def fault(expected, found):
    kind, pieces = expected[:2], expected[2:]
    if kind == "= ":
        return None if "; ".join(found) == pieces else f"expected: {pieces}"
    if kind == "~ ":
        missing = [piece for piece in pieces.split("; ") if piece not in "\n".join(found)]
        return "missing: " + "; ".join(missing) if missing else None
    sys.exit(f'questions: an answer must begin with "= " or "~ ": {expected}')


def main():
    program, path = sys.argv[1:]
    questions, requests, answers = zip(*cases(path))
    paths, filters = zip(*(request.split(" | ", 1) for request in requests))
    server, address = start_server(program)
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
