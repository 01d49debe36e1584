#!/usr/bin/env python3
"""usage: formats.py PROGRAM - reads the formats that PROGRAM serves with independent readers.

This script reads CSV and NDJSON; formats.mjs reads the others with packages of tests/tools/node. Both read the built-in record and
hard.json beside this file, which has values that are hard to write. Without the packages the second part is skipped and the
exit status is 77, which Meson shows as a skipped test; if CI=true, the test fails."""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.request

SKIPPED = 77
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "documents"))

from served import PATIENCE, start_server  # noqa: E402

COLLECTIONS = ["meetings", "sessions", "people", "speakers", "organizations", "papers", "discussions", "proposals",
               "topics", "events", "documents"]


def get(address, path):
    with urllib.request.urlopen(f"http://{address}{path}", timeout=PATIENCE) as answer:
        return answer.read().decode("utf-8"), answer.headers


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"{what}: found {found!r}, not {wanted!r}")


# Fields that may refer to records of several types; their cells name the collection, too.
SEVERAL_TYPES = {"about", "decides_on", "mover", "movers", "owners", "seconders"}


def text_of(value, column):
    """Returns the CSV cell for a JSON value."""
    if isinstance(value, dict):
        return value["href"].removeprefix("/") if column in SEVERAL_TYPES else value["id"]
    return "" if value is None else str(value)


def in_list(text):
    """Returns a text as it stands in a cell of several: its own separators have a backslash."""
    return re.sub(r"([\\;])", r"\\\1", text)


def unguarded(cell):
    """Returns a cell without the apostrophes that keep spreadsheets from evaluating it."""
    cell = re.sub(r"^'(?=['\"]*([=+\-@\t\r\n]|\d{1,4}([-/]\d{1,4}){1,2}$))", "", cell)
    return re.sub(r"((?:^|[;\t\r\n]) *)'(?=['\"]*[=+\-@])", r"\1", cell)


def check_csv(address, collection):
    records = json.loads(get(address, f"/{collection}?limit=1000")[0])["data"]
    text, headers = get(address, f"/{collection}.csv")
    expect(headers["Content-Type"], "text/csv; charset=utf-8; header=present", collection)
    expect(headers["X-Total-Count"], str(len(records)), collection)
    expect(text.count("\r\n") >= len(records) + 1, True, f"{collection}: line ends")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    expect([row["id"] for row in rows], [record["id"] for record in records], collection)
    for row, record in zip(rows, records):
        for column, cell in row.items():
            expect(cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not cell.lstrip("+-").replace(".", "").isdigit(),
                   False, f"{collection} {record['id']} {column} is a formula")
            value = record.get(column)
            if not isinstance(value, list) and column in record:
                expect(unguarded(cell), text_of(value, column), f"{collection} {record['id']} {column}")
            elif isinstance(value, list) and not any(isinstance(item, dict) and "id" not in item for item in value) \
                    and collection != "proposals":
                expect(unguarded(cell), "; ".join(in_list(text_of(item, column)) for item in value), f"{collection} {record['id']} {column}")


def check_ndjson(address, collection):
    records = json.loads(get(address, f"/{collection}?limit=1000")[0])["data"]
    lines = get(address, f"/{collection}.ndjson")[0].splitlines()
    expect([json.loads(line) for line in lines], records, f"{collection}.ndjson")


def check(program, arguments, packages):
    server, address = start_server(program, *arguments)
    try:
        for collection in COLLECTIONS:
            check_csv(address, collection)
            check_ndjson(address, collection)
        if packages:
            subprocess.run(["node", str(HERE / "formats.mjs"), f"http://{address}"], check=True, timeout=PATIENCE)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def main():
    program = sys.argv[1]
    packages = shutil.which("node") and (HERE.parent / "node" / "node_modules").is_dir()
    if not packages and os.environ.get("CI") == "true":
        sys.exit("formats: the packages of tests/tools/node are missing; ./dev test installs them")
    check(program, [], packages)
    check(program, ["--data", str(HERE / "hard.json")], packages)
    if not packages:
        print("skipped: formats: iCalendar, BibTeX, CSL-JSON and JSON-LD: the packages of tests/tools/node are missing; ./dev test "
              "installs them")
        sys.exit(SKIPPED)


main()
