#!/usr/bin/env python3
"""usage: model.py PROGRAM CASES DOCUMENT - checks the examples of where the model keeps what minutes say.

CASES is a file like questions.txt (its head says how): each case names a data file beside it. Checks that PROGRAM finds no
fault in the file and gives no warning, that it answers the question, and that a row of the table in DOCUMENT has the statement and the file."""
import glob
import json
import os
import subprocess
import sys
import urllib.error

from answers import cases, fault, find, get
from served import PATIENCE, start_server


def check(program, path):
    run = subprocess.run([program, "check", "--strict", path], capture_output=True, text=True, timeout=PATIENCE)
    return f"check --strict: {run.stdout}{run.stderr}" if run.returncode or run.stdout or run.stderr else None


def ask(program, path, request):
    server, address = start_server(program, "--data", path)
    try:
        return get(address, request)
    except urllib.error.HTTPError as error:
        return error.read()
    finally:
        server.terminate()
        server.wait(PATIENCE)


def quotes(value):
    """Returns all quotes within the data of a file."""
    if isinstance(value, list):
        return {quote for item in value for quote in quotes(item)}
    if isinstance(value, dict):
        return {value["quote"]} if isinstance(value.get("quote"), str) else quotes(list(value.values()))
    return set()


def check_row(rows, name, path):
    """Returns what is wrong with the row of a case in the document."""
    with open(path, encoding="utf-8") as file:
        statements = [quote.replace("|", "\\|").replace("<", "&lt;") for quote in quotes(json.load(file))]
    found = [row for row in rows if f"/{name}.json)" in row]
    if len(found) != 1:
        return f"{len(found)} rows of the document link to the file"
    return None if any(f"| {statement} |" in found[0] for statement in statements) else "the row does not have the quote of the file"


def main():
    program, list_path, document = sys.argv[1:]
    folder = os.path.dirname(list_path)
    names, requests, answers = zip(*cases(list_path))
    with open(document, encoding="utf-8") as file:
        rows = [line for line in file if line.startswith("| ") and "/cases/model/" in line]
    faults = []
    for path in glob.glob(f"{folder}/**/*.json", recursive=True):
        if os.path.relpath(path, folder).removesuffix(".json") not in names:
            faults.append(f"{path}: no case names this file")
    asked, bodies = [], []
    for name, request, expected in zip(names, requests, answers):
        path, jq = request.split(" | ", 1)
        data = f"{folder}/{name}.json"
        wrong = check(program, data) or check_row(rows, name, data)
        if wrong:
            faults.append(f"{name}: {wrong}")
        else:
            asked.append((name, request, expected, jq))
            bodies.append(ask(program, data, path))
    for (name, request, expected, _), found in zip(asked, find(bodies, [case[3] for case in asked]), strict=True):
        wrong = fault(expected, found)
        if wrong:
            faults.append(f"{name}\n  {request}\n  {wrong}\n  found: {found}")
    if len(rows) != len(names):
        faults.append(f"{document}: {len(rows)} rows, but {len(names)} cases")
    print("\n".join(faults + [f"{len(names)} cases, {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


main()
